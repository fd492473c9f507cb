using System.Text;
using Dapper;
using Goldset.Data;

namespace Goldset.Server.Tasks;

/// <summary>
/// Keeps the counters of a task and its project. The task's own annotations and predictions are counted (they are few); the
/// project's numbers move by the difference, so nothing else is read.
/// </summary>
internal static class TaskCounters
{
    /// <summary>Brings the counters up to date after annotations or predictions of <paramref name="taskId"/> changed.</summary>
    /// <param name="tx">The write, in which the task's row is already locked.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="userId">Who changed it; null leaves the last one.</param>
    /// <param name="now">When.</param>
    public static async Task RefreshAsync(WriteTransaction tx, long taskId, long? userId, Timestamp now)
    {
        var stored = (await tx.QueryFirstOrDefaultAsync<Numbers>("""
            SELECT t.project_id, t.overlap, t.is_labeled, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.useful_annotations,
                   t.ground_truth_annotations, p.skip_queue
            FROM tasks t JOIN projects p ON p.id = t.project_id WHERE t.id = @taskId
            """, new { taskId }))!;
        var counted = (await tx.QueryFirstOrDefaultAsync<Numbers>("""
            SELECT COUNT(CASE WHEN NOT was_cancelled THEN 1 END) AS total_annotations,
                   COUNT(CASE WHEN was_cancelled THEN 1 END) AS cancelled_annotations,
                   COUNT(CASE WHEN NOT was_cancelled AND NOT ground_truth AND result IS NOT NULL THEN 1 END) AS useful_annotations,
                   COUNT(CASE WHEN ground_truth THEN 1 END) AS ground_truth_annotations,
                   COUNT(DISTINCT CASE WHEN NOT was_cancelled AND result IS NOT NULL THEN COALESCE(completed_by_id, 0) END) AS authors,
                   COUNT(DISTINCT COALESCE(completed_by_id, 0)) AS all_authors,
                   (SELECT COUNT(*) FROM predictions WHERE task_id = @taskId) AS total_predictions
            FROM annotations WHERE task_id = @taskId
            """, new { taskId }))!;
        counted.IsLabeled = (stored.SkipQueue == "IGNORE_SKIPPED" ? counted.AllAuthors : counted.Authors) >= stored.Overlap;
        var sql = new StringBuilder();
        var parameters = new DynamicParameters();
        Append(sql, parameters, taskId, stored, counted, userId, now);
        await tx.ExecuteAsync(sql.ToString(), parameters);
    }

