using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Annotations;

/// <summary>A draft with its author.</summary>
public sealed class DraftRow
{
    internal const string Columns = """
        d.id, d.task_id, d.project_id, d.annotation_id, d.user_id, d.result, d.lead_time, d.was_postponed, d.import_id, d.created_at, d.updated_at,
        u.first_name, u.last_name, u.email
        """;

    internal const string From = "FROM drafts d JOIN users u ON u.id = d.user_id";

    /// <summary>Id.</summary>
    public long Id { get; init; }
    /// <summary>Task.</summary>
    public long TaskId { get; init; }
    /// <summary>Project.</summary>
    public long ProjectId { get; init; }
    /// <summary>The annotation being changed, or null.</summary>
    public long? AnnotationId { get; init; }
    /// <summary>Author.</summary>
    public long UserId { get; init; }
    /// <summary>JSON.</summary>
    public string Result { get; init; } = "[]";
    /// <summary>Seconds.</summary>
    public double? LeadTime { get; init; }
    /// <summary>Put off.</summary>
    public bool WasPostponed { get; init; }
    /// <summary>Id where it came from.</summary>
    public long? ImportId { get; init; }
    /// <summary>When made.</summary>
    public Timestamp CreatedAt { get; init; }
    /// <summary>When changed.</summary>
    public Timestamp UpdatedAt { get; init; }
    /// <summary>Author's name.</summary>
    public string FirstName { get; init; } = "";
    /// <summary>Author's name.</summary>
    public string LastName { get; init; } = "";
    /// <summary>Author's e-mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>As the API shows it.</summary>
    public DraftResponse ToResponse(Timestamp now) => new(
        Id, Email, PersonName.Display(FirstName, LastName, Email, UserId), Ago.Text(CreatedAt, now), new RawJson(Result), LeadTime, WasPostponed, ImportId,
        CreatedAt, UpdatedAt, TaskId, AnnotationId);
}

/// <summary>A draft as the API shows it; <c>user</c> is an e-mail address.</summary>
public sealed record DraftResponse(
    long Id, string User, string CreatedUsername, string CreatedAgo, [property: Shape("Result")] RawJson Result, double? LeadTime, bool WasPostponed, long? ImportId,
    Timestamp CreatedAt, Timestamp UpdatedAt, long Task, long? Annotation);

/// <summary>What may be set on a draft.</summary>
public sealed record DraftRequest
{
    /// <summary>Any JSON, usually an array of regions.</summary>
    [Field(Required = true, AsSent = true), Shape("SentResult")] public Optional<JsonElement> Result { get; init; }
    /// <summary>Seconds spent.</summary>
    public Optional<double?> LeadTime { get; init; }
    /// <summary>Put the task off to the end of the queue.</summary>
    public Optional<bool> WasPostponed { get; init; }
    /// <summary>The annotation being changed; null: none.</summary>
    public Optional<long?> Annotation { get; init; }
    /// <summary>Id where it came from.</summary>
    public Optional<long?> ImportId { get; init; }
}

/// <summary>Reads and writes drafts. One belongs to its author; managers may see and remove it.</summary>
internal sealed class DraftCommands(Database database, TimeProvider clock)
{
    public async Task<DraftRow> GetAsync(Caller caller, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await FindAsync(connection, null, caller, id) ?? throw ApiException.NoMatch("AnnotationDraft");
    }

    public async Task<IReadOnlyList<DraftRow>> ListAsync(Caller caller, long taskId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        _ = await TaskRow.FindAsync(connection, null, caller, taskId) ?? throw ApiException.NoMatch("Task");
        return (await connection.QueryAsync<DraftRow>($"SELECT {DraftRow.Columns} {DraftRow.From} WHERE d.task_id = @taskId ORDER BY d.id", new { taskId })).AsList();
    }

