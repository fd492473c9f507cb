using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Tasks;

/// <summary>A project's deleted tasks, and how to get them back.</summary>
internal static class TrashEndpoints
{
    private const int Batch = 1000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public static void MapTrash(this IEndpointRouteBuilder routes)
    {
        var trash = routes.MapGroup("/api/projects/{projectId:long}/trash").WithTags("Projects").RequireRole(Role.Manager);
        trash.MapGet("/", ListAsync).WithName("api_projects_trash_list").WithSummary("List a project's deleted tasks")
            .WithDescription("The last deleted first. They stay for 30 days.").TakesPage().Produces<PageOf<TrashedTask>>();
        trash.MapPost("/restore/", RestoreAsync).WithName("api_projects_trash_restore").WithSummary("Restore deleted tasks")
            .WithDescription("With their annotations and predictions; drafts are gone. Without `tasks`: all that were deleted within the last day.")
            .TakesBody<RestoreRequest>().Produces<RestoreResponse>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, long projectId, Database database, ProjectQueries projects, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), projectId, cancel);
        await using var connection = await database.ReadAsync(cancel);
        var count = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {database.Dialect.Trash} WHERE project_id = @projectId", new { projectId });
        var page = Paging.From(http.Request, 100, 1000).Within(count);
        var rows = await connection.QueryAsync<TrashedRow>($"""
            SELECT t.id, t.inner_id, page.deleted_at, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.data
            FROM (SELECT id, deleted_at FROM {database.Dialect.Trash} WHERE project_id = @projectId ORDER BY deleted_at DESC, id LIMIT @Size OFFSET @Offset) AS page
            JOIN tasks t ON t.id = page.id ORDER BY page.deleted_at DESC, page.id
            """, new { projectId, page.Size, page.Offset });
        return Json.Result(PageOf.Create(http.Request, page, count, [.. rows.Select(row => row.ToResponse())]));
    }

    private static async Task<IResult> RestoreAsync(
        HttpContext http, long projectId, Database database, ProjectQueries projects, WebhookEvents events, ExportQueue exports, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await projects.GetAsync(caller, projectId, cancel);
        var request = await RequestBinder.BindAsync<RestoreRequest>(http.Request, partial: false, cancel);
        var ids = request.Tasks is { IsSet: true, Value: { } named } ? named.Distinct().ToList() : await LatelyDeletedAsync(database, projectId, Timestamp.Now(clock), cancel);
        var restored = 0;
        foreach (var batch in ids.Order().Chunk(Batch))
        {
            restored += await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                var back = await TaskTrash.RestoreAsync(tx, projectId, batch);
                if (back.Length > 0) await events.TasksCreatedAsync(tx, projectId, back);
                var parameters = new DynamicParameters();
                parameters.Add("ids", back);
                await exports.OrderAsync(tx, projectId, await tx.QueryAsync<long>($"SELECT id FROM annotations WHERE {tx.Dialect.In("task_id", "@ids")} ORDER BY id", parameters));
                return back.Length;
            }, cancel);
        }
        if (restored > 0) await database.WriteAsync(WriteLane.Bulk, tx => OverlapCohort.TasksChangedAsync(tx, projectId), cancel);
        return Json.Result(new RestoreResponse(restored));
    }

    private static async Task<List<long>> LatelyDeletedAsync(Database database, long projectId, Timestamp now, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<long>($"SELECT id FROM {database.Dialect.Trash} WHERE project_id = @projectId AND deleted_at >= @since", new { projectId, since = now.Add(-Lately) })).AsList();
    }

    private sealed class TrashedRow
    {
        public long Id { get; init; }
        public long? InnerId { get; init; }
        public Timestamp DeletedAt { get; init; }
        public int TotalAnnotations { get; init; }
        public int CancelledAnnotations { get; init; }
        public int TotalPredictions { get; init; }
        public string Data { get; init; } = "{}";

        public TrashedTask ToResponse() => new(Id, InnerId, DeletedAt, TotalAnnotations, CancelledAnnotations, TotalPredictions, new RawJson(Data));
    }
}

/// <summary>A deleted task.</summary>
/// <param name="Id">Id.</param>
/// <param name="InnerId">Number within the project.</param>
/// <param name="DeletedAt">When it was deleted.</param>
/// <param name="TotalAnnotations">Its annotations that are not skipped.</param>
/// <param name="CancelledAnnotations">Its skipped annotations.</param>
/// <param name="TotalPredictions">Its predictions.</param>
/// <param name="Data">Its data, as it is stored.</param>
public sealed record TrashedTask(
    long Id, long? InnerId, Timestamp DeletedAt, int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, [property: Shape("AnyJson")] RawJson Data);

/// <summary>Which tasks to restore.</summary>
public sealed record RestoreRequest
{
    /// <summary>Their ids; without them all that were deleted within the last day.</summary>
    [Field(Null = true)] public Optional<IReadOnlyList<long>?> Tasks { get; init; }
}

/// <summary>What was restored.</summary>
/// <param name="Restored">How many tasks.</param>
public sealed record RestoreResponse(int Restored);
