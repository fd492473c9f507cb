using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.LabelStream;

/// <summary>The task that was chosen for an annotator.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Queue">Which queue it came from, as the API names it.</param>
/// <param name="LockId">UUID of the annotator's lock, or null where the task is handed out without one.</param>
public sealed record HandedOut(long TaskId, string Queue, string? LockId);

/// <summary>
/// Chooses the next task for an annotator. Choice and lock are one transaction and choices of a project run one after the other, so two
/// annotators never take the same place of a task.
/// </summary>
internal sealed class NextTask(Database database, ServerOptions options, TimeProvider clock)
{
    private const int RandomSample = 50;

    private const string Skipped = """
        CASE WHEN @skipQueue = 'REQUEUE_FOR_ME' THEN NOT (a.was_cancelled AND a.completed_by_id = @userId)
             WHEN @skipQueue = 'REQUEUE_FOR_OTHERS' THEN NOT (a.was_cancelled AND COALESCE(a.completed_by_id, 0) <> @userId)
             ELSE a.id IS NOT NULL END
        """;

    /// <summary>A place is free: locks of others and answers that count are fewer than the annotations wanted.</summary>
    private const string Free = $"""
        ((SELECT COUNT(*) FROM task_locks l WHERE l.task_id = t.id AND l.user_id <> @userId AND l.expire_at > @now)
         + (SELECT COUNT(*) FROM annotations a WHERE a.task_id = t.id AND NOT a.ground_truth AND {Skipped}) < t.overlap)
        """;

    private const string HasTruth = "(t.ground_truth_annotations > 0)";

    private const string Unsolved = """
        NOT EXISTS (SELECT 1 FROM annotations a WHERE a.project_id = t.project_id AND a.completed_by_id = @userId AND a.task_id = t.id)
        AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.task_id = t.id AND d.user_id = @userId AND d.was_postponed)
        """;

