using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Predictions;
using Goldset.Server.Tasks;

namespace Goldset.Server.MachineLearning;

/// <summary>Machine-learning back ends of projects.</summary>
internal static class MlEndpoints
{
    private const string NoPredictions = "ML backend did not return any predictions, check ML backend logs for more details";
    private const string Incorrect = "Incorrect response from ML service: ML backend ";

    public static void AddMachineLearning(this IServiceCollection services)
    {
        services.AddSingleton<MlClient>();
        services.AddSingleton<MlBackends>();
        services.AddSingleton<MlPredictions>();
        services.AddSingleton<MlTraining>();
        services.AddHostedService(provider => provider.GetRequiredService<MlTraining>());
    }

    public static void MapMachineLearning(this IEndpointRouteBuilder routes)
    {
        // Connecting one names an address on the server's own network and gives it a token, so that is for administrators.
        var ml = routes.MapGroup("/api/ml").WithTags("Machine Learning");
        ml.MapGet("/", ListAsync).WithName("api_ml_list").WithSummary("List a project's back ends").RequireRole(Role.Annotator).Produces<MlBackendResponse[]>()
            .TakesQuery("project", QueryType.Integer, "The project", required: true)
            .TakesQuery("is_interactive", QueryType.Switch, "Only those that are asked while annotators draw, or only the others");
        ml.MapPost("/", CreateAsync).WithName("api_ml_create").WithSummary("Connect a back end").RequireRole(Role.Administrator).TakesBody<MlBackendRequest>().Produces<MlBackendResponse>(201);
        ml.MapGet("/{id:long}", async (HttpContext http, long id, MlBackends backends, CancellationToken cancel) =>
                Json.Result(MlBackendResponse.Of(await backends.GetAsync(http.Caller(), id, cancel))))
            .WithName("api_ml_read").WithSummary("Get a back end").RequireRole(Role.Annotator).Produces<MlBackendResponse>();
        ml.MapPatch("/{id:long}", UpdateAsync).WithName("api_ml_partial_update").WithSummary("Change a back end").RequireRole(Role.Administrator)
            .TakesBody<MlBackendRequest>().Produces<MlBackendResponse>();
        ml.MapPut("/{id:long}", ReplaceAsync).WithName("api_ml_update").WithSummary("Replace a back end's settings").RequireRole(Role.Administrator)
            .TakesBody<MlBackendRequest>().Produces<MlBackendResponse>();
        ml.MapDelete("/{id:long}", async (HttpContext http, long id, MlBackends backends, CancellationToken cancel) =>
            {
                await backends.DeleteAsync(http.Caller(), id, cancel);
                return Results.NoContent();
            })
            .WithName("api_ml_delete").WithSummary("Disconnect a back end").RequireRole(Role.Administrator).Produces(204);
        ml.MapPost("/{id:long}/train", TrainAsync).WithName("api_ml_train").WithSummary("Order training").RequireRole(Role.Manager).AnswersNothing();
        ml.MapPost("/{id:long}/predict/test", TestAsync).WithName("api_ml_predict_test_create").WithSummary("Predict a task without storing it").RequireRole(Role.Manager)
            .TakesQuery("random", QueryType.Text, "Anything: a task chosen by chance", required: true).Answers("PredictionTest");
        ml.MapPost("/{id:long}/interactive-annotating", InteractiveAsync).WithName("api_ml_interactive-annotating_create").WithSummary("Predict while an annotator draws")
            .RequireRole(Role.Annotator).TakesBody<MlInteractiveRequest>().Answers("PredictionAnswer");
        ml.MapGet("/{id:long}/versions", VersionsAsync).WithName("api_ml_versions_read").WithSummary("List the versions of a back end's model").RequireRole(Role.Annotator).Answers("ModelVersions");
    }