    /// <summary>Brings the counters of many tasks of one project up to date, in as many statements as for one.</summary>
    /// <param name="tx">The write, in which the tasks' rows are already locked.</param>
    /// <param name="projectId">Their project.</param>
    /// <param name="taskIds">The tasks.</param>
    /// <param name="by">Who changed them, and when; null leaves that as it is.</param>
    public static async Task RefreshAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> taskIds, (long UserId, Timestamp At)? by)
    {
        if (taskIds.Count == 0) return;
        var parameters = new DynamicParameters(new { projectId, userId = by?.UserId, at = by?.At });
        parameters.Add("ids", taskIds.ToArray());
        var sums = $"""
            SELECT COUNT(CASE WHEN is_labeled THEN 1 END) AS labeled, COALESCE(SUM(total_annotations), 0) AS annotations, COALESCE(SUM(cancelled_annotations), 0) AS cancelled,
                COALESCE(SUM(total_predictions), 0) AS predictions, COALESCE(SUM(useful_annotations), 0) AS useful, COALESCE(SUM(ground_truth_annotations), 0) AS truths,
                COUNT(CASE WHEN useful_annotations > 0 THEN 1 END) AS touched
            FROM tasks WHERE {tx.Dialect.In("id", "@ids")}
            """;
        var before = (await tx.QueryFirstOrDefaultAsync<Sums>(sums, parameters))!;
        await tx.ExecuteAsync($"""
            UPDATE tasks SET total_annotations = c.total, cancelled_annotations = c.cancelled, total_predictions = c.predictions, useful_annotations = c.useful,
                ground_truth_annotations = c.truths,
                is_labeled = overlap <= CASE WHEN (SELECT p.skip_queue FROM projects p WHERE p.id = @projectId) = 'IGNORE_SKIPPED' THEN c.all_authors ELSE c.authors END
                {(by is null ? "" : ", updated_at = @at, updated_by_id = @userId")}
            FROM (
                SELECT t.id AS task_id,
                    COUNT(CASE WHEN NOT a.was_cancelled THEN 1 END) AS total,
                    COUNT(CASE WHEN a.was_cancelled THEN 1 END) AS cancelled,
                    COUNT(CASE WHEN NOT a.was_cancelled AND NOT a.ground_truth AND a.result IS NOT NULL THEN 1 END) AS useful,
                    COUNT(CASE WHEN a.ground_truth THEN 1 END) AS truths,
                    COUNT(DISTINCT CASE WHEN NOT a.was_cancelled AND a.result IS NOT NULL THEN COALESCE(a.completed_by_id, 0) END) AS authors,
                    COUNT(DISTINCT CASE WHEN a.id IS NOT NULL THEN COALESCE(a.completed_by_id, 0) END) AS all_authors,
                    (SELECT COUNT(*) FROM predictions pr WHERE pr.task_id = t.id) AS predictions
                FROM tasks t LEFT JOIN annotations a ON a.task_id = t.id WHERE {tx.Dialect.In("t.id", "@ids")} GROUP BY t.id) AS c
            WHERE tasks.id = c.task_id
            """, parameters);
        var after = (await tx.QueryFirstOrDefaultAsync<Sums>(sums, parameters))!;
        await tx.ExecuteAsync("""
            UPDATE project_counts SET finished_task_number = finished_task_number + @labeled, total_annotations_number = total_annotations_number + @annotations,
                skipped_annotations_number = skipped_annotations_number + @cancelled, total_predictions_number = total_predictions_number + @predictions,
                useful_annotation_number = useful_annotation_number + @useful, ground_truth_number = ground_truth_number + @truths,
                num_tasks_with_annotations = num_tasks_with_annotations + @touched
            WHERE project_id = @projectId
            """, new
        {
            projectId,
            labeled = after.Labeled - before.Labeled,
            annotations = after.Annotations - before.Annotations,
            cancelled = after.Cancelled - before.Cancelled,
            predictions = after.Predictions - before.Predictions,
            useful = after.Useful - before.Useful,
            truths = after.Truths - before.Truths,
            touched = after.Touched - before.Touched,
        });
    }

    /// <summary>Appends the statements that take the task and its project from <paramref name="before"/> to <paramref name="after"/>.</summary>
    public static void Append(StringBuilder sql, DynamicParameters parameters, long taskId, Numbers before, Numbers after, long? userId, Timestamp now)
    {
        parameters.AddDynamicParams(new
        {
            countedTask = taskId,
            countedProject = before.ProjectId,
            after.IsLabeled,
            after.TotalAnnotations,
            after.CancelledAnnotations,
            after.TotalPredictions,
            after.UsefulAnnotations,
            after.GroundTruthAnnotations,
            countedBy = userId,
            countedAt = now,
            labeledDelta = (after.IsLabeled ? 1 : 0) - (before.IsLabeled ? 1 : 0),
            annotationDelta = after.TotalAnnotations - before.TotalAnnotations,
            cancelledDelta = after.CancelledAnnotations - before.CancelledAnnotations,
            predictionDelta = after.TotalPredictions - before.TotalPredictions,
            usefulDelta = after.UsefulAnnotations - before.UsefulAnnotations,
            truthDelta = after.GroundTruthAnnotations - before.GroundTruthAnnotations,
            touchedDelta = (after.UsefulAnnotations > 0 ? 1 : 0) - (before.UsefulAnnotations > 0 ? 1 : 0),
        });
        sql.Append("""
            UPDATE tasks SET is_labeled = @IsLabeled, total_annotations = @TotalAnnotations, cancelled_annotations = @CancelledAnnotations,
                total_predictions = @TotalPredictions, useful_annotations = @UsefulAnnotations, ground_truth_annotations = @GroundTruthAnnotations,
                updated_at = @countedAt, updated_by_id = COALESCE(@countedBy, updated_by_id)
            WHERE id = @countedTask;
            UPDATE project_counts SET finished_task_number = finished_task_number + @labeledDelta, total_annotations_number = total_annotations_number + @annotationDelta,
                skipped_annotations_number = skipped_annotations_number + @cancelledDelta, total_predictions_number = total_predictions_number + @predictionDelta,
                useful_annotation_number = useful_annotation_number + @usefulDelta, ground_truth_number = ground_truth_number + @truthDelta,
                num_tasks_with_annotations = num_tasks_with_annotations + @touchedDelta
            WHERE project_id = @countedProject;

            """);
    }

    private sealed class Sums
    {
        public long Labeled { get; init; }
        public long Annotations { get; init; }
        public long Cancelled { get; init; }
        public long Predictions { get; init; }
        public long Useful { get; init; }
        public long Truths { get; init; }
        public long Touched { get; init; }
    }

    /// <summary>The numbers of one task.</summary>
    internal sealed record Numbers
    {
        public long ProjectId { get; init; }
        public int Overlap { get; init; }
        public bool IsLabeled { get; set; }
        public int TotalAnnotations { get; init; }
        public int CancelledAnnotations { get; init; }
        public int TotalPredictions { get; init; }
        public int UsefulAnnotations { get; init; }
        public int GroundTruthAnnotations { get; init; }
        public int Authors { get; init; }
        public int AllAuthors { get; init; }
        public string? SkipQueue { get; init; }
    }
}
