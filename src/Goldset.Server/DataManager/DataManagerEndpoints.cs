using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.DataManager.Actions;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.LabelStream;
using Goldset.Server.MachineLearning;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager;

/// <summary>The data manager: task list, columns, project state.</summary>
internal static class DataManagerEndpoints
{
    public static void MapDataManager(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/", TasksAsync).WithName("api_tasks_list").WithTags("Tasks").WithSummary("List tasks by view or query").TakesPage()
            .TakesQuery("project", QueryType.Integer, "The project, where no view is given")
            .TakesQuery("view", QueryType.Integer, "The view whose filters and order hold")
            .TakesQuery("query", QueryType.Text, "Filters, order and selection as JSON, where no view is given")
            .TakesQuery("search", QueryType.Text, "Words that the tasks' data must have, besides view or query")
            .TakesQuery("fields", QueryType.Text, "`all`: with annotations and predictions; `task_only` without it")
            .TakesQuery("review", QueryType.Switch, "Without annotations and derived columns").TakesQuery("resolve_uri", QueryType.Switch, "Nothing depends on it")
            .TakesFieldSelection().Produces<TaskPage>();
        var manager = routes.MapGroup("/api/dm").WithTags("Data Manager");
        manager.MapGet("/", (HttpContext http, PublicAddress address) => Json.Result(new { views = address.Of(http.Request) + "/api/dm/views/" })).ExcludeFromDescription();
        manager.MapGet("/columns/", ColumnsAsync).WithName("api_dm_columns_list").WithSummary("List the columns of a project's tasks")
            .TakesQuery("project", QueryType.Integer, "The project", required: true).Answers("ColumnList");
        manager.MapGet("/project/", ProjectAsync).WithName("api_dm_project_list").WithSummary("Get the state of a project")
            .TakesQuery("project", QueryType.Integer, "The project", required: true).TakesQuery("interaction", QueryType.Text, "Why the client asks; nothing depends on it")
            .Answers("DataManagerProject");
        routes.MapViews();
        routes.MapTaskActions();
    }

    private static async Task<IResult> TasksAsync(HttpContext http, Database database, ProjectQueries projects, TaskListQueries tasks, LabelConfigs configs, TaskIndexes indexes, MlPredictions predictions, CancellationToken cancel)
    {
        var request = http.Request;
        var body = request.HasFormContentType || request.ContentLength is null or 0 ? null : await RequestBody.ReadAsync(request, cancel);
        if (await TaskScope.ReadAsync(http, body, database, projects, configs, indexes, cancel) is not { } scope)
            return Json.Result(new { detail = "Neither project nor view id specified" }, 404);
        var all = request.Query["fields"] == "all" && !request.Flag("review", false);
        request.Flag("resolve_uri", true);
        var hidden = scope.Query.Hidden;
        var review = request.Flag("review", false);
        bool Evaluated(string column) => review ? column == "annotators" : scope.Used.Contains(column) || (hidden is not null && hidden.Shows(column));
        var paging = Paging.From(request, 100);
        if (scope.Project.EvaluatePredictionsAutomatically && !review && await tasks.UnpredictedAsync(scope.Project, scope.Selection, paging, cancel) is { Count: > 0 } unpredicted)
            await predictions.RetrieveAsync(scope.Project.Id, unpredicted, http.Caller().UserId, title: null, patient: false, cancel);
        await tasks.WritePageAsync(http, http.Caller(), scope, new TaskListShape(all, Evaluated, FieldSelection.From(request)), paging, cancel);
        return Results.Empty;
    }

    private static async Task<IResult> ColumnsAsync(HttpContext http, Database database, ProjectQueries projects, LabelConfigs configs, CancellationToken cancel)
    {
        var caller = http.Caller();
        var id = http.Request.Number("project") ?? throw new ValidationException(new ValidationErrors().Set("project", (JsonNode)"Query parameter \"project\" is required."));
        var project = await projects.GetAsync(caller, id, cancel);
        await using var connection = await database.ReadAsync(cancel);
        var imported = await connection.QueryAsync<string>("SELECT key FROM summary_counts WHERE project_id = @id AND kind = @kind AND count > 0", new { id, kind = (int)SummaryKind.DataColumn });
        var members = await connection.QueryAsync<long>("SELECT user_id FROM organization_members WHERE organization_id = @OrganizationId ORDER BY user_id", new { caller.OrganizationId });
        var versions = (await connection.QueryAsync<string>("""
            SELECT pr.model_version FROM predictions pr WHERE pr.project_id = @id AND pr.model_version IS NOT NULL GROUP BY pr.model_version ORDER BY MAX(pr.created_at) DESC
            """, new { id })).AsList();
        if (project.ModelVersion is { Length: > 0 } current && !versions.Contains(current)) versions.Add(current);
        return Json.Result(new { columns = ColumnList.Of(configs.Get(project.LabelConfig), imported.AsList(), members.AsList(), versions) });
    }

    private static async Task<IResult> ProjectAsync(HttpContext http, Database database, ProjectQueries projects, LabelConfigs configs, PublicAddress address, CancellationToken cancel)
    {
        var id = http.Request.Number("project") ?? throw new ValidationException(new ValidationErrors().Set("project", (JsonNode)"Query parameter \"project\" is required."));
        var project = await projects.GetAsync(http.Caller(), id, cancel, queue: true);
        var state = JsonSerializer.SerializeToNode(project.ToResponse(configs, address.Before(http.Request), counters: false), Json.Options)!.AsObject();
        var manages = http.Caller().Role >= Role.Manager;
        state["can_delete_tasks"] = manages;
        state["can_manage_annotations"] = manages;
        state["can_manage_tasks"] = manages;
        state["source_syncing"] = false;
        state["target_syncing"] = false;
        state["task_count"] = project.TaskNumber;
        state["annotation_count"] = project.TotalAnnotationsNumber + project.SkippedAnnotationsNumber;
        return Json.Result(state);
    }
}

