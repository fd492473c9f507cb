using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.DataManager;
using Goldset.Server.DataManager.Actions;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.MachineLearning;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;

namespace Goldset.Server.Tasks;

/// <summary>Single tasks, and a project's tasks as a bare list.</summary>
internal static class TaskEndpoints
{
    private const int ReadTogether = 1000;

    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks").WithTags("Tasks");
        tasks.MapPost("/", CreateAsync).WithName("api_tasks_create").WithSummary("Create a task").RequireRole(Role.Manager).TakesBody<TaskRequest>().Produces<TaskResponse>(201);
        tasks.MapGet("/{id:long}/", GetAsync).WithName("api_tasks_read").WithSummary("Get a task").TakesFieldSelection().Produces<DataManagerTask>();
        tasks.MapPatch("/{id:long}/", (HttpContext http, long id, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel) => UpdateAsync(http, id, true, commands, queries, cancel))
            .WithName("api_tasks_partial_update").WithSummary("Change a task").RequireRole(Role.Manager).TakesBody<TaskRequest>().Produces<TaskWithResults>();
        tasks.MapPut("/{id:long}/", (HttpContext http, long id, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel) => UpdateAsync(http, id, false, commands, queries, cancel))
            .WithName("api_tasks_update").WithSummary("Replace a task").RequireRole(Role.Manager).TakesBody<TaskRequest>().Produces<TaskWithResults>();
        tasks.MapDelete("/{id:long}/", async (HttpContext http, long id, TaskCommands commands, ExportQueue exports, CancellationToken cancel) =>
            {
                exports.TasksDeleted(await commands.DeleteAsync(http.Caller(), id, cancel));
                return Results.NoContent();
            })
            .WithName("api_tasks_delete").WithSummary("Delete a task").RequireRole(Role.Manager).Produces(204);

        var ofProject = routes.MapGroup("/api/projects/{projectId:long}/tasks").WithTags("Projects");
        ofProject.MapGet("/", ListAsync).WithName("api_projects_tasks_list").WithSummary("List a project's tasks").TakesPage().Produces<TaskWithResults[]>();
        ofProject.MapPost("/", CreateInProjectAsync).WithName("api_projects_tasks_create").WithSummary("Create a task in a project").RequireRole(Role.Manager)
            .TakesBody<TaskRequest>().Produces<TaskResponse>(201);
        ofProject.MapDelete("/", DeleteAllAsync)
            .WithName("api_projects_tasks_delete").WithSummary("Delete all tasks of a project").RequireRole(Role.Manager).Produces(204);
    }

    private static async Task<IResult> DeleteAllAsync(
        HttpContext http, long projectId, ProjectQueries projects, Database database, TaskIndexes indexes, TaskTotals totals, DeleteTasks tasks, CancellationToken cancel)
    {
        var caller = http.Caller();
        var scope = await TaskScope.AllAsync(database, await projects.GetAsync(caller, projectId, cancel), indexes, cancel);
        await tasks.EmptyAsync(new ActionRun(caller, scope, RequestBody.Of(default), []), cancel);
        totals.Forget(projectId);
        return Results.NoContent();
    }

    private static async Task<IResult> CreateAsync(HttpContext http, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancel, halfPairs: true);
        var errors = new ValidationErrors();
        var request = RequestBinder.Bind<TaskRequest>(body, partial: false, errors);
        if (request.Project is not { IsSet: true, Value: not null }) errors.Add("project", "This field is required.");
        errors.ThrowIfAny();
        return await CreatedAsync(http, request.Project.Value!.Value, request, commands, queries, cancel);
    }

    private static async Task<IResult> CreateInProjectAsync(HttpContext http, long projectId, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel) =>
        await CreatedAsync(http, projectId, await RequestBinder.BindAsync<TaskRequest>(http.Request, partial: false, cancel), commands, queries, cancel);

    private static async Task<IResult> CreatedAsync(HttpContext http, long projectId, TaskRequest request, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel)
    {
        var id = await commands.CreateAsync(http.Caller(), projectId, request, cancel);
        var created = await queries.GetAsync(http.Caller(), id, cancel);
        return FieldSelection.From(http.Request).Respond(created.Task.ToResponse(created.Data), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, TaskDetailQueries queries, MlPredictions predictions, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        var found = await queries.GetAsync(caller, id, cancel);
        if (found is { Predictions.Count: 0, Task: { HasMlBackend: true } task } && (task.EvaluatePredictionsAutomatically || task.ShowCollabPredictions) &&
            await predictions.RetrieveAsync(task.ProjectId, [id], caller.UserId, title: null, patient: false, cancel) is { Stored.Count: > 0 })
            found = await queries.GetAsync(caller, id, cancel);
        return FieldSelection.From(http.Request).Respond(found.ToDataManager(address.Before(http.Request)));
    }

    private static async Task<IResult> UpdateAsync(HttpContext http, long id, bool partial, TaskCommands commands, TaskDetailQueries queries, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<TaskRequest>(http.Request, partial, cancel);
        await commands.UpdateAsync(http.Caller(), id, request, cancel);
        return FieldSelection.From(http.Request).Respond((await queries.GetAsync(http.Caller(), id, cancel)).ToBase());
    }

    // The older client library pages with start and length.
    private static async Task<IResult> ListAsync(
        HttpContext http, long projectId, Database database, ProjectQueries projects, LabelConfigs configs, TimeProvider clock, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), projectId, cancel);
        var size = Number(http.Request, "page_size") ?? Number(http.Request, "length") ?? 50;
        var all = size == -1;
        if (size < 1) size = all ? int.MaxValue : 50;
        var page = Number(http.Request, "page") ?? (Number(http.Request, "start") is { } start ? (start > size ? start / size + 1 : start + 1) : 1);
        if (page < 1) throw ApiException.InvalidPage();
        // Further than any project reaches, and than a database counts.
        if (page > long.MaxValue / size) throw ApiException.NotFound();
        await using var connection = await database.ReadAsync(cancel);
        var ids = (await connection.QueryAsync<long>(
            "SELECT t.id FROM visible_tasks t WHERE t.project_id = @projectId ORDER BY t.updated_at DESC, t.id DESC LIMIT @size OFFSET @offset",
            new { projectId, size, offset = (page - 1) * size })).AsList();
        if (ids.Count == 0) throw ApiException.NotFound();
        return Json.Result(WithResultsAsync(database, ids, TaskData.For(configs, project.LabelConfig), FieldSelection.From(http.Request), Timestamp.Now(clock), cancel));
    }

    // Read as they are sent: a page may be the whole project.
    private static async IAsyncEnumerable<object?> WithResultsAsync(
        Database database, IReadOnlyList<long> ids, TaskData data, FieldSelection fields, Timestamp now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        foreach (var some in ids.Chunk(ReadTogether))
        {
            var tasks = (await connection.QueryAsync<TaskRow>($"SELECT {TaskRow.Columns} FROM visible_tasks t WHERE {database.Dialect.In("t.id", "@some")}", new { some })).ToDictionary(t => t.Id);
            var results = await TaskResults.ReadAsync(connection, database.Dialect, some);
            foreach (var id in some)
                if (tasks.TryGetValue(id, out var task))
                    yield return fields.Apply(new TaskWithResults(
                        task.ToResponse(data), [.. results.Annotations[id].Select(a => a.ToResponse(now))], [.. results.Predictions[id].Select(p => p.ToResponse(now))]));
        }
    }

    private static long? Number(HttpRequest request, string key) =>
        long.TryParse(request.Query[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
