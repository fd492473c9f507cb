using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.MachineLearning;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Predictions;

/// <summary>The versions of models whose predictions a project has.</summary>
internal static class ModelVersionEndpoints
{
    public static void MapModelVersions(this IEndpointRouteBuilder routes)
    {
        var versions = routes.MapGroup("/api/projects/{id:long}/model-versions").WithTags("Projects");
        versions.MapGet("/", ListAsync).WithName("api_projects_model-versions_list").WithSummary("List the model versions of a project's predictions")
            .TakesQuery("extended", QueryType.Switch, "Lists with times instead of numbers").TakesQuery("include_live_models", QueryType.Switch, "With `extended`: also the connected back ends")
            .TakesQuery("limit", QueryType.Integer, "At most this many versions; all without it").Answers("PredictionVersions");
        versions.MapDelete("/", DeleteAsync).WithName("api_projects_model-versions_delete").WithSummary("Delete the predictions of a model version").RequireRole(Role.Manager)
            .TakesBody<ModelVersionRequest>().Produces<DeletedPredictions>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, long id, Database database, ProjectQueries projects, MlBackends backends, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        await using var connection = await database.ReadAsync(cancel);
        var rows = (await connection.QueryAsync<VersionRow>("""
            SELECT COALESCE(pr.model_version, '') AS model_version, COUNT(*) AS count, MAX(pr.created_at) AS latest
            FROM predictions pr JOIN visible_tasks t ON t.id = pr.task_id WHERE pr.project_id = @id GROUP BY COALESCE(pr.model_version, '') ORDER BY MAX(pr.created_at) DESC LIMIT @limit
            """, new { id, limit = http.Request.Number("limit") ?? int.MaxValue })).AsList();
        if (http.Request.Flag("extended", false))
            return Json.Result(new
            {
                @static = rows.Select(r => new { r.ModelVersion, r.Count, r.Latest }),
                live = http.Request.Flag("include_live_models", false) ? (await backends.OfProjectAsync(id, cancel)).Select(MlBackendResponse.Of) : null,
            });
        var counts = new JsonObject(rows.Select(r => KeyValuePair.Create(r.ModelVersion, (JsonNode?)r.Count)));
        if (project.ModelVersion is { Length: > 0 } current && !counts.ContainsKey(current)) counts[current] = 0;
        return Json.Result(counts);
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, Database database, ProjectQueries projects, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await projects.GetAsync(caller, id, cancel);
        var version = (await RequestBinder.BindAsync<ModelVersionRequest>(http.Request, partial: true, cancel)).ModelVersion.Or(null)
            ?? throw new ValidationException("model_version param is required");
        var deleted = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            var now = Timestamp.Now(clock);
            await tx.ExecuteAsync("""
                UPDATE tasks SET total_predictions = total_predictions - (SELECT COUNT(*) FROM predictions pr WHERE pr.task_id = tasks.id AND pr.model_version = @version), updated_at = @now
                WHERE id IN (SELECT pr.task_id FROM predictions pr WHERE pr.project_id = @id AND pr.model_version = @version);
                UPDATE annotations SET parent_prediction_id = NULL
                WHERE parent_prediction_id IN (SELECT pr.id FROM predictions pr WHERE pr.project_id = @id AND pr.model_version = @version);
                """, new { id, version, now });
            var visible = await tx.QueryFirstOrDefaultAsync<long>("""
                SELECT COUNT(*) FROM predictions pr JOIN visible_tasks t ON t.id = pr.task_id WHERE pr.project_id = @id AND pr.model_version = @version
                """, new { id, version });
            await tx.ExecuteAsync("""
                DELETE FROM predictions WHERE project_id = @id AND model_version = @version;
                UPDATE project_counts SET total_predictions_number = total_predictions_number - @visible WHERE project_id = @id;
                UPDATE projects SET model_version = NULL
                WHERE id = @id AND (model_version = @version OR EXISTS (SELECT 1 FROM ml_backends m WHERE m.project_id = @id AND m.title = projects.model_version));
                """, new { id, version, visible });
            return visible;
        }, cancel);
        return Json.Result(new DeletedPredictions(deleted));
    }

    private sealed class VersionRow
    {
        public string ModelVersion { get; init; } = "";
        public long Count { get; init; }
        public Timestamp Latest { get; init; }
    }
}

/// <summary>Names a model version.</summary>
public sealed record ModelVersionRequest
{
    /// <summary>Version of the model.</summary>
    [Field(Required = true, Blank = true)] public Optional<string?> ModelVersion { get; init; }
}

/// <summary>How many predictions are gone.</summary>
public sealed record DeletedPredictions([property: System.Text.Json.Serialization.JsonPropertyName("deleted_predictions")] long Count);
