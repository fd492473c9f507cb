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

/// <summary>Changes and deletes annotations, each in one transaction with the counters that follow from it.</summary>
internal sealed class AnnotationCommands(Database database, WebhookEvents events, MlTraining training, ExportQueue exports, TimeProvider clock)
{
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

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