/// <summary>A page of tasks with the totals of the whole filtered set.</summary>
public sealed record TaskPage(long TotalAnnotations, long TotalPredictions, long Total, [property: Shape("ListedTasks")] IReadOnlyList<Tasks.DataManagerTask> Tasks);

/// <summary>The project and tasks a data-manager request is about.</summary>
/// <param name="Project">The project.</param>
/// <param name="Query">What was asked for.</param>
/// <param name="Selection">The tasks.</param>
/// <param name="Used">Derived columns that the query touches.</param>
/// <param name="For">The selection for SQLite to go about in a certain way.</param>
internal sealed record TaskScope(ProjectRow Project, TaskQuery Query, TaskSelection Selection, IReadOnlySet<string> Used, Func<TaskAccess, TaskSelection> For)
{
    /// <summary>Reads project, view and query from the address and the body; null when neither project nor view is named.</summary>
    public static async Task<TaskScope?> ReadAsync(HttpContext http, RequestBody? body, Database database, ProjectQueries projects, LabelConfigs configs, TaskIndexes indexes, CancellationToken cancel)
    {
        var caller = http.Caller();
        long? FromBody(string key) => body is not null && body.TryGet(key, out var sent) && long.TryParse(sent.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
        var projectId = http.Request.Number("project") ?? FromBody("project");
        var viewId = http.Request.Number("view") ?? FromBody("view");
        var query = TaskQuery.All;
        if (viewId is > 0)
        {
            await using var context = database.Context();
            var view = await ViewEndpoints.FindAsync(context, caller, viewId.Value, cancel);
            if (projectId is > 0 && projectId != view.ProjectId) throw new ApiException(StatusCodes.Status400BadRequest, "Project and View mismatch");
            projectId = view.ProjectId;
            query = ViewEndpoints.Query(view) with { IsNamed = false };
        }
        else if (http.Request.Query["query"].ToString() is { Length: > 0 } text)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                if (document.RootElement.ValueKind != JsonValueKind.Object) throw FilterItem.Bad("The query must be an object.");
                if (HalfPairs.InNames(document.RootElement) || HalfPairs.InTexts(document.RootElement)) throw FilterItem.Bad("The query holds half of a surrogate pair, which is no text.");
                query = TaskQuery.Read(document.RootElement.Clone());
            }
            catch (JsonException)
            {
                throw FilterItem.Bad("The query is not valid JSON.");
            }
        }
        if (body is { IsForm: false })
        {
            var sent = TaskQuery.Read(body.Json);
            if (viewId is not > 0 && query == TaskQuery.All) query = sent;
            else if (sent.IsNamed) query = query with { IsNamed = true, Selection = sent.Selection ?? query.Selection, Search = sent.Search ?? query.Search };
        }
        if (http.Request.Query["search"].ToString() is { } search && !string.IsNullOrWhiteSpace(search)) query = query with { IsNamed = true, Search = search };
        if (projectId is not > 0) return null;
        var project = await projects.GetAsync(caller, projectId.Value, cancel);
        var undefinedKey = await UndefinedKeyAsync(database, project, configs, cancel);
        var known = await indexes.OfAsync(project, cancel);
        CompiledQuery Compiled(TaskAccess access, IReadOnlySet<string>? refused) => TaskFilter.Compile(database, project.Id, query, undefinedKey, known, access, refused);
        var compiled = Compiled(TaskAccess.Free, refused: null);
        var refused = await TaskPatterns.RefusedAsync(database, compiled.Patterns, cancel);
        if (refused.Count > 0) compiled = Compiled(TaskAccess.Free, refused);
        indexes.Use(project, compiled.Wanted);
        return new TaskScope(project, query, compiled.Selection, compiled.Used, access => Compiled(access, refused).Selection);
    }

    /// <summary>All tasks of a project.</summary>
    public static async Task<TaskScope> AllAsync(Database database, ProjectRow project, TaskIndexes indexes, CancellationToken cancel)
    {
        var known = await indexes.OfAsync(project, cancel);
        CompiledQuery Compiled(TaskAccess access) => TaskFilter.Compile(database, project.Id, TaskQuery.All, undefinedKey: null, known, access);
        var compiled = Compiled(TaskAccess.Free);
        return new TaskScope(project, TaskQuery.All, compiled.Selection, compiled.Used, access => Compiled(access).Selection);
    }

    /// <summary>The name under which values that were imported without a field name are shown, and addressed in filters; null: there are none.</summary>
    public static async Task<string?> UndefinedKeyAsync(Database database, ProjectRow project, LabelConfigs configs, CancellationToken cancel)
    {
        var keys = configs.Get(project.LabelConfig).DataTypes;
        if (keys.Count > 1) return null;
        await using var connection = await database.ReadAsync(cancel);
        var nameless = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM summary_counts WHERE project_id = @Id AND kind = @kind AND key = @key AND count > 0",
            new { project.Id, kind = (int)SummaryKind.DataColumn, key = TaskDataValidator.UndefinedKey });
        return nameless == 0 ? null : keys.Count == 1 ? keys[0].Key : "data";
    }
}
