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

/// <summary>Submits, changes and deletes annotations, each in one transaction with the counters that follow from it.</summary>
internal sealed class AnnotationCommands(Database database, WebhookEvents events, MlTraining training, ExportQueue exports, TimeProvider clock)
{
    /// <summary>Stores a new annotation of the caller: one look at the task, one batch of statements.</summary>
    public async Task<AnnotationRow> CreateAsync(Caller caller, long taskId, AnnotationRequest request, bool? cancelledByQuery, CancellationToken cancel)
    {
        var result = AnnotationResult.Read(request.Result);
        var cancelled = cancelledByQuery ?? request.WasCancelled.Or(false);
        var author = request.CompletedBy is { IsSet: true, Value: { } named } ? named : caller.UserId;
        if (author != caller.UserId && caller.Role < Role.Manager) throw ApiException.Forbidden();
        var uniqueId = UniqueId(request.UniqueId);
        var now = Timestamp.Now(clock);
        try
        {
            return await database.WriteAsync(WriteLane.Labeling, async tx =>
            {
                var task = await FindTaskAsync(tx, caller, taskId, author, request, uniqueId) ?? throw ApiException.NoMatch("Task");
                if ((cancelled || request.WasCancelled.Or(false)) && task.AllowSkip != true)
                    throw new ApiException(StatusCodes.Status400BadRequest, "This task cannot be skipped.");
                if (task.UniqueIdTaken) throw Taken();
                if (!task.AuthorIsMember) throw new ValidationException("completed_by", $"Invalid pk \"{author}\" - object does not exist.");
                if (task.DraftId is not null && (task.DraftUserId != caller.UserId || task.DraftTaskId != taskId))
                    throw new ApiException(StatusCodes.Status403Forbidden, $"You have no permission to draft id:{task.DraftId}");
                if (request.ParentPrediction is { IsSet: true, Value: { } prediction } && !task.ParentPredictionKnown)
                    throw new ValidationException("parent_prediction", $"Invalid pk \"{prediction}\" - object does not exist.");
                if (request.ParentAnnotation is { IsSet: true, Value: { } parent } && !task.ParentAnnotationKnown)
                    throw new ValidationException("parent_annotation", $"Invalid pk \"{parent}\" - object does not exist.");
                var truth = request.GroundTruth.Or(false);
                if (truth && task.GroundTruthAnnotations > 0)
                    await tx.ExecuteAsync("UPDATE annotations SET ground_truth = @no WHERE task_id = @taskId", new { no = false, taskId });

                var sql = new StringBuilder("""
                    INSERT INTO annotations (task_id, project_id, result, result_count, completed_by_id, updated_by_id, was_cancelled, ground_truth, bulk_created,
                        created_at, updated_at, draft_created_at, lead_time, prediction, unique_id, import_id, last_action, parent_prediction_id, parent_annotation_id, last_created_by_id)
                    VALUES (@TaskId, @ProjectId, @Result, @ResultCount, @CompletedById, @UpdatedById, @WasCancelled, @GroundTruth, @BulkCreated,
                        @CreatedAt, @UpdatedAt, @DraftCreatedAt, @LeadTime, @Prediction, @UniqueId, @ImportId, @LastAction, @ParentPredictionId, @ParentAnnotationId, @LastCreatedById)
                    RETURNING id;

                    """);
                var annotation = new Annotation
                {
                    TaskId = taskId,
                    ProjectId = task.ProjectId,
                    Result = result.Json,
                    ResultCount = result.RegionCount,
                    CompletedById = author,
                    UpdatedById = caller.UserId,
                    WasCancelled = cancelled,
                    GroundTruth = truth,
                    BulkCreated = request.BulkCreated.Or(false) ?? false,
                    CreatedAt = now,
                    UpdatedAt = now,
                    DraftCreatedAt = task.DraftCreatedAt ?? request.DraftCreatedAt.Or(null),
                    LeadTime = request.LeadTime.Or(null),
                    Prediction = task.ShownPrediction is { } shown ? $"{{\"id\": {shown}}}" : "{}",
                    UniqueId = uniqueId,
                    ImportId = request.ImportId.Or(null),
                    LastAction = NullIfEmpty(request.LastAction.Or(null)),
                    ParentPredictionId = request.ParentPrediction.Or(null),
                    ParentAnnotationId = request.ParentAnnotation.Or(null),
                    LastCreatedById = request.LastCreatedBy.Or(null),
                };
                var parameters = new DynamicParameters(annotation);
                TaskCounters.Append(sql, parameters, taskId, task.Counters, After(task, annotation), caller.UserId, now);
                parameters.AddDynamicParams(new { caller.UserId, now, minuteAgo = now.Add(TimeSpan.FromMinutes(-1)), task.DraftId });
                sql.Append("""
                    DELETE FROM task_locks WHERE task_id = @TaskId AND (user_id = @UserId OR expire_at <= @now);
                    UPDATE label_stream_visits SET annotation_id = (SELECT id FROM annotations WHERE unique_id = @UniqueId)
                    WHERE user_id = @UserId AND project_id = @ProjectId AND task_id = @TaskId;
                    UPDATE users SET last_activity = @now WHERE id = @UserId AND last_activity < @minuteAgo;

                    """);
                var summary = new SummaryDelta();
                summary.AddAnnotation(result.Json, 1);
                if (task.DraftId is not null)
                {
                    sql.Append("DELETE FROM drafts WHERE id = @DraftId;\n");
                    summary.AddDraft(task.DraftResult!, -1);
                }
                summary.AppendTo(sql, parameters, task.ProjectId);
                annotation.Id = await tx.QueryFirstOrDefaultAsync<long>(sql.ToString(), parameters);
                await exports.OrderAsync(tx, task.ProjectId, [annotation.Id], writesAtOnce: true);
                if (!truth) await training.AnnotatedAsync(tx, task.ProjectId, task.TrainEvery);
                if (task.HasReceivers) await events.AnnotationCreatedAsync(tx, task.ProjectId, annotation.Id);
                return await WithAuthorAsync(tx, caller, annotation);
            }, cancel);
        }
        catch (DbException clash) when (IsUniqueViolation(clash))
        {
            throw Taken();
        }
    }

