using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Actions on the tasks of a view, a query or a selection.</summary>
internal static class ActionEndpoints
{
    public static void AddTaskActions(this IServiceCollection services)
    {
        services.AddSingleton<SelectedTasks>();
        services.AddSingleton<ActionJobs>();
        services.AddSingleton<IJobKind, ActionJob>();
        services.AddSingleton<TaskAction, NextTaskAction>();
        services.AddSingleton<TaskAction, AddDataField>();
        services.AddSingleton<TaskAction, CacheLabels>();
        services.AddSingleton<TaskAction, PropagateAnnotations>();
        services.AddSingleton<TaskAction, RenameLabels>();
        services.AddSingleton<TaskAction, RetrievePredictions>();
        services.AddSingleton<TaskAction, PredictionsToAnnotations>();
        services.AddSingleton<TaskAction, RemoveDuplicates>();
        services.AddSingleton<TaskAction, DuplicateTasks>();
        services.AddSingleton<DeleteTasks>();
        services.AddSingleton<TaskAction>(services => services.GetRequiredService<DeleteTasks>());
        services.AddSingleton<TaskAction, DeleteAnnotations>();
        services.AddSingleton<TaskAction, DeletePredictions>();
    }

    public static void MapTaskActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup("/api/dm/actions").WithTags("Data Manager");
        actions.MapGet("/", ListAsync).WithName("api_dm_actions_list").WithSummary("List actions").Produces<ActionResponse[]>()
            .TakesQuery("project", QueryType.Integer, "The project", required: true)
            .TakesQuery("experimental", QueryType.Switch, "Also those that menus do not show unless asked to");
        actions.MapPost("/", RunAsync).WithName("api_dm_actions_create").WithSummary("Run an action on tasks").TakesShape("ActionRequest").Answers("ActionOutcome")
            .Produces<ActionQueued>(202)
            .WithDescription(
                "On the tasks that the body's filters and selection pick; `next_task` takes the next task for labeling. With the header `Prefer: respond-async` an action on many tasks "
                + "is done as a job, on the tasks that are selected now: the answer is 202 and `{\"job\": id}`, with the job's address in `Location`.")
            .TakesQuery("id", QueryType.Text, "The action", required: true)
            .TakesQuery("project", QueryType.Integer, "The project, where no view is given")
            .TakesQuery("view", QueryType.Integer, "The view whose filters hold")
            .TakesQuery("except", QueryType.Integers, "For `next_task`: ids of tasks to pass over");
        actions.MapGet("/{id}/form/", FormAsync).WithName("api_dm_actions_form_read").WithSummary("Get the form of an action").Answers("Form")
            .TakesQuery("project", QueryType.Integer, "The project", required: true);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IEnumerable<TaskAction> actions, ProjectQueries projects, CancellationToken cancel)
    {
        var caller = http.Caller();
        await ProjectAsync(http, caller, projects, cancel);
        var experimental = http.Request.Flag("experimental", false);
        return Json.Result(actions.Where(action => action.Role <= caller.Role).Select(action => action.Entry).OfType<ActionResponse>()
            .Where(entry => experimental || entry.Experimental != true).OrderBy(entry => entry.Order));
    }

    private static async Task<IResult> FormAsync(HttpContext http, string id, IEnumerable<TaskAction> actions, ProjectQueries projects, CancellationToken cancel)
    {
        var caller = http.Caller();
        var project = await ProjectAsync(http, caller, projects, cancel);
        return Json.Result(await Find(actions, id, caller).FormAsync(project, cancel));
    }

    private static async Task<IResult> RunAsync(
        HttpContext http, IEnumerable<TaskAction> actions, Database database, ProjectQueries projects, LabelConfigs configs, TaskIndexes indexes, TaskTotals totals, ActionJobs jobs,
        CancellationToken cancel)
    {
        var caller = http.Caller();
        var id = http.Request.Query["id"].ToString();
        if (id.Length == 0) return Json.Result(new { detail = "No action id \"None\", use ?id=<action-id>" }, StatusCodes.Status422UnprocessableEntity);
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        var scope = await TaskScope.ReadAsync(http, body, database, projects, configs, indexes, cancel) ?? throw ApiException.NoMatch("Project");
        var (action, run) = (Find(actions, id, caller), new ActionRun(caller, scope, body, http.Request.Ids("except") ?? []));
        if (http.Request.PrefersAsync() && await jobs.AddAsync(action, run, cancel) is { } job)
        {
            http.Response.AppliedAsync($"/api/projects/{scope.Project.Id}/jobs/{job}/");
            return Json.Result(new ActionQueued(job), StatusCodes.Status202Accepted);
        }
        var done = await action.RunAsync(run, cancel);
        totals.Forget(scope.Project.Id);
        return Json.Result(done);
    }

    private static async Task<ProjectRow> ProjectAsync(HttpContext http, Caller caller, ProjectQueries projects, CancellationToken cancel) =>
        await projects.GetAsync(caller, http.Request.Number("project") ?? throw ApiException.NoMatch("Project"), cancel);

    private static TaskAction Find(IEnumerable<TaskAction> actions, string id, Caller caller)
    {
        var action = actions.FirstOrDefault(action => action.Id == id) ?? throw new ApiException(StatusCodes.Status400BadRequest, $"Can't find '{id}' in registered actions");
        return action.Role <= caller.Role ? action : throw new ApiException(StatusCodes.Status403Forbidden, $"Action is not allowed for the current user: {id}");
    }
}

/// <summary>An action that is done as a job.</summary>
/// <param name="Job">The job's id.</param>
public sealed record ActionQueued(long Job);
