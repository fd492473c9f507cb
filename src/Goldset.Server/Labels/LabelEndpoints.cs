using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Labels;

/// <summary>Labels that people add to taxonomies while they work, kept by the organization.</summary>
internal static class LabelEndpoints
{
    public const int PageSize = 100;

    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        var labels = routes.MapGroup("/api/labels").WithTags("Labels");
        labels.MapGet("/", ListAsync).WithName("api_labels_list").WithSummary("List labels").TakesPage()
            .TakesQuery("expand", QueryType.Text, "links: the links as objects").Produces<PageOf<LabelResponse>>();
        labels.MapPost("/", CreateAsync).WithName("api_labels_create").WithSummary("Add labels to a project").TakesBody<LabelCreateRequest[]>().Produces<CreatedLabel[]>(201);
        labels.MapPost("/bulk", RenameAsync).WithName("api_labels_bulk_create").WithSummary("Rename a label in annotations").RequireRole(Role.Manager)
            .TakesBody<LabelRenameRequest>().Produces<LabelRenameResponse>();
        labels.MapGet("/{id:long}/", GetAsync).WithName("api_labels_read").WithSummary("Get a label").Produces<LabelResponse>();
        labels.MapPatch("/{id:long}/", UpdateAsync).WithName("api_labels_partial_update").WithSummary("Change a label").RequireRole(Role.Manager)
            .TakesBody<LabelRequest>().Produces<LabelResponse>();
        labels.MapPut("/{id:long}/", UpdateAsync).WithName("api_labels_update").WithSummary("Replace a label").RequireRole(Role.Manager)
            .TakesBody<LabelRequest>().Produces<LabelResponse>();
        labels.MapDelete("/{id:long}/", DeleteAsync).WithName("api_labels_delete").WithSummary("Delete a label").RequireRole(Role.Manager).Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var organization = http.Caller().OrganizationId;
        await using var context = database.Context();
        var labels = context.Labels.Where(l => l.OrganizationId == organization);
        var page = Paging.From(http.Request, PageSize, PageSize);
        var count = await labels.CountAsync(cancel);
        page = page.Within(count);
        var found = await labels.OrderBy(l => l.Id).Skip((int)page.Offset).Take(page.Size).ToListAsync(cancel);
        var ids = found.Select(l => l.Id).ToList();
        var links = (await context.LabelLinks.Where(l => ids.Contains(l.LabelId)).OrderBy(l => l.Id).ToListAsync(cancel)).ToLookup(l => l.LabelId);
        var expand = http.Request.Query["expand"].ToString().Split(',').Contains("links");
        return Json.Result(PageOf.Create(http.Request, page, count, found.Select(l => LabelResponse.Of(l, [.. links[l.Id]], expand)).ToList()));
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, WebhookEvents events, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var items = await ReadItemsAsync(http, cancel);
        if (items.Count == 0) return Json.Result(Array.Empty<CreatedLabel>(), 201);
        var projectId = items[0].Project.Value;
        if (items.Exists(i => i.Project.Value != projectId))
            throw new ValidationException(ValidationErrors.NonField, "Creating labels for different projects in one request not allowed");
        var created = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (!await tx.Context.Projects.AnyAsync(p => p.Id == projectId && p.OrganizationId == caller.OrganizationId))
                throw new ValidationException("project", $"Invalid pk \"{projectId}\" - object does not exist.");
            var (made, links, labels) = (new List<CreatedLabel>(), new List<LabelLinkPayload>(), new List<object>());
            foreach (var item in items)
            {
                var (label, link) = await AddAsync(tx.Context, caller, projectId, item, Timestamp.Now(clock));
                var projects = await tx.Context.LabelLinks.Where(l => l.LabelId == label.Id).OrderBy(l => l.Id).Select(l => l.ProjectId).ToListAsync();
                made.Add(new CreatedLabel(
                    label.Id, label.CreatedById, label.OrganizationId, projectId, item.FromName.Value!, label.CreatedAt, label.UpdatedAt, new RawJson(label.Value), label.Title,
                    label.Description, label.Approved, label.ApprovedById, projects));
                if (link is null) continue;
                links.Add(new LabelLinkPayload(link.Id, projectId, label.Id, link.FromName));
                labels.Add(LinkedLabel.Of(label));
            }
            if (links.Count > 0) await events.LabelLinksCreatedAsync(tx, projectId, links, labels);
            return made;
        }, cancel);
        return Json.Result(created, 201);
    }

    private static async Task<List<LabelCreateRequest>> ReadItemsAsync(HttpContext http, CancellationToken cancel)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        if (body.IsForm || body.Json.ValueKind != JsonValueKind.Array)
            throw new ValidationException(ValidationErrors.NonField, $"Expected a list of items but got type \"{(body.IsForm ? "dict" : RequestBinder.PythonType(body.Json))}\".");
        var items = new List<LabelCreateRequest>();
        var problems = new JsonArray();
        var wrong = false;
        foreach (var json in body.Json.EnumerateArray())
        {
            var errors = new ValidationErrors();
            items.Add(RequestBinder.Bind<LabelCreateRequest>(RequestBody.Of(json), partial: false, errors));
            problems.Add((JsonNode)errors.ToJson());
            wrong |= !errors.IsEmpty;
        }
        if (wrong) throw new ValidationException(new ValidationErrors().Set(ValidationErrors.NonField, problems));
        return items;
    }

    /// <summary>The label, made where the organization has none with this title, and its link where the project did not use it yet.</summary>
    private static async Task<(Label Label, LabelLink? Link)> AddAsync(GoldsetContext context, Caller caller, long projectId, LabelCreateRequest item, Timestamp now)
    {
        var title = item.Title.Value!;
        var label = await context.Labels.FirstOrDefaultAsync(l => l.OrganizationId == caller.OrganizationId && l.Title == title);
        if (label is null)
        {
            label = new Label
            {
                OrganizationId = caller.OrganizationId,
                Title = title,
                Value = item.Value.Value.GetRawText(),
                Description = item.Description.Or(null),
                Approved = item.Approved.Or(false),
                CreatedById = caller.UserId,
                CreatedAt = now,
                UpdatedAt = now,
            };
            context.Labels.Add(label);
            await context.SaveChangesAsync();
        }
        if (await context.LabelLinks.AnyAsync(l => l.ProjectId == projectId && l.LabelId == label.Id)) return (label, null);
        var link = new LabelLink { LabelId = label.Id, ProjectId = projectId, FromName = item.FromName.Value! };
        context.LabelLinks.Add(link);
        await context.SaveChangesAsync();
        return (label, link);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        await using var context = database.Context();
        return Json.Result(await ReadAsync(context, await FindAsync(context, http.Caller(), id)));
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<LabelRequest>(http.Request, partial: HttpMethods.IsPatch(http.Request.Method), cancel);
        return Json.Result(await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var label = await FindAsync(tx.Context, caller, id);
            var title = request.Title.Or(label.Title)!;
            if (title != label.Title && await tx.Context.Labels.AnyAsync(l => l.OrganizationId == caller.OrganizationId && l.Title == title))
                throw new ValidationException(ValidationErrors.NonField, "The fields title, organization must make a unique set.");
            label.Title = title;
            if (request.Value.IsSet) label.Value = request.Value.Value.GetRawText();
            label.Description = request.Description.Or(label.Description);
            label.Approved = request.Approved.Or(label.Approved);
            label.UpdatedAt = Timestamp.Now(clock);
            await tx.Context.SaveChangesAsync();
            return await ReadAsync(tx.Context, label);
        }, cancel));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            tx.Context.Labels.Remove(await FindAsync(tx.Context, caller, id));
            await tx.Context.SaveChangesAsync();
        }, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> RenameAsync(HttpContext http, LabelRenaming renaming, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<LabelRenameRequest>(http.Request, partial: false, cancel);
        return Json.Result(new LabelRenameResponse(
            await renaming.RunAsync(http.Caller(), request.Project.Or(null), request.OldLabel.Value, request.NewLabel.Value, cancel)));
    }

    private static async Task<Label> FindAsync(GoldsetContext context, Caller caller, long id) =>
        await context.Labels.FirstOrDefaultAsync(l => l.Id == id && l.OrganizationId == caller.OrganizationId) ?? throw ApiException.NoMatch("Label");

    private static async Task<LabelResponse> ReadAsync(GoldsetContext context, Label label) =>
        LabelResponse.Of(label, await context.LabelLinks.Where(l => l.LabelId == label.Id).OrderBy(l => l.Id).ToListAsync(), expand: false);
}
