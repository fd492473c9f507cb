using Goldset.Data;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Moves tasks to the trash.</summary>
internal sealed class DeleteTasks(SelectedTasks tasks, Database database, WebhookEvents events, ExportQueue exports, TimeProvider clock) : TaskAction("delete_tasks")
{
    public override ActionResponse Entry => Menu("Delete Tasks", 100, ["tasks.delete"],
        new ActionDialog("You are going to delete the selected tasks. Please confirm your action."), reload: true);

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var project = run.Project.Id;
        var now = Timestamp.Now(clock);
        var deleted = (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            // In the order of their ids, as whoever changes several tasks takes them.
            if (tx.Dialect.HasRowLocks) batch = await SelectedTasks.LockAsync(tx, project, batch);
            var ids = await TaskTrash.DeleteAsync(tx, project, batch, now);
            await events.TasksDeletedAsync(tx, project, ids);
            return new BatchSum(ids.Count);
        }, cancel)).Count;
        var emptied = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            await OverlapCohort.TasksChangedAsync(tx, project);
            // Tabs of an emptied project show columns that no longer exist.
            await tx.ExecuteAsync("DELETE FROM views WHERE project_id = @project AND NOT EXISTS (SELECT 1 FROM visible_tasks t WHERE t.project_id = @project)", new { project });
            return await tx.QueryFirstOrDefaultAsync<long>("SELECT task_number FROM project_counts WHERE project_id = @project", new { project }) == 0;
        }, cancel);
        exports.TasksDeleted(project);
        return new { processed_items = deleted, reload = emptied, detail = $"Deleted {deleted} tasks" };
    }
}
