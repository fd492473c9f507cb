using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Labels;

/// <summary>Which control tags of which projects use a label.</summary>
internal static class LabelLinkEndpoints
{
    public static void MapLabelLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup("/api/label_links").WithTags("Labels");
        links.MapGet("/", ListAsync).WithName("api_label_links_list").WithSummary("List uses of labels").TakesPage()
            .TakesQuery("project", QueryType.Integer, "Only those of this project")
            .TakesQuery("expand", QueryType.Text, "label: the label as an object").Produces<PageOf<LabelLinkResponse>>();
        links.MapPost("/", CreateAsync).WithName("api_label_links_create").WithSummary("Use a label in a project").RequireRole(Role.Manager)
            .TakesBody<LabelLinkRequest>().Produces<LabelLinkResponse>(201);
        links.MapGet("/{id:long}/", GetAsync).WithName("api_label_links_read").WithSummary("Get a use of a label").Produces<LabelLinkResponse>();
        links.MapPatch("/{id:long}/", UpdateAsync).WithName("api_label_links_partial_update").WithSummary("Change a use of a label").RequireRole(Role.Manager)
            .TakesBody<LabelLinkRequest>().Produces<LabelLinkResponse>();
        links.MapPut("/{id:long}/", UpdateAsync).WithName("api_label_links_update").WithSummary("Replace a use of a label").RequireRole(Role.Manager)
            .TakesBody<LabelLinkRequest>().Produces<LabelLinkResponse>();
        links.MapDelete("/{id:long}/", DeleteAsync).WithName("api_label_links_delete").WithSummary("Stop using a label in a project").RequireRole(Role.Manager).Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var project = http.Request.Number("project");
        await using var context = database.Context();
        var links = Own(context, http.Caller()).Where(l => project == null || l.ProjectId == project);
        var count = await links.CountAsync(cancel);
        var page = Paging.From(http.Request, LabelEndpoints.PageSize, LabelEndpoints.PageSize).Within(count);
        var found = await links.OrderBy(l => l.Id).Skip((int)page.Offset).Take(page.Size).ToListAsync(cancel);
        var ids = found.Select(l => l.LabelId).ToList();
        var labels = http.Request.Query["expand"].ToString().Split(',').Contains("label")
            ? await context.Labels.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, cancel)
            : [];
        var counts = await CountsAsync(context, found, cancel);
        return Json.Result(PageOf.Create(http.Request, page, count, found.Select(l =>
            new LabelLinkResponse(l.Id, counts[l.Id], l.FromName, l.ProjectId, labels.TryGetValue(l.LabelId, out var label) ? LinkedLabel.Of(label) : l.LabelId)).ToList()));
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, WebhookEvents events, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<LabelLinkRequest>(http.Request, partial: false, cancel);
        return Json.Result(await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var link = new LabelLink();
            await ApplyAsync(tx.Context, caller, link, request);
            tx.Context.LabelLinks.Add(link);
            await tx.Context.SaveChangesAsync();
            await events.LabelLinksCreatedAsync(tx, link.ProjectId, [Payload(link)], [await LabelAsync(tx.Context, link)]);
            return await ReadAsync(tx.Context, link, CancellationToken.None);
        }, cancel), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, Database database, CancellationToken cancel)
    {
        await using var context = database.Context();
        return Json.Result(await ReadAsync(context, await FindAsync(context, http.Caller(), id), cancel));
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, Database database, WebhookEvents events, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<LabelLinkRequest>(http.Request, partial: HttpMethods.IsPatch(http.Request.Method), cancel);
        return Json.Result(await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var link = await FindAsync(tx.Context, caller, id);
            await ApplyAsync(tx.Context, caller, link, request);
            await tx.Context.SaveChangesAsync();
            await events.LabelLinkUpdatedAsync(tx, Payload(link), await LabelAsync(tx.Context, link));
            return await ReadAsync(tx.Context, link, CancellationToken.None);
        }, cancel));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, Database database, WebhookEvents events, CancellationToken cancel)
    {
        var caller = http.Caller();
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var link = await FindAsync(tx.Context, caller, id);
            tx.Context.LabelLinks.Remove(link);
            await tx.Context.SaveChangesAsync();
            await events.LabelLinkDeletedAsync(tx, link.ProjectId, id);
        }, cancel);
        return Results.NoContent();
    }

    private static LabelLinkPayload Payload(LabelLink link) => new(link.Id, link.ProjectId, link.LabelId, link.FromName);

    private static async Task<LinkedLabel> LabelAsync(GoldsetContext context, LabelLink link) => LinkedLabel.Of(await context.Labels.FirstAsync(l => l.Id == link.LabelId));

    private static async Task ApplyAsync(GoldsetContext context, Caller caller, LabelLink link, LabelLinkRequest request)
    {
        link.ProjectId = request.Project.Or(link.ProjectId);
        link.LabelId = request.Label.Or(link.LabelId);
        link.FromName = request.FromName.Or(link.FromName)!;
        if (!await context.Projects.AnyAsync(p => p.Id == link.ProjectId && p.OrganizationId == caller.OrganizationId))
            throw new ValidationException("project", $"Invalid pk \"{link.ProjectId}\" - object does not exist.");
        if (!await context.Labels.AnyAsync(l => l.Id == link.LabelId && l.OrganizationId == caller.OrganizationId))
            throw new ValidationException("label", $"Invalid pk \"{link.LabelId}\" - object does not exist.");
        if (await context.LabelLinks.AnyAsync(l => l.ProjectId == link.ProjectId && l.LabelId == link.LabelId && l.Id != link.Id))
            throw new ValidationException(ValidationErrors.NonField, "The fields project, label must make a unique set.");
    }

    private static async Task<LabelLink> FindAsync(GoldsetContext context, Caller caller, long id) =>
        await Own(context, caller).FirstOrDefaultAsync(l => l.Id == id) ?? throw ApiException.NoMatch("LabelLink");

    private static IQueryable<LabelLink> Own(GoldsetContext context, Caller caller) =>
        from l in context.LabelLinks join p in context.Projects on l.ProjectId equals p.Id where p.OrganizationId == caller.OrganizationId select l;

    private static async Task<LabelLinkResponse> ReadAsync(GoldsetContext context, LabelLink link, CancellationToken cancel) =>
        new(link.Id, (await CountsAsync(context, [link], cancel))[link.Id], link.FromName, link.ProjectId, link.LabelId);

    /// <summary>How many regions carry each link's label, by the project's summary.</summary>
    private static async Task<Dictionary<long, long>> CountsAsync(GoldsetContext context, IReadOnlyList<LabelLink> links, CancellationToken cancel)
    {
        var ids = links.Select(l => l.Id).ToList();
        var counted = await (from l in context.LabelLinks
                             join label in context.Labels on l.LabelId equals label.Id
                             join s in context.SummaryCounts on new { l.ProjectId, Key = l.FromName, Label = label.Title } equals new { s.ProjectId, s.Key, s.Label }
                             where ids.Contains(l.Id) && s.Kind == SummaryKind.Label
                             select new { l.Id, s.Count }).ToDictionaryAsync(c => c.Id, c => c.Count, cancel);
        return links.ToDictionary(l => l.Id, l => counted.GetValueOrDefault(l.Id));
    }
}
