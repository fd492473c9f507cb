using System.Data.Common;
using System.Text;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.MachineLearning;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Annotations;

/// <summary>
/// Stores new annotations with the counters that follow from them: one look at the tasks and one batch of statements, for all annotations
/// that wait together (see <see cref="GroupedWrites{TItem, TResult}"/>).
/// </summary>
internal sealed class AnnotationSubmits : IAsyncDisposable
{
    private readonly WebhookEvents events;
    private readonly MlTraining training;
    private readonly ExportQueue exports;
    private readonly TimeProvider clock;
    private readonly GroupedWrites<Submit, AnnotationRow> writes;

    public AnnotationSubmits(Database database, WebhookEvents events, MlTraining training, ExportQueue exports, TimeProvider clock)
    {
        this.events = events;
        this.training = training;
        this.exports = exports;
        this.clock = clock;
        // The second annotation of a task counts on from the first one.
        writes = new GroupedWrites<Submit, AnnotationRow>(database, submit => submit.TaskId, WriteAsync);
    }

    /// <summary>Stores a new annotation of the caller.</summary>
    public async Task<AnnotationRow> CreateAsync(Caller caller, long taskId, AnnotationRequest request, bool? cancelledByQuery, CancellationToken cancel)
    {
        var result = AnnotationResult.Read(request.Result);
        var author = request.CompletedBy is { IsSet: true, Value: { } named } ? named : caller.UserId;
        if (author != caller.UserId && caller.Role < Role.Manager) throw ApiException.Forbidden();
        var submit = new Submit(caller, taskId, request, result, cancelledByQuery ?? request.WasCancelled.Or(false), author, UniqueId(request.UniqueId));
        try
        {
            return await writes.WriteAsync(submit, cancel);
        }
        catch (DbException clash) when (IsUniqueViolation(clash))
        {
            throw Taken();
        }
    }

    private async Task WriteAsync(WriteTransaction tx, IReadOnlyList<GroupedWrite<Submit, AnnotationRow>> group)
    {
        var targets = await FindTasksAsync(tx, group);
        var accepted = new List<Accepted>(group.Count);
        foreach (var (place, write) in group.Index())
            if (Refusal(write.Item, targets.GetValueOrDefault(place)) is { } refusal) write.Fail(refusal);
            else accepted.Add(new Accepted(write, write.Item, targets[place]));
        if (accepted.Count == 0) return;

        var now = Timestamp.Now(clock);
        var ids = await StoreAsync(tx, accepted, now);
        foreach (var one in accepted)
        {
            var (write, submit, target) = one;
            var id = ids[submit.UniqueId];
            await exports.OrderAsync(tx, target.ProjectId, [id], writesAtOnce: true);
            if (!submit.IsTruth) await training.AnnotatedAsync(tx, target.ProjectId, target.TrainEvery);
            if (target.HasReceivers) await events.AnnotationCreatedAsync(tx, target.ProjectId, id);
            write.Succeed(one.ToRow(id, now));
        }
    }

    private static ApiException? Refusal(Submit submit, SubmitTarget? task)
    {
        if (task is null) return ApiException.NoMatch("Task");
        if ((submit.IsCancelled || submit.Request.WasCancelled.Or(false)) && task.AllowSkip != true)
            return new ApiException(StatusCodes.Status400BadRequest, "This task cannot be skipped.");
        if (task.UniqueIdTaken) return Taken();
        if (!task.AuthorIsMember) return Unknown("completed_by", submit.AuthorId);
        if (task.DraftId is not null && (task.DraftUserId != submit.Caller.UserId || task.DraftTaskId != submit.TaskId))
            return new ApiException(StatusCodes.Status403Forbidden, $"You have no permission to draft id:{task.DraftId}");
        if (submit.Request.ParentPrediction is { IsSet: true, Value: { } prediction } && !task.ParentPredictionKnown) return Unknown("parent_prediction", prediction);
        if (submit.Request.ParentAnnotation is { IsSet: true, Value: { } parent } && !task.ParentAnnotationKnown) return Unknown("parent_annotation", parent);
        return null;

        static ValidationException Unknown(string field, long id) => new(field, $"Invalid pk \"{id}\" - object does not exist.");
    }

