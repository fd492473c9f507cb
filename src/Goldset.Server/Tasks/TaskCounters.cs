using System.Globalization;
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
        Append(sql, parameters, tx.Dialect, [new Change(taskId, stored, counted, userId)], now);
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

    /// <summary>Appends the statements that make <paramref name="changes"/> and move their projects' numbers.</summary>
    public static void Append(StringBuilder sql, DynamicParameters parameters, SqlDialect dialect, IReadOnlyList<Change> changes, Timestamp now)
    {
        var rows = new RowTable(dialect, parameters, "counted", changes.Count)
            .Add("task_id", changes.Select(c => c.TaskId))
            .Add("is_labeled", changes.Select(c => c.After.IsLabeled))
            .Add("total", changes.Select(c => c.After.TotalAnnotations))
            .Add("cancelled", changes.Select(c => c.After.CancelledAnnotations))
            .Add("predictions", changes.Select(c => c.After.TotalPredictions))
            .Add("useful", changes.Select(c => c.After.UsefulAnnotations))
            .Add("truths", changes.Select(c => c.After.GroundTruthAnnotations))
            .Add("user_id", changes.Select(c => c.UserId));
        parameters.Add("counted_at", now);
        sql.Append(CultureInfo.InvariantCulture, $"""
            UPDATE tasks SET is_labeled = counted.is_labeled, total_annotations = counted.total, cancelled_annotations = counted.cancelled,
                total_predictions = counted.predictions, useful_annotations = counted.useful, ground_truth_annotations = counted.truths,
                updated_at = @counted_at, updated_by_id = COALESCE(counted.user_id, tasks.updated_by_id)
            FROM {rows.Of("task_id", "is_labeled", "total", "cancelled", "predictions", "useful", "truths", "user_id")}
            WHERE tasks.id = counted.task_id;

            """);
        foreach (var (i, project) in changes.GroupBy(c => c.Before.ProjectId).OrderBy(p => p.Key).Index())
        {
            sql.Append(CultureInfo.InvariantCulture, $"""
                UPDATE project_counts SET finished_task_number = finished_task_number + @labeled{i}, total_annotations_number = total_annotations_number + @annotations{i},
                    skipped_annotations_number = skipped_annotations_number + @cancelled{i}, total_predictions_number = total_predictions_number + @predictions{i},
                    useful_annotation_number = useful_annotation_number + @useful{i}, ground_truth_number = ground_truth_number + @truths{i},
                    num_tasks_with_annotations = num_tasks_with_annotations + @touched{i}
                WHERE project_id = @countedProject{i};

                """);
            parameters.Add($"countedProject{i}", project.Key);
            Moved("labeled", n => n.IsLabeled ? 1 : 0);
            Moved("annotations", n => n.TotalAnnotations);
            Moved("cancelled", n => n.CancelledAnnotations);
            Moved("predictions", n => n.TotalPredictions);
            Moved("useful", n => n.UsefulAnnotations);
            Moved("truths", n => n.GroundTruthAnnotations);
            Moved("touched", n => n.UsefulAnnotations > 0 ? 1 : 0);

            void Moved(string name, Func<Numbers, int> number) => parameters.Add($"{name}{i}", project.Sum(c => number(c.After) - number(c.Before)));
        }
    }

    /// <summary>What becomes of a task's counters.</summary>
    /// <param name="TaskId">The task.</param>
    /// <param name="Before">As they are stored.</param>
    /// <param name="After">As they shall be.</param>
    /// <param name="UserId">Who changed it; null leaves the last one.</param>
    internal sealed record Change(long TaskId, Numbers Before, Numbers After, long? UserId);

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
