using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.DataManager;

/// <summary>A tab as the API shows it.</summary>
public sealed record ViewResponse(long Id, [property: Shape("ViewData")] RawJson Data, int Order, long? User, long Project);

/// <summary>What may be set on a tab.</summary>
public sealed record ViewRequest
{
    /// <summary>The project.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
    /// <summary>Title, columns, filters, ordering and so on.</summary>
    [Shape("ViewData")] public Optional<JsonElement> Data { get; init; }
    /// <summary>Position among the tabs.</summary>
    public Optional<int> Order { get; init; }
    /// <summary>Selected tasks.</summary>
    [Field(Null = true), Shape("SelectedItems", Null = true)] public Optional<JsonElement> SelectedItems { get; init; }
}

/// <summary>An order of tabs.</summary>
public sealed record ViewOrderRequest
{
    /// <summary>The project.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
    /// <summary>Ids of its tabs.</summary>
    [Field(Required = true)] public Optional<IReadOnlyList<long>> Ids { get; init; }
}

/// <summary>Tabs of the data manager: shared by all who work on a project, but for those that their maker keeps.</summary>
internal static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        var views = routes.MapGroup("/api/dm/views").WithTags("Data Manager");
        views.MapGet("/", ListAsync).WithName("api_dm_views_list").WithSummary("List tabs").Produces<ViewResponse[]>()
            .TakesQuery("project", QueryType.Integer, "Only those of this project");
        views.MapPost("/", CreateAsync).WithName("api_dm_views_create").WithSummary("Create a tab").TakesBody<ViewRequest>().Produces<ViewResponse>(201);
        views.MapGet("/{id:long}/", async (HttpContext http, long id, Database database, CancellationToken cancel) =>
            {
                await using var context = database.Context();
                return Json.Result(Response(await FindAsync(context, http.Caller(), id, cancel)));
            })
            .WithName("api_dm_views_read").WithSummary("Get a tab").Produces<ViewResponse>();
        views.MapPatch("/{id:long}/", UpdateAsync).WithName("api_dm_views_partial_update").WithSummary("Change a tab").TakesBody<ViewRequest>().Produces<ViewResponse>();
        views.MapPut("/{id:long}/", UpdateAsync).WithName("api_dm_views_update").WithSummary("Replace a tab").TakesBody<ViewRequest>().Produces<ViewResponse>();
        views.MapDelete("/{id:long}/", DeleteAsync).WithName("api_dm_views_delete").WithSummary("Delete a tab").Produces(204);
        views.MapDelete("/reset/", ResetAsync).WithName("api_dm_views_reset_delete").WithSummary("Delete all tabs of a project").TakesShape("ProjectChoice").Produces(204);
        views.MapPost("/order/", OrderAsync).WithName("api_dm_views_order_create").WithSummary("Put tabs in order").TakesBody<ViewOrderRequest>().AnswersNothing();
    }

    /// <summary>A tab of the caller's organization.</summary>
    public static async Task<View> FindAsync(GoldsetContext context, Caller caller, long id, CancellationToken cancel) =>
        await (from v in context.Views join p in context.Projects on v.ProjectId equals p.Id where v.Id == id && p.OrganizationId == caller.OrganizationId select v).FirstOrDefaultAsync(cancel)
            is { } found && IsFor(caller, found) ? found : throw ApiException.NoMatch("View");

    // A tab that its maker marked as private is nobody else's.
    private static bool IsFor(Caller caller, View view)
    {
        if (view.UserId == caller.UserId || !view.Data.Contains("\"private\"", StringComparison.Ordinal)) return true;
        using var data = JsonDocument.Parse(view.Data);
        return !data.RootElement.TryGetProperty("private", out var isPrivate) || isPrivate.ValueKind != JsonValueKind.True;
    }

    /// <summary>What a tab asks of the tasks.</summary>
    public static TaskQuery Query(View view) => TaskQuery.Read(Content(view));

    /// <summary>A tab's columns, filters, ordering and selection, as <see cref="TaskQuery.Read"/> takes them.</summary>
    public static JsonElement Content(View view)
    {
        using var document = JsonDocument.Parse(Document(view).ToJsonString());
        return document.RootElement.Clone();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var text = http.Request.Query["project"].ToString();
        long? project = null;
        if (text.Length > 0)
            project = long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
                : throw new ValidationException("project", "Select a valid choice. That choice is not one of the available choices.");
        await using var context = database.Context();
        if (project is not null && !await context.Projects.AnyAsync(p => p.Id == project && p.OrganizationId == caller.OrganizationId, cancel))
            throw new ValidationException("project", "Select a valid choice. That choice is not one of the available choices.");
        var views = await (from v in context.Views
                           join p in context.Projects on v.ProjectId equals p.Id
                           where p.OrganizationId == caller.OrganizationId && (project == null || v.ProjectId == project)
                           orderby v.Order, v.Id
                           select v).ToListAsync(cancel);
        return Json.Result(views.Where(view => IsFor(caller, view)).Select(Response).ToArray());
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<ViewRequest>(http.Request, partial: false, cancel);
        var view = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (!await tx.Context.Projects.AnyAsync(p => p.Id == request.Project.Value && p.OrganizationId == caller.OrganizationId))
                throw new ValidationException("project", $"Invalid pk \"{request.Project.Value}\" - object does not exist.");
            var made = new View { ProjectId = request.Project.Value, UserId = caller.UserId, Order = request.Order.Or(0) };
            Apply(made, request);
            if (made.Filters is not null) made.Order = await tx.Context.Views.CountAsync(v => v.ProjectId == made.ProjectId);
            tx.Context.Views.Add(made);
            await tx.Context.SaveChangesAsync();
            return made;
        }, cancel);
        return Json.Result(Response(view), 201);
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<ViewRequest>(http.Request, partial: HttpMethods.IsPatch(http.Request.Method), cancel);
        var view = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var known = await FindAsync(tx.Context, caller, id, CancellationToken.None);
            Apply(known, request);
            await tx.Context.SaveChangesAsync();
            return known;
        }, cancel);
        return Json.Result(Response(view));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.Views.Remove(await FindAsync(tx.Context, caller, id, CancellationToken.None));
            await tx.Context.SaveChangesAsync();
        }, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> ResetAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        var text = body.TryGet("project", out var sent) ? sent.ToString() : http.Request.Query["project"].ToString();
        if (text.Length == 0) throw new ValidationException("project", "This field may not be null.");
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (!long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var project) ||
                !await tx.Context.Projects.AnyAsync(p => p.Id == project && p.OrganizationId == caller.OrganizationId))
                throw new ValidationException("project", $"Invalid pk \"{text}\" - object does not exist.");
            await tx.ExecuteAsync("DELETE FROM views WHERE project_id = @project", new { project });
        }, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> OrderAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<ViewOrderRequest>(http.Request, partial: false, cancel);
        if (request.Ids.Value.Count == 0) throw new ValidationException("ids", "This list may not be empty.");
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var project = request.Project.Value;
            if (!await tx.Context.Projects.AnyAsync(p => p.Id == project && p.OrganizationId == caller.OrganizationId))
                throw new ValidationException("project", $"Invalid pk \"{project}\" - object does not exist.");
            var views = await tx.Context.Views.Where(v => v.ProjectId == project).ToListAsync();
            for (var i = 0; i < request.Ids.Value.Count; i++)
                if (views.FirstOrDefault(v => v.Id == request.Ids.Value[i]) is { } view) view.Order = i;
            await tx.Context.SaveChangesAsync();
        }, cancel);
        return Results.Ok();
    }

    private static void Apply(View view, ViewRequest request)
    {
        if (request.SelectedItems.IsSet && request.SelectedItems.Value.ValueKind == JsonValueKind.Object) view.SelectedItems = request.SelectedItems.Value.GetRawText();
        if (!request.Data.IsSet || request.Data.Value.ValueKind != JsonValueKind.Object) return;
        var data = JsonNode.Parse(request.Data.Value.GetRawText())!.AsObject();
        if (data["filters"] is JsonObject filters && filters["conjunction"] is JsonValue conjunction && conjunction.ToString().Length > 0)
            view.Filters = ViewFilters.Normalize(filters).ToJsonString(Json.Options);
        if (data["ordering"] is { } ordering) view.Ordering = ordering.ToJsonString(Json.Options);
        data.Remove("filters");
        data.Remove("ordering");
        view.Data = data.ToJsonString(Json.Options);
    }

    private static ViewResponse Response(View view) => new(view.Id, new RawJson(Document(view).ToJsonString(Json.Options)), view.Order, view.UserId, view.ProjectId);

    private static JsonObject Document(View view)
    {
        var data = JsonNode.Parse(view.Data)!.AsObject();
        if (view.Filters is not null) data["filters"] = JsonNode.Parse(view.Filters);
        if (JsonNode.Parse(view.Ordering) is { } ordering and not JsonArray { Count: 0 }) data["ordering"] = ordering;
        if (JsonNode.Parse(view.SelectedItems) is JsonObject { Count: > 0 } selected) data["selectedItems"] = selected;
        return data;
    }
}
