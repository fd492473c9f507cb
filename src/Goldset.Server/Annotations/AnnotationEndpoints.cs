using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;

namespace Goldset.Server.Annotations;

/// <summary>Annotations of tasks.</summary>
internal static class AnnotationEndpoints
{
    public static void MapAnnotations(this IEndpointRouteBuilder routes)
    {
        var ofTask = routes.MapGroup("/api/tasks/{taskId:long}/annotations").WithTags("Annotations");
        ofTask.MapGet("/", ListAsync).WithName("api_tasks_annotations_list").WithSummary("List a task's annotations")
            .TakesQuery("expand", QueryType.Names, "`completed_by`: the author in short instead of the id").TakesFieldSelection().Produces<AnnotationResponse[]>();
        ofTask.MapPost("/", CreateAsync).WithName("api_tasks_annotations_create").WithSummary("Create an annotation").RequireRole(Role.Annotator)
            .TakesQuery("was_cancelled", QueryType.Switch, "A skip, whatever the body says")
            .TakesQuery("expand", QueryType.Names, "`completed_by`: the author in short instead of the id").TakesFieldSelection()
            .TakesBody<AnnotationRequest>().Produces<AnnotationResponse>(201);

        var annotations = routes.MapGroup("/api/annotations/{id:long}").WithTags("Annotations");
        annotations.MapGet("/", GetAsync).WithName("api_annotations_read").WithSummary("Get an annotation")
            .TakesQuery("expand", QueryType.Names, "`completed_by`: the author in short instead of the id").TakesFieldSelection().Produces<AnnotationResponse>();
        annotations.MapPatch("/", PatchAsync).WithName("api_annotations_partial_update").WithSummary("Change an annotation").RequireRole(Role.Annotator).TakesRevision()
            .TakesQuery("expand", QueryType.Names, "`completed_by`: the author in short instead of the id").TakesFieldSelection()
            .TakesBody<AnnotationRequest>().Produces<AnnotationResponse>();
        annotations.MapPut("/", PutAsync).WithName("api_annotations_update").WithSummary("Replace an annotation").RequireRole(Role.Annotator).TakesRevision()
            .TakesQuery("expand", QueryType.Names, "`completed_by`: the author in short instead of the id").TakesFieldSelection()
            .TakesBody<AnnotationRequest>().Produces<AnnotationResponse>();
        annotations.MapDelete("/", DeleteAsync).WithName("api_annotations_delete").WithSummary("Delete an annotation").RequireRole(Role.Annotator).Produces(204);
        annotations.MapPost("/convert-to-draft", ConvertAsync).WithName("api_annotations_convert-to-draft_create").WithSummary("Turn an annotation into a draft")
            .RequireRole(Role.Annotator).Produces<DraftResponse>(201);
    }

    private static async Task<IResult> ListAsync(HttpContext http, long taskId, Database database, TimeProvider clock, PublicAddress address, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        _ = await TaskRow.FindAsync(connection, null, http.Caller(), taskId) ?? throw ApiException.NoMatch("Task");
        var rows = await connection.QueryAsync<AnnotationRow>(
            $"SELECT {AnnotationRow.Columns} {AnnotationRow.From} WHERE a.task_id = @taskId AND NOT a.was_cancelled ORDER BY a.id", new { taskId });
        var fields = FieldSelection.From(http.Request);
        var now = Timestamp.Now(clock);
        var expand = Expanded(http, address);
        return Json.Result(rows.Select(r => fields.Apply(r.ToResponse(now, expand))).ToArray());
    }

    private static async Task<IResult> CreateAsync(HttpContext http, long taskId, AnnotationSubmits submits, ExportQueue exports, TimeProvider clock, PublicAddress address, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<AnnotationRequest>(http.Request, partial: false, cancel);
        var row = await submits.CreateAsync(http.Caller(), taskId, request, Cancelled(http.Request), cancel);
        await exports.SavedAsync(row.ProjectId, row.Id);
        return FieldSelection.From(http.Request).Respond(row.ToResponse(Timestamp.Now(clock), Expanded(http, address)), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, Database database, TimeProvider clock, PublicAddress address, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var row = await AnnotationRow.FindAsync(connection, null, http.Caller(), id) ?? throw ApiException.NoMatch("Annotation");
        return FieldSelection.From(http.Request).Respond(row.ToResponse(Timestamp.Now(clock), Expanded(http, address)));
    }

    private static Task<IResult> PatchAsync(HttpContext http, long id, AnnotationCommands commands, ExportQueue exports, TimeProvider clock, PublicAddress address, CancellationToken cancel) =>
        UpdateAsync(http, id, partial: true, commands, exports, clock, address, cancel);

    private static Task<IResult> PutAsync(HttpContext http, long id, AnnotationCommands commands, ExportQueue exports, TimeProvider clock, PublicAddress address, CancellationToken cancel) =>
        UpdateAsync(http, id, partial: false, commands, exports, clock, address, cancel);

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, bool partial, AnnotationCommands commands, ExportQueue exports, TimeProvider clock, PublicAddress address, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<AnnotationRequest>(http.Request, partial, cancel);
        var row = await commands.UpdateAsync(http.Caller(), id, request, http.Request.BasedOn(), cancel);
        await exports.SavedAsync(row.ProjectId, row.Id);
        return FieldSelection.From(http.Request).Respond(row.ToResponse(Timestamp.Now(clock), Expanded(http, address)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, AnnotationCommands commands, ExportQueue exports, CancellationToken cancel)
    {
        await exports.DeletedAsync(await commands.DeleteAsync(http.Caller(), id, cancel), id);
        return Results.NoContent();
    }

    private static async Task<IResult> ConvertAsync(HttpContext http, long id, AnnotationCommands commands, DraftCommands drafts, ExportQueue exports, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var (draft, projectId) = await commands.ConvertToDraftAsync(caller, id, cancel);
        await exports.DeletedAsync(projectId, id);
        return Json.Result((await drafts.GetAsync(caller, draft, cancel)).ToResponse(Timestamp.Now(clock)), 201);
    }

    private static bool? Cancelled(HttpRequest request) => request.Query["was_cancelled"].ToString() switch
    {
        "1" or "true" or "True" => true,
        "0" or "false" or "False" => false,
        _ => null,
    };

    private static string? Expanded(HttpContext http, PublicAddress address) =>
        http.Request.Query["expand"].ToString().Split(',').Contains("completed_by") ? address.Before(http.Request) : null;
}