    private static async Task<IResult> ListAsync(HttpContext http, MlBackends backends, CancellationToken cancel)
    {
        if (!long.TryParse(http.Request.Query["project"], System.Globalization.CultureInfo.InvariantCulture, out var project)) throw ApiException.NoMatch("Project");
        bool? interactive = http.Request.Query["is_interactive"].ToString().ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null };
        var found = await backends.ListAsync(http.Caller(), project, cancel);
        return Json.Result(found.Where(backend => interactive is null || backend.IsInteractive == interactive).Select(MlBackendResponse.Of).ToArray());
    }

    private static async Task<IResult> CreateAsync(HttpContext http, MlBackends backends, CancellationToken cancel)
    {
        var created = await backends.CreateAsync(http.Caller(), await RequestBinder.BindAsync<MlBackendRequest>(http.Request, partial: false, cancel), cancel);
        http.Response.Headers.Location = created.Url;
        return Json.Result(MlBackendResponse.Of(created), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, MlBackends backends, CancellationToken cancel) =>
        Json.Result(MlBackendResponse.Of(await backends.UpdateAsync(http.Caller(), id, await RequestBinder.BindAsync<MlBackendRequest>(http.Request, partial: true, cancel), cancel)));

    private static async Task<IResult> ReplaceAsync(HttpContext http, long id, MlBackends backends, CancellationToken cancel) =>
        Json.Result(MlBackendResponse.Of(await backends.UpdateAsync(http.Caller(), id, await RequestBinder.BindAsync<MlBackendRequest>(http.Request, partial: false, cancel), cancel)));

    private static async Task<IResult> TrainAsync(HttpContext http, long id, MlBackends backends, MlTraining training, CancellationToken cancel)
    {
        var (backend, _) = await backends.FindAsync(http.Caller(), id, cancel);
        await training.TrainAsync(backend, cancel);
        return Results.Ok();
    }

    private static async Task<IResult> TestAsync(HttpContext http, long id, Database database, MlBackends backends, MlPredictions predictions, MlClient client, CancellationToken cancel)
    {
        var (backend, project) = await backends.FindAsync(http.Caller(), id, cancel);
        if (http.Request.Query["random"].ToString().Length == 0)
            return Json.Result(new { error = "Not implemented - you must provide random=true query parameter" }, StatusCodes.Status501NotImplemented);
        if (await RandomTaskAsync(database, project.Id, cancel) is not { } task)
            return Json.Result(new { detail = "Project has no tasks to run prediction on, import at least 1 task to run prediction" }, StatusCodes.Status400BadRequest);
        var request = MlClient.PredictRequest(project, await predictions.TasksAsync(project, [task], withoutVersions: [], cancel), null);
        var reply = await client.PredictAsync(backend, request, cancel);
        if (MlPredictions.Results(reply) is not { } results) return Json.Result(new { detail = NoPredictions }, StatusCodes.Status500InternalServerError);
        return Json.Result(new JsonObject
        {
            ["status"] = reply.Status,
            ["error_message"] = null,
            ["url"] = MlClient.Address(backend, "predict"),
            ["task"] = request["tasks"]![0]!.DeepClone(),
            ["request"] = request,
            ["response"] = JsonNode.Parse(results.GetRawText()),
        });
    }

    private static async Task<long?> RandomTaskAsync(Database database, long projectId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var tasks = await connection.ExecuteScalarAsync<long>("SELECT task_number FROM project_counts WHERE project_id = @projectId", new { projectId });
        return await connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT t.id FROM visible_tasks t WHERE t.project_id = @projectId ORDER BY t.id LIMIT 1 OFFSET @skipped", new { projectId, skipped = tasks > 0 ? Random.Shared.NextInt64(tasks) : 0 });
    }

    private static async Task<IResult> InteractiveAsync(HttpContext http, long id, MlBackends backends, MlClient client, TaskDetailQueries tasks, CancellationToken cancel)
    {
        var caller = http.Caller();
        var (backend, project) = await backends.FindAsync(caller, id, cancel);
        var request = await RequestBinder.BindAsync<MlInteractiveRequest>(http.Request, partial: false, cancel);
        var detail = await tasks.GetAsync(caller, request.Task.Value, cancel);
        if (detail.Task.ProjectId != project.Id) throw ApiException.NoMatch("Task");
        if (!backend.IsInteractive) return Errors("Model is not set to be used for interactive preannotations");
        var context = request.Context is { IsSet: true, Value.ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } ? JsonNode.Parse(request.Context.Value.GetRawText()) : null;
        var task = JsonSerializer.SerializeToNode(MlInteractiveTask.Of(detail), Json.Options);
        var reply = await client.PredictAsync(backend, MlClient.PredictRequest(project, [task], context), cancel);
        if (reply.Error is not null) return Errors(reply.Error);
        if (reply.Json.ValueKind != JsonValueKind.Object || !reply.Json.TryGetProperty("results", out _)) return Errors(Incorrect + "returns an incorrect response, it must be a dict.");
        return MlPredictions.Results(reply) is { } results
            ? Json.Result(new { data = results[0] })
            : Errors(Incorrect + "has to return list with more than 1 result.");

        static IResult Errors(string message) => Json.Result(new { errors = new[] { message } });
    }

    private static async Task<IResult> VersionsAsync(HttpContext http, long id, MlBackends backends, MlClient client, CancellationToken cancel)
    {
        var (backend, _) = await backends.FindAsync(http.Caller(), id, cancel);
        var reply = await client.VersionsAsync(backend, cancel);
        if (reply.Status == StatusCodes.Status404NotFound)
            return Json.Result(new { versions = new[] { backend.ModelVersion }, message = "Upgrade your ML backend version to latest." });
        if (reply.Error is not null) return Json.Result(new { error = reply.Error }, reply.Status is >= 400 and < 600 ? reply.Status : StatusCodes.Status500InternalServerError);
        return Json.Result(new { versions = reply.Json.ValueKind == JsonValueKind.Object && reply.Json.TryGetProperty("versions", out var versions) ? versions : (JsonElement?)null });
    }

    /// <summary>A task as it is sent while an annotator works on it.</summary>
    private sealed record MlInteractiveTask(
        long Id, IReadOnlyList<AnnotationResponse> Annotations, IReadOnlyList<DraftResponse> Drafts, IReadOnlyList<PredictionResponse> Predictions, RawJson Data, RawJson Meta,
        Timestamp CreatedAt, Timestamp UpdatedAt, bool? AllowSkip, long? InnerId, int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, int CommentCount,
        int UnresolvedCommentCount, Timestamp? LastCommentUpdatedAt, long Project, long? UpdatedBy, IReadOnlyList<long> CommentAuthors)
    {
        public static MlInteractiveTask Of(TaskDetail detail)
        {
            var (t, now) = (detail.Task, detail.Now);
            return new MlInteractiveTask(
                t.Id, [.. detail.Annotations.Select(a => a.ToResponse(now))], [.. detail.Drafts.Select(d => d.ToResponse(now))], [.. detail.Predictions.Select(p => p.ToResponse(now))],
                new RawJson(detail.Data.Resolve(t)), new RawJson(t.Meta), t.CreatedAt, t.UpdatedAt, t.AllowSkip, t.InnerId, t.TotalAnnotations, t.CancelledAnnotations, t.TotalPredictions,
                0, 0, null, t.ProjectId, t.UpdatedById, []);
        }
    }
}