    /// <summary>Changes what <paramref name="request"/> names; drafts of the annotation are gone afterwards.</summary>
    /// <exception cref="ApiException">412: it is not in the state <paramref name="basedOn"/> any more.</exception>
    public Task<AnnotationRow> UpdateAsync(Caller caller, long id, AnnotationRequest request, Timestamp? basedOn, CancellationToken cancel)
    {
        var result = request.Result.IsSet ? AnnotationResult.Read(request.Result) : null;
        return database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var now = Timestamp.Now(clock);
            var before = await LockAsync(tx, caller, id);
            MayChange(caller, before);
            Revision.Check(basedOn, before.UpdatedAt);
            if (request.CompletedBy is { IsSet: true, Value: { } author } && author != before.CompletedById)
            {
                if (caller.Role < Role.Manager) throw ApiException.Forbidden();
                if (await tx.QueryFirstOrDefaultAsync<long?>("SELECT user_id FROM organization_members WHERE user_id = @author AND organization_id = @OrganizationId", new { author, caller.OrganizationId }) is null)
                    throw new ValidationException("completed_by", $"Invalid pk \"{author}\" - object does not exist.");
            }
            if (request.GroundTruth is { IsSet: true, Value: true })
                await tx.ExecuteAsync("UPDATE annotations SET ground_truth = @no WHERE task_id = @TaskId AND id <> @id", new { no = false, before.TaskId, id });
            await tx.ExecuteAsync("""
                UPDATE annotations SET result = @result, result_count = CASE WHEN @changed THEN @count ELSE result_count END, completed_by_id = @completedBy, updated_by_id = @UserId,
                    was_cancelled = @cancelled, ground_truth = @truth, bulk_created = @bulk, lead_time = @leadTime, import_id = @importId, last_action = @lastAction,
                    draft_created_at = @draftCreatedAt, parent_prediction_id = @parentPrediction, parent_annotation_id = @parentAnnotation, last_created_by_id = @lastCreatedBy, updated_at = @now
                WHERE id = @id
                """, new
            {
                id,
                now,
                caller.UserId,
                changed = result is not null,
                result = result is null ? before.Result : result.Json,
                count = result?.RegionCount ?? 0,
                completedBy = request.CompletedBy.Or(before.CompletedById),
                cancelled = request.WasCancelled.Or(before.WasCancelled),
                truth = request.GroundTruth.Or(before.GroundTruth),
                bulk = request.BulkCreated.Or(before.BulkCreated) ?? false,
                leadTime = request.LeadTime.Or(before.LeadTime),
                importId = request.ImportId.Or(before.ImportId),
                lastAction = NullIfEmpty(request.LastAction.Or(before.LastAction)),
                draftCreatedAt = request.DraftCreatedAt.Or(before.DraftCreatedAt),
                parentPrediction = request.ParentPrediction.Or(before.ParentPredictionId),
                parentAnnotation = request.ParentAnnotation.Or(before.ParentAnnotationId),
                lastCreatedBy = request.LastCreatedBy.Or(before.LastCreatedById),
            });
            var summary = new SummaryDelta();
            if (result is not null)
            {
                summary.AddAnnotation(before.Result, -1);
                summary.AddAnnotation(result.Json, 1);
            }
            await DropDraftsAsync(tx, id, summary);
            await TaskCounters.RefreshAsync(tx, before.TaskId, caller.UserId, now);
            await summary.ApplyAsync(tx, before.ProjectId);
            await exports.OrderAsync(tx, before.ProjectId, [id], writesAtOnce: true);
            if (!request.GroundTruth.Or(before.GroundTruth)) await training.AnnotatedAsync(tx, before.ProjectId, await TrainEveryAsync(tx, before.ProjectId));
            await events.AnnotationUpdatedAsync(tx, before.ProjectId, id);
            return (await AnnotationRow.FindAsync(tx.Connection, tx.Transaction, caller, id))!;
        }, cancel);
    }

    /// <summary>Deletes an annotation with its drafts.</summary>
    /// <returns>Its project's id.</returns>
    public Task<long> DeleteAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var before = await LockAsync(tx, caller, id);
            MayChange(caller, before);
            await DeleteAsync(tx, caller, before);
            await events.AnnotationsDeletedAsync(tx, before.ProjectId, [id]);
            return before.ProjectId;
        }, cancel);

    /// <summary>Turns an annotation back into unsubmitted work of the caller.</summary>
    /// <returns>The ids of the draft and the project.</returns>
    public Task<(long Draft, long Project)> ConvertToDraftAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var now = Timestamp.Now(clock);
            var before = await LockAsync(tx, caller, id);
            MayChange(caller, before);
            var summary = new SummaryDelta();
            summary.AddDraft(before.Result ?? "[]", 1);
            var draft = await tx.QueryFirstOrDefaultAsync<long>("""
                INSERT INTO drafts (task_id, project_id, user_id, result, lead_time, was_postponed, created_at, updated_at)
                VALUES (@TaskId, @ProjectId, @UserId, @Result, @LeadTime, @postponed, @now, @now) RETURNING id
                """, new { before.TaskId, before.ProjectId, caller.UserId, Result = before.Result ?? "[]", before.LeadTime, postponed = false, now });
            await summary.ApplyAsync(tx, before.ProjectId);
            await DeleteAsync(tx, caller, before);
            return (draft, before.ProjectId);
        }, cancel);

    private async Task DeleteAsync(WriteTransaction tx, Caller caller, AnnotationRow before)
    {
        var summary = new SummaryDelta();
        summary.AddAnnotation(before.Result, -1);
        await DropDraftsAsync(tx, before.Id, summary);
        await tx.ExecuteAsync("""
            UPDATE annotations SET parent_annotation_id = NULL WHERE task_id = @TaskId AND parent_annotation_id = @Id;
            UPDATE label_stream_visits SET annotation_id = NULL WHERE project_id = @ProjectId AND task_id = @TaskId AND annotation_id = @Id;
            DELETE FROM annotations WHERE id = @Id;
            """, new { before.TaskId, before.ProjectId, before.Id });
        await TaskCounters.RefreshAsync(tx, before.TaskId, caller.UserId, Timestamp.Now(clock));
        await summary.ApplyAsync(tx, before.ProjectId);
    }

    private static async Task DropDraftsAsync(WriteTransaction tx, long annotationId, SummaryDelta summary)
    {
        foreach (var draft in await tx.QueryAsync<string>("DELETE FROM drafts WHERE annotation_id = @annotationId RETURNING result", new { annotationId }))
            summary.AddDraft(draft, -1);
    }

    private static async Task<AnnotationRow> LockAsync(WriteTransaction tx, Caller caller, long id)
    {
        var row = await AnnotationRow.FindAsync(tx.Connection, tx.Transaction, caller, id) ?? throw ApiException.NoMatch("Annotation");
        // The task's row is the lock for all that changes its counters.
        await tx.QueryFirstOrDefaultAsync<long>("SELECT id FROM tasks WHERE id = @TaskId" + tx.Dialect.ForUpdate("tasks"), new { row.TaskId });
        return row;
    }

    private static Task<int> TrainEveryAsync(WriteTransaction tx, long projectId) =>
        tx.QueryFirstOrDefaultAsync<int>("SELECT min_annotations_to_start_training FROM projects WHERE id = @projectId", new { projectId });

    private static void MayChange(Caller caller, AnnotationRow annotation)
    {
        if (annotation.CompletedById != caller.UserId && caller.Role < Role.Reviewer) throw ApiException.Forbidden();
    }

    private static Task<SubmitTarget?> FindTaskAsync(WriteTransaction tx, Caller caller, long taskId, long author, AnnotationRequest request, string uniqueId) =>
        tx.QueryFirstOrDefaultAsync<SubmitTarget>($"""
            SELECT t.project_id, t.overlap, t.is_labeled, t.allow_skip, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.useful_annotations,
                   t.ground_truth_annotations, p.skip_queue, {WebhookEvents.HasReceivers} AS has_receivers, p.min_annotations_to_start_training AS train_every,
                   (SELECT COUNT(DISTINCT COALESCE(a.completed_by_id, 0)) FROM annotations a WHERE a.task_id = t.id
                      AND (p.skip_queue = 'IGNORE_SKIPPED' OR (NOT a.was_cancelled AND a.result IS NOT NULL)) AND COALESCE(a.completed_by_id, 0) <> @author) AS other_authors,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.task_id = t.id AND a.completed_by_id = @author
                      AND (p.skip_queue = 'IGNORE_SKIPPED' OR (NOT a.was_cancelled AND a.result IS NOT NULL))) AS author_counted,
                   (SELECT MIN(pr.id) FROM predictions pr WHERE pr.task_id = t.id AND pr.model_version = p.model_version AND p.model_version <> '') AS shown_prediction,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.unique_id = @uniqueId) AS unique_id_taken,
                   EXISTS (SELECT 1 FROM organization_members m WHERE m.user_id = @author AND m.organization_id = p.organization_id) AS author_is_member,
                   EXISTS (SELECT 1 FROM predictions pr WHERE pr.id = @parentPrediction AND pr.project_id = t.project_id) AS parent_prediction_known,
                   EXISTS (SELECT 1 FROM annotations a WHERE a.id = @parentAnnotation AND a.project_id = t.project_id) AS parent_annotation_known,
                   d.id AS draft_id, d.user_id AS draft_user_id, d.task_id AS draft_task_id, d.created_at AS draft_created_at, d.result AS draft_result
            FROM visible_tasks t JOIN projects p ON p.id = t.project_id LEFT JOIN drafts d ON d.id = @draftId
            WHERE t.id = @taskId AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL{tx.Dialect.ForUpdate("t")}
            """, new
        {
            taskId,
            author,
            uniqueId,
            caller.OrganizationId,
            draftId = request.DraftId.Or(null),
            parentPrediction = request.ParentPrediction.Or(null),
            parentAnnotation = request.ParentAnnotation.Or(null),
        });

    private static TaskCounters.Numbers After(SubmitTarget task, Annotation added)
    {
        var counts = task.SkipQueue == "IGNORE_SKIPPED" || (!added.WasCancelled && added.Result is not null);
        var authors = task.OtherAuthors + (task.AuthorCounted || counts ? 1 : 0);
        return task.Counters with
        {
            TotalAnnotations = task.TotalAnnotations + (added.WasCancelled ? 0 : 1),
            CancelledAnnotations = task.CancelledAnnotations + (added.WasCancelled ? 1 : 0),
            UsefulAnnotations = task.UsefulAnnotations + (!added.WasCancelled && !added.GroundTruth && added.Result is not null ? 1 : 0)
                // Former ground truth counts as an ordinary annotation again.
                + (added.GroundTruth ? task.GroundTruthAnnotations : 0),
            GroundTruthAnnotations = added.GroundTruth ? 1 : task.GroundTruthAnnotations,
            IsLabeled = authors >= task.Overlap,
        };
    }

    private static async Task<AnnotationRow> WithAuthorAsync(WriteTransaction tx, Caller caller, Annotation a)
    {
        var author = a.CompletedById == caller.UserId
            ? new AuthorName { FirstName = caller.FirstName, LastName = caller.LastName, Email = caller.Email }
            : (await tx.QueryFirstOrDefaultAsync<AuthorName>("SELECT first_name, last_name, email FROM users WHERE id = @CompletedById", new { a.CompletedById }))!;
        return new AnnotationRow
        {
            Id = a.Id,
            TaskId = a.TaskId,
            ProjectId = a.ProjectId,
            CompletedById = a.CompletedById,
            UpdatedById = a.UpdatedById,
            WasCancelled = a.WasCancelled,
            GroundTruth = a.GroundTruth,
            BulkCreated = a.BulkCreated,
            CreatedAt = a.CreatedAt,
            UpdatedAt = a.UpdatedAt,
            DraftCreatedAt = a.DraftCreatedAt,
            LeadTime = a.LeadTime,
            UniqueId = a.UniqueId,
            ImportId = a.ImportId,
            LastAction = a.LastAction,
            ParentPredictionId = a.ParentPredictionId,
            ParentAnnotationId = a.ParentAnnotationId,
            LastCreatedById = a.LastCreatedById,
            Result = a.Result,
            AuthorFirstName = author.FirstName,
            AuthorLastName = author.LastName,
            AuthorEmail = author.Email,
        };
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

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed class AuthorName
    {
        public string FirstName { get; init; } = "";
        public string LastName { get; init; } = "";
        public string Email { get; init; } = "";
    }

    private sealed class SubmitTarget
    {
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
