using Goldset.Data;
using Goldset.Server.MachineLearning;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Asks the project's machine-learning back end for predictions.</summary>
internal sealed class RetrievePredictions(SelectedTasks tasks, MlPredictions predictions, Database database) : TaskAction("retrieve_tasks_predictions")
{
    public override ActionResponse Entry => Menu("Retrieve Predictions", 90, ["predictions.any"], new ActionDialog(
        "Send the selected tasks to all ML backends connected to the project." +
        "This operation might be abruptly interrupted due to a timeout. The recommended way to get predictions is to update tasks using the Label Studio API." +
        "Please confirm your action.", "Retrieve Predictions"));

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var ids = run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel);
        var next = run.Job?.State<Progress>()?.Next ?? 0;
        while (next < ids.Count)
        {
            var batch = ids.GetRange(next, Math.Min(MlPredictions.Batch, ids.Count - next));
            // A back end that is gone is not asked for the rest.
            if (await predictions.RetrieveAsync(run.Project.Id, batch, run.Caller.UserId, title: null, patient: true, cancel) is null) break;
            next += batch.Count;
            if (run.Job is not { } job) continue;
            (job.Done, job.TaskCount, job.Total) = (next, next, ids.Count);
            await database.WriteAsync(WriteLane.Bulk, tx => job.AdvanceAsync(tx, new Progress(next)), cancel);
        }
        return new { processed_items = ids.Count, detail = $"Retrieved {ids.Count} predictions" };
    }

    /// <summary>How far a job has come.</summary>
    /// <param name="Next">The place of the first task that the back end has not been asked about.</param>
    private sealed record Progress(int Next);
}
