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
        var deleted = await DeleteAsync(run, (tx, ids) => events.TasksDeletedAsync(tx, project, ids), cancel);
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

    /// <summary>Moves all tasks of a project to the trash; the next ones are numbered from 1 again.</summary>
    public async Task EmptyAsync(ActionRun run, CancellationToken cancel)
    {
        var project = run.Project.Id;
        await DeleteAsync(run, (tx, ids) => events.AllTasksDeletedAsync(tx, run.Caller.OrganizationId, ids), cancel);
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE project_counts SET last_inner_id = 0 WHERE project_id = @project AND task_number = 0", new { project }), cancel);
        exports.TasksDeleted(project);
    }

    private async Task<long> DeleteAsync(ActionRun run, Func<WriteTransaction, IReadOnlyList<long>, Task> tell, CancellationToken cancel)
    {
        var project = run.Project.Id;
        var now = Timestamp.Now(clock);
        return (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            // In the order of their ids, as whoever changes several tasks takes them.
            if (tx.Dialect.HasRowLocks) batch = await SelectedTasks.LockAsync(tx, project, batch);
            var ids = await TaskTrash.DeleteAsync(tx, project, batch, now);
            await tell(tx, ids);
            return new BatchSum(ids.Count);
        }, cancel)).Count;
    }
}