    /// <returns>The ids by unique id.</returns>
    private static async Task<Dictionary<string, long>> StoreAsync(WriteTransaction tx, IReadOnlyList<Accepted> accepted, Timestamp now)
    {
        var parameters = new DynamicParameters(new { now, minuteAgo = now.Add(TimeSpan.FromMinutes(-1)) });
        var replaced = accepted.Where(a => a.Submit.IsTruth && a.Target.GroundTruthAnnotations > 0).Select(a => a.Submit.TaskId).ToArray();
        if (replaced.Length > 0) await tx.ExecuteAsync($"UPDATE annotations SET ground_truth = @no WHERE {tx.Dialect.In("task_id", "@replaced")}", new { no = false, replaced });

        var rows = new RowTable(tx.Dialect, parameters, "v", accepted.Count)
            .Add("task_id", accepted.Select(a => a.Submit.TaskId))
            .Add("project_id", accepted.Select(a => a.Target.ProjectId))
            .Add("user_id", accepted.Select(a => a.Submit.Caller.UserId))
            .Add("unique_id", accepted.Select(a => a.Submit.UniqueId))
            .Add("result", accepted.Select(a => a.Submit.Result.Json))
            .Add("result_count", accepted.Select(a => a.Submit.Result.RegionCount))
            .Add("completed_by_id", accepted.Select(a => a.Submit.AuthorId))
            .Add("was_cancelled", accepted.Select(a => a.Submit.IsCancelled))
            .Add("ground_truth", accepted.Select(a => a.Submit.IsTruth))
            .Add("bulk_created", accepted.Select(a => a.Submit.IsBulk))
            .Add("draft_created_at", accepted.Select(a => a.DraftCreatedAt?.Micros))
            .Add("lead_time", accepted.Select(a => a.Submit.Request.LeadTime.Or(null)))
            .Add("prediction", accepted.Select(a => a.Target.ShownPrediction is { } shown ? $"{{\"id\": {shown}}}" : "{}"))
            .Add("import_id", accepted.Select(a => a.Submit.Request.ImportId.Or(null)))
            .Add("last_action", accepted.Select(a => a.Submit.LastAction))
            .Add("parent_prediction_id", accepted.Select(a => a.Submit.Request.ParentPrediction.Or(null)))
            .Add("parent_annotation_id", accepted.Select(a => a.Submit.Request.ParentAnnotation.Or(null)))
            .Add("last_created_by_id", accepted.Select(a => a.Submit.Request.LastCreatedBy.Or(null)));
        string[] columns =
        [
            "task_id", "project_id", "result", "result_count", "completed_by_id", "was_cancelled", "ground_truth", "bulk_created", "draft_created_at", "lead_time",
            "prediction", "unique_id", "import_id", "last_action", "parent_prediction_id", "parent_annotation_id", "last_created_by_id",
        ];
        var stored = string.Join(", ", columns);
        var sql = new StringBuilder($"""
            INSERT INTO annotations ({stored}, updated_by_id, created_at, updated_at)
            SELECT {stored}, user_id, @now, @now FROM {rows.Of([.. columns, "user_id"])}
            RETURNING id, unique_id;

            """);
        TaskCounters.Append(sql, parameters, tx.Dialect, [.. accepted.Select(a => new TaskCounters.Change(a.Submit.TaskId, a.Target.Counters, a.CountersAfter, a.Submit.Caller.UserId))], now);
        sql.Append($"""
            DELETE FROM task_locks WHERE id IN (SELECT l.id FROM {rows.Of("task_id", "user_id")} JOIN task_locks l ON l.task_id = v.task_id
                WHERE l.user_id = v.user_id OR l.expire_at <= @now);
            UPDATE label_stream_visits SET annotation_id = a.id
            FROM {rows.Of("task_id", "project_id", "user_id", "unique_id")} JOIN annotations a ON a.unique_id = v.unique_id
            WHERE label_stream_visits.user_id = v.user_id AND label_stream_visits.project_id = v.project_id AND label_stream_visits.task_id = v.task_id;
            UPDATE users SET last_activity = @now WHERE id IN (SELECT user_id FROM {rows.Of("user_id")}) AND last_activity < @minuteAgo;

            """);
        if (accepted.Select(a => a.Target.DraftId).OfType<long>().ToArray() is { Length: > 0 } drafts)
        {
            parameters.Add("drafts", drafts);
            sql.Append($"DELETE FROM drafts WHERE {tx.Dialect.In("id", "@drafts")};\n");
        }
        foreach (var (i, project) in accepted.GroupBy(a => a.Target.ProjectId).OrderBy(p => p.Key).Index())
        {
            var summary = new SummaryDelta();
            foreach (var (_, submit, target) in project)
            {
                summary.AddAnnotation(submit.Result.Json, 1);
                if (target.DraftId is not null) summary.AddDraft(target.DraftResult!, -1);
            }
            summary.AppendTo(sql, parameters, tx.Dialect, project.Key, $"summary{i}");
        }
        return (await tx.QueryAsync<StoredAnnotation>(sql.ToString(), parameters)).ToDictionary(s => s.UniqueId, s => s.Id);
    }

