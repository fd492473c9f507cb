using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Projects;

/// <summary>Projects: list, make, change, delete.</summary>
internal static class ProjectEndpoints
{
    private const int PageSize = 30;
    private const int MaxPageSize = 100;

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects").WithTags("Projects");
        projects.MapGet("/", ListAsync).WithName("api_projects_list").WithSummary("List projects")
            .TakesPage().TakesFieldSelection()
            .TakesQuery("ids", QueryType.Integers, "Only the projects with these ids")
            .TakesQuery("title", QueryType.Text, "Only projects whose title contains this text")
            .TakesQuery("filter", QueryType.Text, "`pinned_only` or `exclude_pinned`; all without it")
            .TakesQuery("ordering", QueryType.Text, "Field to order by, with `-` before it for the reverse")
            .Produces<PageOf<ProjectResponse>>();
        projects.MapGet("/counts/", CountsAsync).WithName("api_projects_counts_list").WithSummary("List projects' counters").TakesPage().TakesFieldSelection()
            .Produces<PageOf<ProjectCountsResponse>>();
        projects.MapPost("/", CreateAsync).WithName("api_projects_create").WithSummary("Create a project").RequireRole(Role.Manager)
            .TakesBody<ProjectRequest>().Produces<ProjectResponse>(201);
        projects.MapGet("/{id:long}/", GetAsync).WithName("api_projects_read").WithSummary("Get a project").TakesFieldSelection().Produces<ProjectResponse>();
        projects.MapPatch("/{id:long}/", PatchAsync).WithName("api_projects_partial_update").WithSummary("Change a project").RequireRole(Role.Manager)
            .TakesBody<ProjectRequest>().Produces<ProjectResponse>();
        projects.MapPut("/{id:long}/", PutAsync).WithName("api_projects_update").WithSummary("Replace a project's settings").RequireRole(Role.Manager)
            .TakesBody<ProjectRequest>().Produces<ProjectResponse>();
        projects.MapDelete("/{id:long}/", DeleteAsync).WithName("api_projects_delete").WithSummary("Delete a project").RequireRole(Role.Manager).Produces(204);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel)
    {
        var fields = FieldSelection.From(http.Request);
        var queue = fields.Has("queue_total") || fields.Has("queue_done");
        var page = await projects.ListAsync(http.Request, http.Caller(), Paging.From(http.Request, PageSize, MaxPageSize), queue, cancel);
        var origin = address.Before(http.Request);
        return Json.Result(new { page.Count, page.Next, page.Previous, Results = page.Results.Select(p => fields.Apply(p.ToResponse(configs, origin))) });
    }

    private static async Task<IResult> CountsAsync(HttpContext http, ProjectQueries projects, CancellationToken cancel)
    {
        var page = await projects.ListAsync(http.Request, http.Caller(), Paging.From(http.Request, PageSize, MaxPageSize), queue: false, cancel);
        var fields = FieldSelection.From(http.Request);
        return Json.Result(new
        {
            page.Count,
            page.Next,
            page.Previous,
            Results = page.Results.Select(p => fields.Apply(new ProjectCountsResponse(p.Id, p.TaskNumber, p.FinishedTaskNumber, p.TotalPredictionsNumber,
                p.TotalAnnotationsNumber, p.NumTasksWithAnnotations, p.UsefulAnnotationNumber, p.GroundTruthNumber, p.SkippedAnnotationsNumber))),
        });
    }

    private static async Task<IResult> CreateAsync(HttpContext http, ProjectCommands commands, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<ProjectRequest>(http.Request, partial: false, cancel);
        var caller = http.Caller();
        var id = await commands.CreateAsync(caller, request, cancel);
        var project = await projects.GetAsync(caller, id, cancel);
        return FieldSelection.From(http.Request).Respond(project.ToResponse(configs, address.Before(http.Request), counters: false), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel) =>
        FieldSelection.From(http.Request).Respond((await projects.GetAsync(http.Caller(), id, cancel, queue: true)).ToResponse(configs, address.Before(http.Request)));

    private static Task<IResult> PatchAsync(HttpContext http, long id, ProjectCommands commands, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel) =>
        UpdateAsync(http, id, replace: false, commands, projects, configs, address, cancel);

    private static Task<IResult> PutAsync(HttpContext http, long id, ProjectCommands commands, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel) =>
        UpdateAsync(http, id, replace: true, commands, projects, configs, address, cancel);

    private static async Task<IResult> UpdateAsync(
        HttpContext http, long id, bool replace, ProjectCommands commands, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        await projects.GetAsync(caller, id, cancel);
        var request = await RequestBinder.BindAsync<ProjectRequest>(http.Request, partial: !replace, cancel);
        await commands.UpdateAsync(caller, id, request, replace, cancel);
        return FieldSelection.From(http.Request).Respond((await projects.GetAsync(caller, id, cancel, queue: true)).ToResponse(configs, address.Before(http.Request)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, ProjectCommands commands, CancellationToken cancel)
    {
        await commands.DeleteAsync(http.Caller(), id, cancel);
        return Results.NoContent();
    }
}
