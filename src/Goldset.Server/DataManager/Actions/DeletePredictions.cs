using Dapper;
using Goldset.Data;
using Goldset.Server.Tasks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Deletes predictions; annotations made of them stay.</summary>
internal sealed class DeletePredictions(SelectedTasks tasks, TimeProvider clock) : TaskAction("delete_tasks_predictions")
{
    public override ActionResponse Entry => Menu("Delete Predictions", 102, ["predictions.any"],
        new ActionDialog("You are going to delete all predictions from the selected tasks. Please confirm your action."));

    public override string Condition => " AND t.total_predictions > 0";

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var (project, now) = (run.Project.Id, Timestamp.Now(clock));
        var deleted = (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            var ids = await SelectedTasks.LockAsync(tx, project, batch);
            var parameters = new DynamicParameters();
            parameters.Add("ids", ids);
            await tx.ExecuteAsync($"UPDATE annotations SET parent_prediction_id = NULL WHERE {tx.Dialect.In("task_id", "@ids")} AND parent_prediction_id IS NOT NULL", parameters);
            var gone = await tx.ExecuteAsync($"DELETE FROM predictions WHERE {tx.Dialect.In("task_id", "@ids")}", parameters);
            await TaskCounters.RefreshAsync(tx, project, ids, (run.Caller.UserId, now));
            return new BatchSum(gone);
        }, cancel)).Count;
        return new { processed_items = deleted, detail = $"Deleted {deleted} predictions" };
    }
}