    /// <summary>Locks the tasks of a group.</summary>
    /// <returns>By place in the group; without those that the caller cannot see.</returns>
    private static async Task<Dictionary<int, SubmitTarget>> FindTasksAsync(WriteTransaction tx, IReadOnlyList<GroupedWrite<Submit, AnnotationRow>> group)
    {
        var parameters = new DynamicParameters();
        var rows = new RowTable(tx.Dialect, parameters, "v", group.Count)
            .Add("place", Enumerable.Range(0, group.Count))
            .Add("task_id", group.Select(w => w.Item.TaskId))
            .Add("author_id", group.Select(w => w.Item.AuthorId))
            .Add("unique_id", group.Select(w => w.Item.UniqueId))
            .Add("organization_id", group.Select(w => w.Item.Caller.OrganizationId))
            .Add("draft_id", group.Select(w => w.Item.Request.DraftId.Or(null)))
            .Add("prediction_id", group.Select(w => w.Item.Request.ParentPrediction.Or(null)))
            .Add("annotation_id", group.Select(w => w.Item.Request.ParentAnnotation.Or(null)));
        var targets = await tx.QueryAsync<SubmitTarget>($"""
            SELECT v.place, t.project_id, t.overlap, t.is_labeled, t.allow_skip, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.useful_annotations,
                   t.ground_truth_annotations, p.skip_queue, {WebhookEvents.HasReceivers} AS has_receivers, p.min_annotations_to_start_training AS train_every,
                   (SELECT COUNT(DISTINCT COALESCE(a.completed_by_id, 0)) FROM annotations a WHERE a.task_id = t.id
                      AND (p.skip_queue = 'IGNORE_SKIPPED' OR (NOT a.was_cancelled AND a.result IS NOT NULL)) AND COALESCE(a.completed_by_id, 0) <> v.author_id) AS other_authors,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.task_id = t.id AND a.completed_by_id = v.author_id
                      AND (p.skip_queue = 'IGNORE_SKIPPED' OR (NOT a.was_cancelled AND a.result IS NOT NULL))) AS author_counted,
                   (SELECT MIN(pr.id) FROM predictions pr WHERE pr.task_id = t.id AND pr.model_version = p.model_version AND p.model_version <> '') AS shown_prediction,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.unique_id = v.unique_id) AS unique_id_taken,
                   EXISTS (SELECT 1 FROM organization_members m WHERE m.user_id = v.author_id AND m.organization_id = p.organization_id) AS author_is_member,
                   EXISTS (SELECT 1 FROM predictions pr WHERE pr.id = v.prediction_id AND pr.project_id = t.project_id) AS parent_prediction_known,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.id = v.annotation_id AND a.project_id = t.project_id) AS parent_annotation_known,
                   d.id AS draft_id, d.user_id AS draft_user_id, d.task_id AS draft_task_id, d.created_at AS draft_created_at, d.result AS draft_result,
                   u.first_name AS author_first_name, u.last_name AS author_last_name, u.email AS author_email
            FROM {rows.Of("place", "task_id", "author_id", "unique_id", "organization_id", "draft_id", "prediction_id", "annotation_id")}
            JOIN visible_tasks t ON t.id = v.task_id JOIN projects p ON p.id = t.project_id AND p.organization_id = v.organization_id
            LEFT JOIN drafts d ON d.id = v.draft_id LEFT JOIN users u ON u.id = v.author_id
            WHERE p.deleted_at IS NULL ORDER BY t.id{tx.Dialect.ForUpdate("t")}
            """, parameters);
        return targets.ToDictionary(target => target.Place);
    }

    private static string UniqueId(Optional<string?> sent)
    {
        if (sent is not { IsSet: true, Value: { } text }) return Guid.CreateVersion7().ToString();
        return Guid.TryParse(text, out var id) ? id.ToString() : throw new ValidationException("unique_id", $"“{text}” is not a valid UUID.");
    }

    private static ApiException Taken() => new(StatusCodes.Status409Conflict, "Annotation with this unique id already exists");

