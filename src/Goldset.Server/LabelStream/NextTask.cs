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
/// Chooses the next task for an annotator. A choice is offered and then taken: taking looks at the places of the task again while its row
/// is locked, so two annotators never get the same place, and those who ask at once pass over the tasks that others are just taking
/// instead of waiting for them.
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
    public async Task<HandedOut?> TakeAsync(Caller caller, ProjectRow project, TaskSelection selection, CancellationToken cancel)
    {
        // Only when nothing else is left is a task waited for that somebody is just taking or submitting.
        var patient = database.Engine == Engine.Sqlite;
        while (true)
        {
            try
            {
                if (await TryAsync(caller, project, selection, patient, cancel) is { } taken) return taken;
                if (patient) return null;
                patient = true;
            }
            catch (PlaceTakenException)
            {
                // The next look sees who was first.
            }
        }
    }

    private Task<HandedOut?> TryAsync(Caller caller, ProjectRow project, TaskSelection selection, bool patient, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var now = Timestamp.Now(clock);
            SqliteText.Prepare(tx.Connection);
            var choice = new Choice(tx, caller, project, selection, now, patient);
            return await choice.FindAsync() is { } chosen ? await TakeAsync(tx, chosen, choice.FreeOrTruth, choice.Parameters()) : null;
        }, cancel);

    private async Task<HandedOut> TakeAsync(WriteTransaction tx, Chosen chosen, string free, DynamicParameters parameters)
    {
        parameters.AddDynamicParams(new
        {
            taskId = chosen.TaskId,
            uniqueId = Guid.NewGuid().ToString(),
            expires = Timestamp.Now(clock).Add(TimeSpan.FromSeconds(options.TaskLockSeconds)),
        });
        // A lock that is lost in a power failure is only taken again; waiting for the disk would be in vain.
        var taken = await tx.QueryFirstOrDefaultAsync<Taken>($"""
            {tx.Dialect.CommitLater}
            {(chosen.Kind == ChoiceKind.OwnLock ? "" : TakeLock)}
            {LabelStreamHistory.Visit}
            SELECT {free} AS is_free, (SELECT l.unique_id FROM task_locks l WHERE l.task_id = t.id AND l.user_id = @userId AND l.expire_at > @now) AS lock_id
            FROM visible_tasks t WHERE t.id = @taskId
            """, parameters);
        if (taken is null || (chosen.Kind == ChoiceKind.FreePlace && !taken.IsFree)) throw new PlaceTakenException();
        return new HandedOut(chosen.TaskId, chosen.Queue, taken.LockId);
    }

    private const string TakeLock = """
        DELETE FROM task_locks WHERE task_id = @taskId AND expire_at <= @now;
        INSERT INTO task_locks (task_id, project_id, user_id, unique_id, created_at, expire_at)
        SELECT t.id, @projectId, @userId, @uniqueId, @now, @expires FROM tasks t
        WHERE t.id = @taskId AND (SELECT COUNT(*) FROM task_locks l WHERE l.task_id = t.id) < t.overlap
        ON CONFLICT (task_id, user_id) DO UPDATE SET expire_at = excluded.expire_at;
        """;

    private enum ChoiceKind
    {
        /// <summary>Whoever asks for it gets it.</summary>
        Anyone,
        /// <summary>The caller holds its lock already.</summary>
        OwnLock,
        /// <summary>It must have a free place.</summary>
        FreePlace,
    }

    private sealed record Chosen(long TaskId, string Queue, ChoiceKind Kind);

    private sealed class Taken
    {
        public bool IsFree { get; init; }
        public string? LockId { get; init; }
    }

    /// <summary>Between the choice and the lock another annotator took the last place. What was written for it is undone.</summary>
    private sealed class PlaceTakenException : Exception;

    private sealed class Choice(WriteTransaction tx, Caller caller, ProjectRow project, TaskSelection selection, Timestamp now, bool patient)
    {
        private readonly SqlDialect dialect = tx.Dialect;
        private string candidates = "";

        public async Task<Chosen?> FindAsync()
        {
            var queues = new List<string>();
            candidates = $"t.project_id = @projectId{selection.Where}{selection.NotExcepted} AND {Unsolved}";
            if (!project.ShowGroundTruthFirst) candidates += " AND NOT t.is_labeled";
            if (project.ShowOverlapFirst)
            {
                var several = await tx.QueryFirstOrDefaultAsync<bool>($"SELECT EXISTS (SELECT 1 FROM visible_tasks t WHERE {candidates} AND t.overlap > 1)", Parameters());
                candidates += several ? " AND t.overlap > 1" : " AND t.overlap = 1";
                queues.Add("Show overlap first");
            }
            if (selection.IsDataManagerQueue)
            {
                queues.Add("Data manager queue");
                if (await FirstAsync(candidates, selection.OrderBy) is { } first) return new Chosen(first, string.Join(" & ", queues), ChoiceKind.Anyone);
            }
            else if (await FromProjectAsync() is { } found) return found;
            return await PostponedAsync() ?? await SkippedAsync();
        }

        private async Task<Chosen?> FromProjectAsync()
        {
            if (await FirstAsync($"{candidates} AND t.id IN (SELECT l.task_id FROM task_locks l WHERE l.user_id = @userId AND l.project_id = @projectId AND l.expire_at > @now)", selection.OrderBy, isOwn: true) is { } mine)
                return new Chosen(mine, "Task lock", ChoiceKind.OwnLock);
            var sequential = project.Sampling is null or "Sequential sampling";
            if (project.ShowGroundTruthFirst && await FirstAsync($"{candidates} AND {HasTruth}", sequential ? selection.OrderBy : dialect.Random) is { } truth)
                return new Chosen(truth, "Ground truth queue", ChoiceKind.Anyone);
            if (project.MaximumAnnotations > 1 && await BegunAsync() is { } begun) return new Chosen(begun, "Breadth first queue", ChoiceKind.FreePlace);
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
            var others = $"FROM annotations a WHERE a.task_id = t.id AND COALESCE(a.completed_by_id, 0) <> @userId{truths}";
            return tx.QueryFirstOrDefaultAsync<long?>($"""
                SELECT t.id FROM visible_tasks t
                WHERE {candidates} AND NOT t.is_labeled AND t.total_annotations + t.cancelled_annotations > 0 AND EXISTS (SELECT 1 {others}) AND {FreeOrTruth}
                ORDER BY (SELECT COUNT(*) {others}) DESC, {dialect.Random} LIMIT 1{Locked}
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
                        $"SELECT t.id FROM visible_tasks t WHERE {dialect.In("t.id", "@drawn")} AND {candidates} AND {FreeOrTruth} ORDER BY {dialect.Random} LIMIT 1{Locked}", parameters) is { } lucky)
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
            ORDER BY COALESCE(s.times, 0), pr.score IS NULL, pr.score, t.id LIMIT 1{Locked}
            """, Parameters());

        private async Task<Chosen?> PostponedAsync() => Found(await tx.QueryFirstOrDefaultAsync<long?>($"""
            SELECT t.id FROM drafts d JOIN visible_tasks t ON t.id = d.task_id
            WHERE d.user_id = @userId AND d.project_id = @projectId AND d.was_postponed AND NOT t.is_labeled{selection.Where}{selection.NotExcepted} AND {FreeOrTruth}
            ORDER BY d.updated_at, d.id LIMIT 1{Locked}
            """, Parameters()), "Postponed draft queue");

        private async Task<Chosen?> SkippedAsync() => project.SkipQueue != "REQUEUE_FOR_ME" ? null : Found(await tx.QueryFirstOrDefaultAsync<long?>($"""
            SELECT t.id FROM annotations a JOIN visible_tasks t ON t.id = a.task_id
            WHERE a.project_id = @projectId AND a.completed_by_id = @userId AND a.was_cancelled AND NOT t.is_labeled{selection.Where}{selection.NotExcepted} AND {FreeOrTruth}
            ORDER BY a.updated_at, a.id LIMIT 1{Locked}
            """, Parameters()), "Skipped queue");

        public string FreeOrTruth => project.ShowGroundTruthFirst ? $"({HasTruth} OR {Free})" : Free;

        // What is the caller's own already is not passed over because somebody else looks at it.
        private Task<long?> FirstAsync(string condition, string order, bool isOwn = false) =>
            tx.QueryFirstOrDefaultAsync<long?>($"SELECT t.id FROM visible_tasks t WHERE {condition} ORDER BY {order} LIMIT 1{(isOwn ? "" : Locked)}", Parameters());

        // The row stays locked until the lock for the annotator is there, which makes the choice final.
        private string Locked => patient ? dialect.ForUpdate("t") : dialect.ForUpdateSkipLocked("t");

        private static Chosen? Found(long? id, string queue) => id is { } found ? new Chosen(found, queue, ChoiceKind.FreePlace) : null;

        /// <summary>What the conditions refer to.</summary>
        public DynamicParameters Parameters()
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