    public async Task<DraftRow> CreateAsync(Caller caller, long taskId, long? annotationId, DraftRequest request, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        var result = request.Result.Value.GetRawText();
        var id = await database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var task = await TaskRow.FindAsync(tx.Connection, tx.Transaction, caller, taskId) ?? throw ApiException.NoMatch("Task");
            if (annotationId is not null &&
                await tx.QueryFirstOrDefaultAsync<long?>("SELECT id FROM annotations WHERE id = @annotationId AND task_id = @taskId", new { annotationId, taskId }) is null)
                throw ApiException.NoMatch("Annotation");
            var draft = await tx.QueryFirstOrDefaultAsync<long>("""
                INSERT INTO drafts (task_id, project_id, annotation_id, user_id, result, lead_time, was_postponed, import_id, created_at, updated_at)
                VALUES (@taskId, @ProjectId, @annotationId, @UserId, @result, @leadTime, @postponed, @importId, @now, @now) RETURNING id
                """, new
            {
                taskId,
                task.ProjectId,
                annotationId,
                caller.UserId,
                result,
                leadTime = request.LeadTime.Or(null),
                postponed = request.WasPostponed.Or(false),
                importId = request.ImportId.Or(null),
                now,
            });
            var summary = new SummaryDelta();
            summary.AddDraft(result, 1);
            await summary.ApplyAsync(tx, task.ProjectId);
            return draft;
        }, cancel);
        return await GetAsync(caller, id, cancel);
    }

    /// <exception cref="ApiException">412: it is not in the state <paramref name="basedOn"/> any more.</exception>
    public async Task<DraftRow> UpdateAsync(Caller caller, long id, DraftRequest request, Timestamp? basedOn, CancellationToken cancel)
    {
        await database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var draft = await FindAsync(tx.Connection, tx.Transaction, caller, id) ?? throw ApiException.NoMatch("AnnotationDraft");
            MayChange(caller, draft);
            Revision.Check(basedOn, draft.UpdatedAt);
            var annotation = request.Annotation.Or(draft.AnnotationId);
            if (annotation is not null && annotation != draft.AnnotationId &&
                await tx.QueryFirstOrDefaultAsync<long?>("SELECT id FROM annotations WHERE id = @annotation AND task_id = @TaskId", new { annotation, draft.TaskId }) is null)
                throw new ValidationException("annotation", $"Invalid pk \"{annotation}\" - object does not exist.");
            var result = request.Result.IsSet ? request.Result.Value.GetRawText() : draft.Result;
            await tx.ExecuteAsync("""
                UPDATE drafts SET result = @result, lead_time = @leadTime, was_postponed = @postponed, annotation_id = @annotation, import_id = @importId, updated_at = @now WHERE id = @id
                """, new
            {
                id,
                result,
                leadTime = request.LeadTime.Or(draft.LeadTime),
                postponed = request.WasPostponed.Or(draft.WasPostponed),
                annotation,
                importId = request.ImportId.Or(draft.ImportId),
                now = Timestamp.Now(clock),
            });
            if (!request.Result.IsSet) return;
            var summary = new SummaryDelta();
            summary.AddDraft(draft.Result, -1);
            summary.AddDraft(result, 1);
            await summary.ApplyAsync(tx, draft.ProjectId);
        }, cancel);
        return await GetAsync(caller, id, cancel);
    }

    public Task DeleteAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Labeling, async tx =>
        {
            var draft = await FindAsync(tx.Connection, tx.Transaction, caller, id) ?? throw ApiException.NoMatch("AnnotationDraft");
            MayChange(caller, draft);
            await tx.ExecuteAsync("DELETE FROM drafts WHERE id = @id", new { id });
            var summary = new SummaryDelta();
            summary.AddDraft(draft.Result, -1);
            await summary.ApplyAsync(tx, draft.ProjectId);
        }, cancel);

    private static void MayChange(Caller caller, DraftRow draft)
    {
        if (draft.UserId != caller.UserId && caller.Role < Role.Manager) throw ApiException.Forbidden();
    }

    private static Task<DraftRow?> FindAsync(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction, Caller caller, long id) =>
        connection.QueryFirstOrDefaultAsync<DraftRow?>($"""
            SELECT {DraftRow.Columns} {DraftRow.From} JOIN visible_tasks t ON t.id = d.task_id JOIN projects p ON p.id = t.project_id
            WHERE d.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL
            """, new { id, caller.OrganizationId }, transaction);
}