    private static bool IsUniqueViolation(DbException error) => error switch
    {
        Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 } e => e.Message.Contains("unique_id", StringComparison.Ordinal),
        Npgsql.PostgresException { SqlState: "23505", ConstraintName: { } name } => name.Contains("unique_id", StringComparison.Ordinal),
        _ => false,
    };

    /// <inheritdoc />
    public ValueTask DisposeAsync() => writes.DisposeAsync();

    private sealed record Submit(Caller Caller, long TaskId, AnnotationRequest Request, AnnotationResult Result, bool IsCancelled, long AuthorId, string UniqueId)
    {
        public bool IsTruth => Request.GroundTruth.Or(false);
        public bool IsBulk => Request.BulkCreated.Or(false) ?? false;
        public string? LastAction => Request.LastAction.Or(null) is { Length: > 0 } action ? action : null;
    }

    private sealed record Accepted(GroupedWrite<Submit, AnnotationRow> Write, Submit Submit, SubmitTarget Target)
    {
        public Timestamp? DraftCreatedAt => Target.DraftCreatedAt ?? Submit.Request.DraftCreatedAt.Or(null);

        public TaskCounters.Numbers CountersAfter
        {
            get
            {
                var hasWork = !Submit.IsCancelled && Submit.Result.Json is not null;
                var authors = Target.OtherAuthors + (Target.AuthorCounted || hasWork || Target.SkipQueue == "IGNORE_SKIPPED" ? 1 : 0);
                return Target.Counters with
                {
                    TotalAnnotations = Target.TotalAnnotations + (Submit.IsCancelled ? 0 : 1),
                    CancelledAnnotations = Target.CancelledAnnotations + (Submit.IsCancelled ? 1 : 0),
                    UsefulAnnotations = Target.UsefulAnnotations + (hasWork && !Submit.IsTruth ? 1 : 0)
                        // Former ground truth counts as an ordinary annotation again.
                        + (Submit.IsTruth ? Target.GroundTruthAnnotations : 0),
                    GroundTruthAnnotations = Submit.IsTruth ? 1 : Target.GroundTruthAnnotations,
                    IsLabeled = authors >= Target.Overlap,
                };
            }
        }

        public AnnotationRow ToRow(long id, Timestamp now) => new()
        {
            Id = id,
            TaskId = Submit.TaskId,
            ProjectId = Target.ProjectId,
            CompletedById = Submit.AuthorId,
            UpdatedById = Submit.Caller.UserId,
            WasCancelled = Submit.IsCancelled,
            GroundTruth = Submit.IsTruth,
            BulkCreated = Submit.IsBulk,
            CreatedAt = now,
            UpdatedAt = now,
            DraftCreatedAt = DraftCreatedAt,
            LeadTime = Submit.Request.LeadTime.Or(null),
            UniqueId = Submit.UniqueId,
            ImportId = Submit.Request.ImportId.Or(null),
            LastAction = Submit.LastAction,
            ParentPredictionId = Submit.Request.ParentPrediction.Or(null),
            ParentAnnotationId = Submit.Request.ParentAnnotation.Or(null),
            LastCreatedById = Submit.Request.LastCreatedBy.Or(null),
            Result = Submit.Result.Json,
            AuthorFirstName = Target.AuthorFirstName,
            AuthorLastName = Target.AuthorLastName,
            AuthorEmail = Target.AuthorEmail,
        };
    }

    private sealed class StoredAnnotation
    {
        public long Id { get; init; }
        public string UniqueId { get; init; } = "";
    }

    private sealed class SubmitTarget
    {
        public int Place { get; init; }
        public long ProjectId { get; init; }
        public int Overlap { get; init; }
        public bool IsLabeled { get; init; }
        public bool? AllowSkip { get; init; }
        public int TotalAnnotations { get; init; }
        public int CancelledAnnotations { get; init; }
        public int TotalPredictions { get; init; }
        public int UsefulAnnotations { get; init; }
        public int GroundTruthAnnotations { get; init; }
        public string? SkipQueue { get; init; }
        public bool HasReceivers { get; init; }
        public int TrainEvery { get; init; }
        public int OtherAuthors { get; init; }
        public bool AuthorCounted { get; init; }
        public long? ShownPrediction { get; init; }
        public bool UniqueIdTaken { get; init; }
        public bool AuthorIsMember { get; init; }
        public bool ParentPredictionKnown { get; init; }
        public bool ParentAnnotationKnown { get; init; }
        public long? DraftId { get; init; }
        public long? DraftUserId { get; init; }
        public long? DraftTaskId { get; init; }
        public Timestamp? DraftCreatedAt { get; init; }
        public string? DraftResult { get; init; }
        public string? AuthorFirstName { get; init; }
        public string? AuthorLastName { get; init; }
        public string? AuthorEmail { get; init; }

        public TaskCounters.Numbers Counters => new()
        {
            ProjectId = ProjectId,
            Overlap = Overlap,
            IsLabeled = IsLabeled,
            TotalAnnotations = TotalAnnotations,
            CancelledAnnotations = CancelledAnnotations,
            TotalPredictions = TotalPredictions,
            UsefulAnnotations = UsefulAnnotations,
            GroundTruthAnnotations = GroundTruthAnnotations,
        };
    }
}
