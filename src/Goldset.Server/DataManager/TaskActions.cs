using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.LabelStream;
using Goldset.Server.MachineLearning;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager;

/// <summary>Actions on the tasks of a view, a query or a selection.</summary>
internal static class TaskActions
{
    private const int Batch = 1000;

    public static void MapTaskActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup("/api/dm/actions").WithTags("Data Manager");
        actions.MapGet("/", ListAsync).WithName("api_dm_actions_list").WithSummary("List actions").Produces<ActionResponse[]>()
            .TakesQuery("project", QueryType.Integer, "The project");
        actions.MapPost("/", RunAsync).WithName("api_dm_actions_create").WithSummary("Run an action on tasks").TakesShape("ActionRequest").Answers("ActionOutcome")
            .WithDescription("On the tasks that the body's filters and selection pick; `next_task` takes the next task for labeling.")
            .TakesQuery("id", QueryType.Text, "The action", required: true)
            .TakesQuery("project", QueryType.Integer, "The project, where no view is given")
            .TakesQuery("view", QueryType.Integer, "The view whose filters hold")
            .TakesQuery("except", QueryType.Integers, "For `next_task`: ids of tasks to pass over");
        actions.MapGet("/{id}/form/", FormAsync).WithName("api_dm_actions_form_read").WithSummary("Get the form of an action").Answers("Form")
            .TakesQuery("project", QueryType.Integer, "The project");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ProjectQueries projects, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), http.Request.Number("project") ?? 1, cancel);
        return Json.Result(new JsonArray(
            Entry("retrieve_tasks_predictions", "Retrieve Predictions", 90, "predictions.any", new JsonObject
            {
                ["title"] = "Retrieve Predictions",
                ["text"] = "Send the selected tasks to all ML backends connected to the project." +
                    "This operation might be abruptly interrupted due to a timeout. The recommended way to get predictions is to update tasks using the Label Studio API." +
                    "Please confirm your action.",
                ["type"] = "confirm",
            }),
            Entry("delete_tasks", "Delete Tasks", 100, "tasks.delete", new JsonObject { ["text"] = "You are going to delete the selected tasks. Please confirm your action.", ["type"] = "confirm" }, reload: true),
            Entry("delete_tasks_annotations", "Delete Annotations", 101, new JsonArray("tasks.change", "annotations.delete"), new JsonObject
            {
                ["text"] = "You are going to delete all annotations from the selected tasks. Please confirm your action.",
                ["type"] = "confirm",
                ["form"] = null,
            }),
            Entry("delete_tasks_predictions", "Delete Predictions", 102, "predictions.any", new JsonObject
            {
                ["text"] = "You are going to delete all predictions from the selected tasks. Please confirm your action.",
                ["type"] = "confirm",
            })));
    }

    private static JsonObject Entry(string id, string title, int order, JsonNode permission, JsonObject dialog, bool reload = false)
    {
        var entry = new JsonObject { ["id"] = id, ["title"] = title, ["order"] = order, ["permission"] = permission, ["dialog"] = dialog };
        if (reload) entry["reload"] = true;
        return entry;
    }

    private static async Task<IResult> FormAsync(HttpContext http, string id, Database database, ProjectQueries projects, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), http.Request.Number("project") ?? 1, cancel);
        if (id is "delete_tasks" or "delete_tasks_predictions" or "retrieve_tasks_predictions" or "next_task") return Json.Result(Array.Empty<object>());
        if (id != "delete_tasks_annotations") throw new ApiException(StatusCodes.Status400BadRequest, $"Can't find '{id}' in registered actions");
        await using var connection = await database.ReadAsync(cancel);
        var authors = await connection.QueryAsync<UserRow>($"""
            SELECT {UserRow.Columns} FROM users u {UserRow.Joins}
            WHERE u.id IN (SELECT a.completed_by_id FROM annotations a WHERE a.project_id = @Id) OR u.id IN (SELECT d.user_id FROM drafts d WHERE d.project_id = @Id) ORDER BY u.id
            """, new { project.Id });
        return Json.Result(new JsonArray(new JsonObject
        {
            ["columnCount"] = 1,
            ["fields"] = new JsonArray(new JsonObject
            {
                ["type"] = "select",
                ["name"] = "annotator",
                ["label"] = "Annotator",
                ["options"] = new JsonArray([.. authors.Select(u => new JsonObject { ["value"] = u.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["label"] = Label(u) })]),
                ["placeholder"] = "All",
                ["searchable"] = true,
            }),
        }));
    }

    private static string Label(UserRow user)
    {
        var name = $"{user.FirstName} {user.LastName}".Trim();
        return name.Length > 0 ? name : user.Username.Length > 0 ? user.Username : user.Email;
    }

    private static async Task<IResult> RunAsync(
        HttpContext http, Database database, ProjectQueries projects, LabelConfigs configs, LabelStreamAnswer stream, WebhookEvents events,
        MlPredictions predictions, ExportQueue exports, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var action = http.Request.Query["id"].ToString();
        if (action.Length == 0) return Json.Result(new { detail = "No action id \"None\", use ?id=<action-id>" }, 422);
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        if (await TaskScope.ReadAsync(http, body, database, projects, configs, cancel) is not { } scope)
            throw ApiException.NoMatch("Project");
        if (action == "next_task")
        {
            if (caller.Role < Role.Annotator) throw ApiException.Forbidden();
            return Json.Result(await stream.NextAsync(caller, scope.Project, scope.Selection with { Except = http.Request.Ids("except") ?? [] }, cancel));
        }
        if (action is not ("delete_tasks" or "delete_tasks_annotations" or "delete_tasks_predictions" or "retrieve_tasks_predictions"))
            throw new ApiException(StatusCodes.Status400BadRequest, $"Can't find '{action}' in registered actions");
        if (caller.Role < Role.Manager) throw ApiException.Forbidden();
        var now = Timestamp.Now(clock);
        var answer = action switch
        {
            "retrieve_tasks_predictions" => await RetrievePredictionsAsync(database, predictions, scope, caller, cancel),
            "delete_tasks" => await DeleteTasksAsync(database, events, scope, now, cancel),
            "delete_tasks_annotations" => await DeleteAnnotationsAsync(database, events, scope, caller, body, now, cancel),
            _ => await DeletePredictionsAsync(database, scope, caller, now, cancel),
        };
        if (action is "delete_tasks" or "delete_tasks_annotations") exports.TasksDeleted(scope.Project.Id);
        return answer;
    }

    private static async Task<IResult> DeleteTasksAsync(Database database, WebhookEvents events, TaskScope scope, Timestamp now, CancellationToken cancel)
    {
        var deleted = 0;
        // In short transactions, so that people go on labeling meanwhile; each leaves the counters right.
        while (true)
        {
            var done = await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                var ids = await TaskIdsAsync(tx, scope, "", 0);
                if (ids.Count == 0) return 0;
                var gone = await TaskTrash.DeleteAsync(tx, scope.Project.Id, ids, now);
                await events.TasksDeletedAsync(tx, scope.Project.Id, ids);
                return gone;
            }, cancel);
            deleted += done;
            if (done < Batch) break;
        }
        var emptied = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            await OverlapCohort.TasksChangedAsync(tx, scope.Project.Id);
            // Tabs of an emptied project show columns that no longer exist.
            await tx.ExecuteAsync("DELETE FROM views WHERE project_id = @Id AND NOT EXISTS (SELECT 1 FROM visible_tasks t WHERE t.project_id = @Id)", new { scope.Project.Id });
            return await tx.QueryFirstOrDefaultAsync<long>("SELECT task_number FROM project_counts WHERE project_id = @Id", new { scope.Project.Id }) == 0;
        }, cancel);
        return Json.Result(new { processed_items = deleted, reload = emptied, detail = $"Deleted {deleted} tasks" });
    }

    private static async Task<IResult> DeleteAnnotationsAsync(Database database, WebhookEvents events, TaskScope scope, Caller caller, RequestBody body, Timestamp now, CancellationToken cancel)
    {
        long? annotator = body.TryGet("annotator", out var sent) && long.TryParse(sent.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
        var by = annotator is null ? "" : " AND completed_by_id = @annotator";
        var byDraft = annotator is null ? "" : " AND user_id = @annotator";
        var told = new List<long>();
        var deleted = await EachTaskAsync(database, scope, " AND EXISTS (SELECT 1 FROM annotations x WHERE x.task_id = t.id UNION ALL SELECT 1 FROM drafts y WHERE y.task_id = t.id)", async (tx, taskId, summary) =>
        {
            var gone = await tx.QueryAsync<(long Id, string? Result)>($"DELETE FROM annotations WHERE task_id = @taskId{by} RETURNING id, result", new { taskId, annotator });
            foreach (var annotation in gone) summary.AddAnnotation(annotation.Result, -1);
            told.AddRange(gone.Select(annotation => annotation.Id));
            foreach (var draft in await tx.QueryAsync<string>($"DELETE FROM drafts WHERE task_id = @taskId{byDraft} RETURNING result", new { taskId, annotator })) summary.AddDraft(draft, -1);
            if (gone.Count > 0) await TaskCounters.RefreshAsync(tx, taskId, caller.UserId, now);
            return gone.Count;
        }, cancel, async tx =>
        {
            if (told.Count > 0) await events.AnnotationsDeletedAsync(tx, scope.Project.Id, told);
            told.Clear();
        });
        return Json.Result(new { processed_items = deleted, detail = $"Deleted {deleted} annotations" });
    }

    private static async Task<IResult> RetrievePredictionsAsync(Database database, MlPredictions predictions, TaskScope scope, Caller caller, CancellationToken cancel)
    {
        List<long> ids;
        await using (var connection = await database.ReadAsync(cancel))
        {
            SqliteText.Prepare(connection);
            var parameters = new DynamicParameters(scope.Selection.Parameters);
            parameters.AddDynamicParams(new { project = scope.Project.Id });
            ids = (await connection.QueryAsync<long>($"SELECT t.id FROM visible_tasks t WHERE t.project_id = @project{scope.Selection.Where} ORDER BY t.id", parameters)).AsList();
        }
        await predictions.RetrieveAsync(scope.Project.Id, ids, caller.UserId, title: null, patient: true, cancel);
        return Json.Result(new { processed_items = ids.Count, detail = $"Retrieved {ids.Count} predictions" });
    }

    private static async Task<IResult> DeletePredictionsAsync(Database database, TaskScope scope, Caller caller, Timestamp now, CancellationToken cancel)
    {
        var deleted = await EachTaskAsync(database, scope, " AND t.total_predictions > 0", async (tx, taskId, _) =>
        {
            await tx.ExecuteAsync("UPDATE annotations SET parent_prediction_id = NULL WHERE task_id = @taskId AND parent_prediction_id IS NOT NULL", new { taskId });
            var gone = await tx.ExecuteAsync("DELETE FROM predictions WHERE task_id = @taskId", new { taskId });
            await TaskCounters.RefreshAsync(tx, taskId, caller.UserId, now);
            return gone;
        }, cancel);
        return Json.Result(new { processed_items = deleted, detail = $"Deleted {deleted} predictions" });
    }

    private static async Task<int> EachTaskAsync(
        Database database, TaskScope scope, string condition, Func<WriteTransaction, long, SummaryDelta, Task<int>> work, CancellationToken cancel, Func<WriteTransaction, Task>? afterBatch = null)
    {
        var (sum, after) = (0, 0L);
        while (true)
        {
            var (done, last) = await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                var ids = await TaskIdsAsync(tx, scope, condition, after);
                var summary = new SummaryDelta();
                var changed = 0;
                foreach (var id in ids) changed += await work(tx, id, summary);
                await summary.ApplyAsync(tx, scope.Project.Id);
                if (afterBatch is not null) await afterBatch(tx);
                return (changed, ids.Count == 0 ? (long?)null : ids[^1]);
            }, cancel);
            sum += done;
            if (last is null) return sum;
            after = last.Value;
        }
    }

    private static Task<IReadOnlyList<long>> TaskIdsAsync(WriteTransaction tx, TaskScope scope, string condition, long after)
    {
        SqliteText.Prepare(tx.Connection);
        var parameters = new DynamicParameters(scope.Selection.Parameters);
        parameters.AddDynamicParams(new { project = scope.Project.Id, after });
        return tx.QueryAsync<long>($"SELECT t.id FROM visible_tasks t WHERE t.project_id = @project AND t.id > @after{scope.Selection.Where}{condition} ORDER BY t.id LIMIT {Batch}", parameters);
    }
}

/// <summary>An action that can be run on tasks.</summary>
public sealed record ActionResponse(string Id, string Title, int Order, [property: Shape("ActionPermission")] JsonElement Permission, [property: Shape("ActionDialog")] JsonElement Dialog,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Reload);
