using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.MachineLearning;
using Goldset.Server.Predictions;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.LabelStream;

/// <summary>The label stream: next task and the way back.</summary>
internal static class LabelStreamEndpoints
{
    public static void MapLabelStream(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects/{id:long}").WithTags("Projects");
        projects.MapGet("/next/", NextAsync).WithName("api_projects_next_read").WithSummary("Get the next task to label").RequireRole(Role.Annotator).Produces<NextTaskResponse>()
            .TakesQuery("except", QueryType.Integers, "Ids of tasks to pass over");
        projects.MapGet("/label-stream-history/", HistoryAsync).WithName("api_projects_label-stream-history_list").WithSummary("List the tasks met in the label stream").Produces<VisitResponse[]>();
    }

    private static async Task<IResult> NextAsync(HttpContext http, long id, ProjectQueries projects, LabelStreamAnswer answer, CancellationToken cancel)
    {
        var caller = http.Caller();
        var project = await projects.GetAsync(caller, id, cancel);
        return Json.Result(await answer.NextAsync(caller, project, TaskSelection.All with { Except = http.Request.Ids("except") ?? [] }, cancel));
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, long id, ProjectQueries projects, LabelStreamHistory history, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        return Json.Result(await history.ListAsync(http.Caller(), id, cancel));
    }
}

/// <summary>Takes the next task and reads it with what the annotator is to see.</summary>
internal sealed class LabelStreamAnswer(NextTask next, TaskDetailQueries tasks, MlBackends backends, MlPredictions predictions)
{
    /// <exception cref="ApiException">404: nothing is left.</exception>
    public async Task<NextTaskResponse> NextAsync(Caller caller, ProjectRow project, TaskSelection selection, CancellationToken cancel)
    {
        var taken = await next.TakeAsync(caller, project, selection, cancel)
            ?? throw new ApiException(StatusCodes.Status404NotFound, $"There are no tasks for {caller.Email}");
        var detail = await tasks.GetAsync(caller, taken.TaskId, cancel);
        IEnumerable<PredictionRow> shown = [];
        if (project is { ShowCollabPredictions: true, ModelVersion: { } version })
        {
            if (detail.Task.HasMlBackend && (await backends.OfProjectAsync(project.Id, cancel)).FirstOrDefault(backend => backend.Title == version) is { } live)
                (detail, shown) = await LiveAsync(caller, detail, live, cancel);
            else shown = detail.Predictions.Where(p => p.ModelVersion == version);
        }
        var t = detail.Task;
        return new NextTaskResponse(
            t.Id, [.. shown.Select(p => p.ToResponse(detail.Now))], [], [.. detail.Drafts.Select(d => d.ToResponse(detail.Now))],
            t.UpdatedById is { } by ? [new UpdatedBy(by)] : [], taken.LockId, detail.ShownData, new RawJson(t.Meta), t.CreatedAt, t.UpdatedAt, t.IsLabeled,
            t.AllowSkip, t.Overlap, t.InnerId, t.TotalAnnotations, t.CancelledAnnotations, t.TotalPredictions, 0, 0, null, t.ProjectId, t.FileUploadId, [], taken.Queue);
    }

    // What a back end predicts now; when there is nothing new, what it predicted for its current version.
    private async Task<(TaskDetail, IEnumerable<PredictionRow>)> LiveAsync(Caller caller, TaskDetail detail, MlBackend live, CancellationToken cancel)
    {
        var retrieved = await predictions.RetrieveAsync(detail.Task.ProjectId, [detail.Task.Id], caller.UserId, live.Title, patient: false, cancel);
        if (retrieved is not { Stored.Count: > 0 }) return (detail, detail.Predictions.Where(p => p.ModelVersion == live.ModelVersion || (retrieved is not null && p.ModelVersion == retrieved.Version)));
        detail = await tasks.GetAsync(caller, detail.Task.Id, cancel);
        return (detail, detail.Predictions.Where(p => retrieved.Stored.Contains(p.Id)));
    }
}

/// <summary>The next task to label. <c>unique_lock_id</c> is to be sent back as the annotation's <c>unique_id</c>.</summary>
public sealed record NextTaskResponse(
    long Id, IReadOnlyList<PredictionResponse> Predictions, IReadOnlyList<AnnotationResponse> Annotations, IReadOnlyList<DraftResponse> Drafts,
    IReadOnlyList<UpdatedBy> UpdatedBy, string? UniqueLockId, [property: Shape("TaskData")] RawJson Data, [property: Shape("AnyJson")] RawJson Meta, Timestamp CreatedAt, Timestamp UpdatedAt, bool IsLabeled, bool? AllowSkip,
    int Overlap, long? InnerId, int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, int CommentCount, int UnresolvedCommentCount,
    Timestamp? LastCommentUpdatedAt, long Project, long? FileUpload, IReadOnlyList<long> CommentAuthors, string Queue);
