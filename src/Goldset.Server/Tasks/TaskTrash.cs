using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Projects;

namespace Goldset.Server.Tasks;

/// <summary>
/// Deleting tasks: they leave all lists and counters at once and are kept for 30 days with their annotations, so that a mistake can
/// be undone.
/// </summary>
internal static class TaskTrash
{
    /// <summary>How long tasks and projects stay in the trash.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Deletes tasks of one project; ids that are no visible tasks of it are passed over.</summary>
    /// <returns>How many were deleted.</returns>
    public static async Task<int> DeleteAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> ids, Timestamp now)
    {
        var summary = new SummaryDelta();
        var deleted = 0;
        foreach (var batch in ids.Chunk(500))
        {
            var parameters = new DynamicParameters(new { projectId, now });
            parameters.Add("ids", batch);
            var tasks = await tx.QueryAsync<DeletedTask>($"""
                UPDATE tasks SET deleted_at = @now WHERE project_id = @projectId AND {tx.Dialect.In("id", "@ids")} AND deleted_at IS NULL
                RETURNING {DeletedTask.Columns}
                """, parameters);
            if (tasks.Count == 0) continue;
            deleted += tasks.Count;
            foreach (var task in tasks) summary.AddData(task.Data, -1);
            var gone = new DynamicParameters(new { projectId });
            gone.Add("ids", tasks.Select(t => t.Id).ToArray());
            foreach (var result in await tx.QueryAsync<string?>($"SELECT result FROM annotations WHERE {tx.Dialect.In("task_id", "@ids")} AND result IS NOT NULL", gone))
                summary.AddAnnotation(result, -1);
            foreach (var result in await tx.QueryAsync<string>($"DELETE FROM drafts WHERE {tx.Dialect.In("task_id", "@ids")} RETURNING result", gone))
                summary.AddDraft(result, -1);
            await tx.ExecuteAsync($"DELETE FROM task_locks WHERE {tx.Dialect.In("task_id", "@ids")}", gone);
            await tx.ExecuteAsync($"DELETE FROM label_stream_visits WHERE project_id = @projectId AND {tx.Dialect.In("task_id", "@ids")}", gone);
            await CountAsync(tx, projectId, tasks, -1);
        }
        await summary.ApplyAsync(tx, projectId);
        return deleted;
    }

    /// <summary>Brings tasks back with their annotations and predictions; ids that are not in the project's trash are passed over.</summary>
    /// <returns>The ids of those that are back.</returns>
    public static async Task<long[]> RestoreAsync(WriteTransaction tx, long projectId, long[] ids)
    {
        var parameters = new DynamicParameters(new { projectId });
        parameters.Add("ids", ids);
        var tasks = await tx.QueryAsync<DeletedTask>($"""
            UPDATE tasks SET deleted_at = NULL WHERE project_id = @projectId AND {tx.Dialect.In("id", "@ids")} AND deleted_at IS NOT NULL RETURNING {DeletedTask.Columns}
            """, parameters);
        if (tasks.Count == 0) return [];
        long[] back = [.. tasks.Select(task => task.Id).Order()];
        var summary = new SummaryDelta();
        foreach (var task in tasks) summary.AddData(task.Data, 1);
        parameters.Add("ids", back);
        foreach (var result in await tx.QueryAsync<string>($"SELECT result FROM annotations WHERE {tx.Dialect.In("task_id", "@ids")} AND result IS NOT NULL", parameters))
            summary.AddAnnotation(result, 1);
        await CountAsync(tx, projectId, tasks, 1);
        await summary.ApplyAsync(tx, projectId);
        return back;
    }

    /// <summary>Deletes all tasks of a project.</summary>
    public static async Task EmptyAsync(WriteTransaction tx, long projectId, Timestamp now)
    {
        await tx.ExecuteAsync("""
            UPDATE tasks SET deleted_at = @now WHERE project_id = @projectId AND deleted_at IS NULL
                AND (import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = tasks.import_id));
            DELETE FROM drafts WHERE project_id = @projectId;
            DELETE FROM task_locks WHERE project_id = @projectId;
            DELETE FROM label_stream_visits WHERE project_id = @projectId;
            DELETE FROM summary_counts WHERE project_id = @projectId;
            UPDATE project_counts SET task_number = 0, finished_task_number = 0, total_annotations_number = 0, skipped_annotations_number = 0,
                total_predictions_number = 0, useful_annotation_number = 0, ground_truth_number = 0, num_tasks_with_annotations = 0, last_inner_id = 0,
                tasks_version = tasks_version + 1
            WHERE project_id = @projectId;
            """, new { projectId, now });
    }

    /// <summary>Moves the project's counters by those of <paramref name="tasks"/>, <paramref name="sign"/> times.</summary>
    private static Task CountAsync(WriteTransaction tx, long projectId, IReadOnlyList<DeletedTask> tasks, int sign) => tx.ExecuteAsync("""
        UPDATE project_counts SET task_number = task_number + @tasks, finished_task_number = finished_task_number + @labeled,
            total_annotations_number = total_annotations_number + @annotations, skipped_annotations_number = skipped_annotations_number + @cancelled,
            total_predictions_number = total_predictions_number + @predictions, useful_annotation_number = useful_annotation_number + @useful,
            ground_truth_number = ground_truth_number + @truth, num_tasks_with_annotations = num_tasks_with_annotations + @touched,
            tasks_version = tasks_version + 1
        WHERE project_id = @projectId
        """, new
    {
        projectId,
        tasks = sign * tasks.Count,
        labeled = sign * tasks.Count(t => t.IsLabeled),
        annotations = sign * tasks.Sum(t => t.TotalAnnotations),
        cancelled = sign * tasks.Sum(t => t.CancelledAnnotations),
        predictions = sign * tasks.Sum(t => t.TotalPredictions),
        useful = sign * tasks.Sum(t => t.UsefulAnnotations),
        truth = sign * tasks.Sum(t => t.GroundTruthAnnotations),
        touched = sign * tasks.Count(t => t.UsefulAnnotations > 0),
    });

    private sealed class DeletedTask
    {
        public const string Columns =
            "id, is_labeled, total_annotations, cancelled_annotations, total_predictions, useful_annotations, ground_truth_annotations, data";

        public long Id { get; init; }
        public bool IsLabeled { get; init; }
        public int TotalAnnotations { get; init; }
        public int CancelledAnnotations { get; init; }
        public int TotalPredictions { get; init; }
        public int UsefulAnnotations { get; init; }
        public int GroundTruthAnnotations { get; init; }
        public string Data { get; init; } = "{}";
    }
}
