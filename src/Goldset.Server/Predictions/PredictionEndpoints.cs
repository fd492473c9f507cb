using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Predictions;

/// <summary>Predictions of tasks.</summary>
internal static class PredictionEndpoints
{
    public static void MapPredictions(this IEndpointRouteBuilder routes)
    {
        var predictions = routes.MapGroup("/api/predictions").WithTags("Predictions");
        predictions.MapGet("/", ListAsync).WithName("api_predictions_list").WithSummary("List predictions").Produces<PredictionResponse[]>();
        predictions.MapPost("/", CreateAsync).WithName("api_predictions_create").WithSummary("Create a prediction").RequireRole(Role.Manager)
            .TakesBody<PredictionRequest>().Produces<PredictionResponse>(201);
        predictions.MapGet("/{id:long}/", GetAsync).WithName("api_predictions_read").WithSummary("Get a prediction").Produces<PredictionResponse>();
        predictions.MapPatch("/{id:long}/", (HttpContext http, long id, PredictionCommands commands, TimeProvider clock, CancellationToken cancel) => UpdateAsync(http, id, true, commands, clock, cancel))
            .WithName("api_predictions_partial_update").WithSummary("Change a prediction").RequireRole(Role.Manager).TakesBody<PredictionRequest>().Produces<PredictionResponse>();
        predictions.MapPut("/{id:long}/", (HttpContext http, long id, PredictionCommands commands, TimeProvider clock, CancellationToken cancel) => UpdateAsync(http, id, false, commands, clock, cancel))
            .WithName("api_predictions_update").WithSummary("Replace a prediction").RequireRole(Role.Manager).TakesBody<PredictionRequest>().Produces<PredictionResponse>();
        predictions.MapDelete("/{id:long}/", DeleteAsync).WithName("api_predictions_delete").WithSummary("Delete a prediction").RequireRole(Role.Manager).Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var connection = await database.ReadAsync(cancel);
        var (where, taskId, projectId) = ("", Id(http.Request, "task"), Id(http.Request, "project") ?? Id(http.Request, "task__project"));
        if (taskId is not null)
        {
            where += " AND pr.task_id = @taskId";
            if (await Tasks.TaskRow.FindAsync(connection, null, caller, taskId.Value) is null) throw NoChoice("task");
        }
        if (projectId is not null)
        {
            where += " AND pr.project_id = @projectId";
            if (await Projects.ProjectQueries.FindAsync(connection, null, caller, projectId.Value) is null)
                throw NoChoice(http.Request.Query.ContainsKey("project") ? "project" : "task__project");
        }
        // Streamed: an organization may have millions.
        var now = Timestamp.Now(clock);
        var rows = connection.QueryUnbufferedAsync<PredictionRow>($"""
            SELECT {PredictionRow.Columns} FROM predictions pr JOIN visible_tasks t ON t.id = pr.task_id JOIN projects p ON p.id = t.project_id
            WHERE p.organization_id = @OrganizationId AND p.deleted_at IS NULL{where} ORDER BY pr.id
            """, new { caller.OrganizationId, taskId, projectId });
        return await JsonStream.WriteArrayAsync(http, rows, (writer, row) => System.Text.Json.JsonSerializer.Serialize(writer, row.ToResponse(now), Json.Options), cancel);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, Database database, TimeProvider clock, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var row = await PredictionRow.FindAsync(connection, null, http.Caller(), id) ?? throw ApiException.NoMatch("Prediction");
        return FieldSelection.From(http.Request).Respond(row.ToResponse(Timestamp.Now(clock)));
    }

    private static async Task<IResult> CreateAsync(HttpContext http, PredictionCommands commands, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<PredictionRequest>(http.Request, partial: false, cancel);
        return Json.Result((await commands.CreateAsync(http.Caller(), request, cancel)).ToResponse(Timestamp.Now(clock)), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, bool partial, PredictionCommands commands, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<PredictionRequest>(http.Request, partial, cancel);
        return Json.Result((await commands.UpdateAsync(http.Caller(), id, request, cancel)).ToResponse(Timestamp.Now(clock)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, PredictionCommands commands, CancellationToken cancel)
    {
        await commands.DeleteAsync(http.Caller(), id, cancel);
        return Results.NoContent();
    }

    private static long? Id(HttpRequest request, string key)
    {
        var text = request.Query[key].ToString();
        if (text.Length == 0) return null;
        return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : throw NoChoice(key);
    }

    private static ValidationException NoChoice(string field) => new(field, "Select a valid choice. That choice is not one of the available choices.");
}