/// <summary>Drafts of tasks and annotations.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var ofTask = routes.MapGroup("/api/tasks/{taskId:long}").WithTags("Annotations");
        ofTask.MapGet("/drafts", (HttpContext http, long taskId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel) => ListAsync(http, taskId, drafts, clock, cancel))
            .WithName("api_tasks_drafts_list").WithSummary("List a task's drafts").Produces<DraftResponse[]>();
        ofTask.MapPost("/drafts", (HttpContext http, long taskId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel) => CreateAsync(http, taskId, null, drafts, clock, cancel))
            .WithName("api_tasks_drafts_create").WithSummary("Create a draft").RequireRole(Role.Annotator).TakesBody<DraftRequest>().Produces<DraftResponse>(201);
        ofTask.MapGet("/annotations/{annotationId:long}/drafts",
                (HttpContext http, long taskId, long annotationId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel) => ListAsync(http, taskId, drafts, clock, cancel))
            .WithName("api_tasks_annotations_drafts_list").WithSummary("List the drafts of an annotation's task").Produces<DraftResponse[]>();
        ofTask.MapPost("/annotations/{annotationId:long}/drafts",
                (HttpContext http, long taskId, long annotationId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel) => CreateAsync(http, taskId, annotationId, drafts, clock, cancel))
            .WithName("api_tasks_annotations_drafts_create").WithSummary("Create a draft of an annotation").RequireRole(Role.Annotator).TakesBody<DraftRequest>().Produces<DraftResponse>(201);

        var drafts = routes.MapGroup("/api/drafts/{id:long}").WithTags("Annotations").RequireRole(Role.Annotator);
        drafts.MapGet("/", async (HttpContext http, long id, DraftCommands commands, TimeProvider clock, CancellationToken cancel) =>
                Json.Result((await commands.GetAsync(http.Caller(), id, cancel)).ToResponse(Timestamp.Now(clock))))
            .WithName("api_drafts_read").WithSummary("Get a draft").Produces<DraftResponse>();
        drafts.MapPatch("/", (HttpContext http, long id, DraftCommands commands, TimeProvider clock, CancellationToken cancel) => UpdateAsync(http, id, true, commands, clock, cancel))
            .WithName("api_drafts_partial_update").WithSummary("Change a draft").TakesRevision().TakesBody<DraftRequest>().Produces<DraftResponse>();
        drafts.MapPut("/", (HttpContext http, long id, DraftCommands commands, TimeProvider clock, CancellationToken cancel) => UpdateAsync(http, id, false, commands, clock, cancel))
            .WithName("api_drafts_update").WithSummary("Replace a draft").TakesRevision().TakesBody<DraftRequest>().Produces<DraftResponse>();
        drafts.MapDelete("/", async (HttpContext http, long id, DraftCommands commands, CancellationToken cancel) =>
            {
                await commands.DeleteAsync(http.Caller(), id, cancel);
                return Results.NoContent();
            })
            .WithName("api_drafts_delete").WithSummary("Delete a draft").Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, long taskId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        return Json.Result((await drafts.ListAsync(http.Caller(), taskId, cancel)).Select(d => d.ToResponse(now)).ToArray());
    }

    private static async Task<IResult> CreateAsync(HttpContext http, long taskId, long? annotationId, DraftCommands drafts, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<DraftRequest>(http.Request, partial: false, cancel);
        return Json.Result((await drafts.CreateAsync(http.Caller(), taskId, annotationId, request, cancel)).ToResponse(Timestamp.Now(clock)), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, bool partial, DraftCommands drafts, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<DraftRequest>(http.Request, partial, cancel);
        return Json.Result((await drafts.UpdateAsync(http.Caller(), id, request, http.Request.BasedOn(), cancel)).ToResponse(Timestamp.Now(clock)));
    }
}
