using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Tasks;

/// <summary>Makes, changes and deletes single tasks.</summary>
internal sealed class TaskCommands(Database database, LabelConfigs configs, WebhookEvents events, TimeProvider clock)
{
    /// <summary>A new task of <paramref name="projectId"/>.</summary>
    /// <returns>Its id.</returns>
    public Task<long> CreateAsync(Caller caller, long projectId, TaskRequest request, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var project = await ProjectQueries.FindAsync(tx.Connection, tx.Transaction, caller, projectId) ?? throw ApiException.NoMatch("Project");
            CheckShape(request);
            if (TaskData.For(configs, project.LabelConfig).Explain(request.Data.Value) is { } problem) throw new ValidationException(problem);
            var meta = Meta(request);
            var data = request.Data.Value.GetRawText();
            // The first task made one by one is number 2, as clients of the API have always seen it.
            var innerId = await tx.QueryFirstOrDefaultAsync<long>("""
                UPDATE project_counts SET task_number = task_number + 1, tasks_version = tasks_version + 1, last_inner_id = CASE WHEN last_inner_id = 0 THEN 2 ELSE last_inner_id + 1 END
                WHERE project_id = @projectId RETURNING last_inner_id
                """, new { projectId });
            var id = await tx.QueryFirstOrDefaultAsync<long>("""
                INSERT INTO tasks (project_id, data, meta, created_at, updated_at, is_labeled, allow_skip, overlap, inner_id, total_annotations, cancelled_annotations,
                    total_predictions, useful_annotations, ground_truth_annotations)
                VALUES (@projectId, @data, @meta, @now, @now, @isLabeled, @allowSkip, @overlap, @innerId, 0, 0, 0, 0, 0) RETURNING id
                """, new
            {
                projectId,
                data,
                meta,
                now,
                isLabeled = false,
                allowSkip = request.AllowSkip.Or(true),
                overlap = request.Overlap.Or(1),
                innerId = request.InnerId.Or(innerId),
            });
            var summary = new SummaryDelta();
            summary.AddData(data, 1);
            await summary.ApplyAsync(tx, projectId);
            await events.TasksCreatedAsync(tx, projectId, [id]);
            return id;
        }, cancel);
    }

    /// <summary>Changes what <paramref name="request"/> names. New data is not compared with the config, but must be an object or array.</summary>
    public Task UpdateAsync(Caller caller, long id, TaskRequest request, CancellationToken cancel)
    {
        CheckShape(request);
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var before = await TaskRow.FindAsync(tx.Connection, tx.Transaction, caller, id, tx.Dialect.ForUpdate("t")) ?? throw ApiException.NoMatch("Task");
            if (request.Project is { IsSet: true, Value: { } project } && project != before.ProjectId) throw ApiException.NoMatch("Task");
            var data = request.Data.IsSet ? request.Data.Value.GetRawText() : before.Data;
            var now = Timestamp.Now(clock);
            var isLabeled = request.IsLabeled.Or(before.IsLabeled);
            await tx.ExecuteAsync("""
                UPDATE tasks SET data = @data, meta = @meta, overlap = @overlap, allow_skip = @allowSkip, inner_id = @innerId, is_labeled = @isLabeled, updated_at = @now WHERE id = @id
                """, new
            {
                id,
                data,
                meta = request.Meta.IsSet ? Meta(request) : before.Meta,
                overlap = request.Overlap.Or(before.Overlap),
                allowSkip = request.AllowSkip.Or(before.AllowSkip),
                innerId = request.InnerId.Or(before.InnerId),
                isLabeled,
                now,
            });
            if (isLabeled != before.IsLabeled)
                await tx.ExecuteAsync("UPDATE project_counts SET finished_task_number = finished_task_number + @by WHERE project_id = @ProjectId", new { by = isLabeled ? 1 : -1, before.ProjectId });
            if (request.Data.IsSet)
            {
                var summary = new SummaryDelta();
                summary.AddData(before.Data, -1);
                summary.AddData(data, 1);
                await summary.ApplyAsync(tx, before.ProjectId);
            }
        }, cancel);
    }

    /// <summary>Moves a task to the trash.</summary>
    /// <returns>Its project's id.</returns>
    public Task<long> DeleteAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var task = await TaskRow.FindAsync(tx.Connection, tx.Transaction, caller, id, tx.Dialect.ForUpdate("t")) ?? throw ApiException.NoMatch("Task");
            await TaskTrash.DeleteAsync(tx, task.ProjectId, [id], Timestamp.Now(clock));
            await OverlapCohort.TasksChangedAsync(tx, task.ProjectId);
            await events.TasksDeletedAsync(tx, task.ProjectId, [id]);
            return task.ProjectId;
        }, cancel);

    private static void CheckShape(TaskRequest request)
    {
        if (request.Data.IsSet && request.Data.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            throw new ValidationException("Task[data] must be dict or list");
    }

    private static string? Meta(TaskRequest request)
    {
        if (!request.Meta.IsSet) return "{}";
        return request.Meta.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? request.Meta.Value.GetRawText()
            : throw new ValidationException("Task[meta] must be dict or list");
    }
}