    /// <summary>Hands out a task, or null when nothing is left for the caller.</summary>
    public Task<HandedOut?> TakeAsync(Caller caller, ProjectRow project, TaskSelection selection, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            // A lock that is lost in a power failure is only taken again; waiting for the disk would be in vain.
            if (database.Engine == Engine.Postgres)
                await tx.ExecuteAsync(database.Dialect.CommitLater + "; SELECT pg_advisory_xact_lock(@space, @key)", new { space = 0x601d5e7, key = unchecked((int)project.Id) });
            var now = Timestamp.Now(clock);
            SqliteText.Prepare(tx.Connection);
            var choice = new Choice(tx, caller, project, selection, now, database.Dialect);
            var found = await choice.FindAsync();
            if (found is null) return null;
            var lockId = found.Queue == "Task lock" ? await OwnLockAsync(tx, caller, found.TaskId, now) : await LockAsync(tx, caller, project, found.TaskId, now);
            await LabelStreamHistory.VisitAsync(tx, caller.UserId, project.Id, found.TaskId);
            return found with { LockId = lockId };
        }, cancel);

    private const string OwnLock = "SELECT unique_id FROM task_locks WHERE task_id = @taskId AND user_id = @userId AND expire_at > @now";

    private static Task<string?> OwnLockAsync(WriteTransaction tx, Caller caller, long taskId, Timestamp now) =>
        tx.QueryFirstOrDefaultAsync<string>(OwnLock, new { taskId, userId = caller.UserId, now });

    private Task<string?> LockAsync(WriteTransaction tx, Caller caller, ProjectRow project, long taskId, Timestamp now) =>
        tx.QueryFirstOrDefaultAsync<string>($"""
            DELETE FROM task_locks WHERE task_id = @taskId AND expire_at <= @now;
            INSERT INTO task_locks (task_id, project_id, user_id, unique_id, created_at, expire_at)
            SELECT t.id, @projectId, @userId, @uniqueId, @now, @expires FROM tasks t
            WHERE t.id = @taskId AND (SELECT COUNT(*) FROM task_locks l WHERE l.task_id = t.id) < t.overlap
            ON CONFLICT (task_id, user_id) DO UPDATE SET expire_at = excluded.expire_at;
            {OwnLock}
            """, new
        {
            taskId,
            projectId = project.Id,
            userId = caller.UserId,
            uniqueId = Guid.NewGuid().ToString(),
            now,
            expires = now.Add(TimeSpan.FromSeconds(options.TaskLockSeconds)),
        });

    private sealed class Choice(WriteTransaction tx, Caller caller, ProjectRow project, TaskSelection selection, Timestamp now, SqlDialect dialect)
    {
        private string candidates = "";

        public async Task<HandedOut?> FindAsync()
        {
            var queues = new List<string>();
            candidates = $"t.project_id = @projectId{selection.Where}{selection.NotExcepted} AND {Unsolved}";
            if (!project.ShowGroundTruthFirst) candidates += " AND NOT t.is_labeled";
            if (project.ShowOverlapFirst)
            {
                var several = await FirstAsync($"{candidates} AND t.overlap > 1", "t.id") is not null;
                candidates += several ? " AND t.overlap > 1" : " AND t.overlap = 1";
                queues.Add("Show overlap first");
            }
            if (selection.IsDataManagerQueue)
            {
                queues.Add("Data manager queue");
                if (await FirstAsync(candidates, selection.OrderBy) is { } first) return new HandedOut(first, string.Join(" & ", queues), null);
            }
            else if (await FromProjectAsync() is { } found) return found;
            return await PostponedAsync() ?? await SkippedAsync();
        }

        private async Task<HandedOut?> FromProjectAsync()
        {
            if (await FirstAsync($"{candidates} AND t.id IN (SELECT l.task_id FROM task_locks l WHERE l.user_id = @userId AND l.project_id = @projectId AND l.expire_at > @now)", selection.OrderBy) is { } mine)
                return new HandedOut(mine, "Task lock", null);
            var sequential = project.Sampling is null or "Sequential sampling";
            if (project.ShowGroundTruthFirst && await FirstAsync($"{candidates} AND {HasTruth}", sequential ? selection.OrderBy : dialect.Random) is { } truth)
                return new HandedOut(truth, "Ground truth queue", null);
            if (project.MaximumAnnotations > 1 && await BegunAsync() is { } begun) return new HandedOut(begun, "Breadth first queue", null);
            return project.Sampling switch
            {
                "Uniform sampling" => Found(await RandomAsync(""), "Uniform random queue"),
                "Uncertainty sampling" => Found(await UncertainAsync() ?? await RandomAsync(""), "Active learning or random queue"),
                _ => Found(await FirstAsync($"{candidates} AND {FreeOrTruth}", selection.OrderBy), "Sequence queue"),
            };
        }

        // Among the tasks that others have begun, one of those with most answers: few rows, found by an index of their own.
        private Task<long?> BegunAsync()
        {
            var truths = project.ShowGroundTruthFirst ? "" : " AND NOT a.ground_truth";
            return tx.QueryFirstOrDefaultAsync<long?>($"""
                SELECT id FROM (
                    SELECT t.id, (SELECT COUNT(*) FROM annotations a WHERE a.task_id = t.id AND COALESCE(a.completed_by_id, 0) <> @userId{truths}) AS answers, {FreeOrTruth} AS free
                    FROM visible_tasks t
                    WHERE {candidates} AND NOT t.is_labeled AND t.total_annotations + t.cancelled_annotations > 0) AS begun
                WHERE answers > 0 AND free ORDER BY answers DESC, {dialect.Random} LIMIT 1
                """, Parameters());
        }

        // Ids are drawn from the project's range and tested; only where tasks are thinly spread are all of them put in random order.
        private async Task<long?> RandomAsync(string condition)
        {
            if (condition.Length == 0 && selection.Where.Length == 0)
            {
                var range = await tx.QueryFirstOrDefaultAsync<IdRange>($"""
                    SELECT (SELECT t.id FROM visible_tasks t WHERE t.project_id = @projectId AND NOT t.is_labeled ORDER BY t.id LIMIT 1) AS first,
                           (SELECT t.id FROM visible_tasks t WHERE t.project_id = @projectId AND NOT t.is_labeled ORDER BY t.id DESC LIMIT 1) AS last
                    """, Parameters());
                if (range is { First: { } first, Last: { } last } && !project.ShowGroundTruthFirst)
                {
                    var drawn = Enumerable.Range(0, RandomSample).Select(_ => Random.Shared.NextInt64(first, last + 1)).Distinct().ToArray();
                    var parameters = Parameters();
                    parameters.Add("drawn", drawn);
                    if (await tx.QueryFirstOrDefaultAsync<long?>(
                        $"SELECT t.id FROM visible_tasks t WHERE {dialect.In("t.id", "@drawn")} AND {candidates} AND {FreeOrTruth} ORDER BY {dialect.Random} LIMIT 1", parameters) is { } lucky)
                        return lucky;
                }
            }
            return await FirstAsync($"{candidates} AND {FreeOrTruth}{condition}", dialect.Random);
        }

        // Lowest score first; once the annotator has solved tasks, those of the clusters met least often come before.
        private Task<long?> UncertainAsync() => tx.QueryFirstOrDefaultAsync<long?>($"""
            WITH solved AS (
                SELECT cluster, COUNT(*) AS times FROM (
                    SELECT MAX(pr.cluster) AS cluster FROM predictions pr
                    WHERE pr.project_id = @projectId AND pr.model_version = @modelVersion
                      AND pr.task_id IN (SELECT a.task_id FROM annotations a WHERE a.project_id = @projectId AND a.completed_by_id = @userId)
                    GROUP BY pr.task_id) AS by_task
                WHERE cluster IS NOT NULL GROUP BY cluster)
            SELECT t.id FROM predictions pr JOIN visible_tasks t ON t.id = pr.task_id LEFT JOIN solved s ON s.cluster = pr.cluster
            WHERE pr.project_id = @projectId AND pr.model_version = @modelVersion AND {candidates} AND {FreeOrTruth}
            ORDER BY COALESCE(s.times, 0), pr.score IS NULL, pr.score, t.id LIMIT 1
            """, Parameters());

        private async Task<HandedOut?> PostponedAsync() => Found(await tx.QueryFirstOrDefaultAsync<long?>($"""
            SELECT t.id FROM drafts d JOIN visible_tasks t ON t.id = d.task_id
            WHERE d.user_id = @userId AND d.project_id = @projectId AND d.was_postponed AND NOT t.is_labeled{selection.Where}{selection.NotExcepted} AND {FreeOrTruth}
            ORDER BY d.updated_at, d.id LIMIT 1
            """, Parameters()), "Postponed draft queue");

        private async Task<HandedOut?> SkippedAsync() => project.SkipQueue != "REQUEUE_FOR_ME" ? null : Found(await tx.QueryFirstOrDefaultAsync<long?>($"""
            SELECT t.id FROM annotations a JOIN visible_tasks t ON t.id = a.task_id
            WHERE a.project_id = @projectId AND a.completed_by_id = @userId AND a.was_cancelled AND NOT t.is_labeled{selection.Where}{selection.NotExcepted} AND {FreeOrTruth}
            ORDER BY a.updated_at, a.id LIMIT 1
            """, Parameters()), "Skipped queue");

        private string FreeOrTruth => project.ShowGroundTruthFirst ? $"({HasTruth} OR {Free})" : Free;

        private Task<long?> FirstAsync(string condition, string order) =>
            tx.QueryFirstOrDefaultAsync<long?>($"SELECT t.id FROM visible_tasks t WHERE {condition} ORDER BY {order} LIMIT 1", Parameters());

        private static HandedOut? Found(long? id, string queue) => id is { } found ? new HandedOut(found, queue, null) : null;

        private DynamicParameters Parameters()
        {
            var parameters = new DynamicParameters(selection.Parameters);
            parameters.AddDynamicParams(new { projectId = project.Id, userId = caller.UserId, skipQueue = project.SkipQueue ?? "REQUEUE_FOR_OTHERS", modelVersion = project.ModelVersion, now });
            return parameters;
        }

        private sealed class IdRange
        {
            public long? First { get; init; }
            public long? Last { get; init; }
        }
    }
}
