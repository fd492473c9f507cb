using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;

namespace Goldset.Server.Tests.DataManager;

/// <summary>Filters and orders mean the same on both engines, and what their description says.</summary>
public class TaskFilterTests(TestServers servers)
{
    private const int Projects = 6;
    private const int QueriesPerProject = 60;

    [Theory, EachEngine]
    public async Task Lists_hold_the_tasks_that_pass_and_in_the_order_asked_for(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var users = new List<long>();
        for (var number = 0; number < 3; number++)
            users.Add((await (await server.InviteAsync($"filters{number}-{Guid.NewGuid():N}@example.com")).GetAsync("/api/current-user/whoami")).Id);
        await RandomQueries.Tasks.SampleAsync(async tasks =>
        {
            var project = await server.Admin.CreateProjectAsync(Importing.AnyData);
            for (var number = 0; number < users.Count; number++)
                tasks = tasks.Replace($"\"completed_by\":\"{number}\"", $"\"completed_by\":{users[number].ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
            (await server.Admin.PostAsync($"/api/projects/{project}/import", tasks)).ShouldHaveStatus(201);
            var all = (await server.Admin.GetAsync($"/api/tasks/?project={project}&fields=all&page_size=100")).Json["tasks"]!.AsArray().Select(task => task!.AsObject()).ToList();
            await SampleAsync(server.Admin, project, all, users);
        }, iter: Projects, threads: 1);
    }

    private static async Task SampleAsync(ApiClient client, long project, List<JsonObject> all, List<long> users)
    {
        var facts = new Facts(
            [.. all.Select(task => task["id"]!.GetValue<long>())],
            [.. all.SelectMany(task => task["annotations"]!.AsArray().Select(a => a!["id"]!.GetValue<long>()))],
            users,
            [.. all.SelectMany(task => new[] { task["created_at"], task["completed_at"] }).OfType<JsonNode>().Select(time => time.GetValue<string>())]);
        var listed = all.Select(task => new ListedTask(task)).ToList();
        await Gen.Select(RandomQueries.Filters(facts), RandomQueries.Order).SampleAsync(async (filters, order) =>
        {
            var query = new JsonObject
            {
                ["filters"] = filters.DeepClone(),
                ["ordering"] = new JsonArray($"{(order.Descending ? "-" : "")}tasks:{order.Column}"),
                ["columnsDisplayType"] = order.AsNumber ? new JsonObject { [$"tasks:{order.Column}"] = "Number" } : null,
            };
            var page = (await client.GetAsync($"/api/tasks/?project={project}&page_size=100&query={Uri.EscapeDataString(query.ToJsonString())}")).ShouldHaveStatus(200).Json;

            var expected = Ordered(listed.Where(task => task.Passes(filters)), order).Select(task => task.Id).ToList();
            page["tasks"]!.AsArray().Select(task => task!["id"]!.GetValue<long>()).ShouldBe(expected, $"{query.ToJsonString()} over {string.Join('\n', all.Select(task => $"{task["id"]} {task["data"]!.ToJsonString()}"))}");
            page["total"]!.GetValue<int>().ShouldBe(expected.Count);
        }, iter: QueriesPerProject, threads: 1);
    }

    // Absent values last; equal ones by id.
    private static IEnumerable<ListedTask> Ordered(IEnumerable<ListedTask> tasks, (string Column, bool Descending, bool AsNumber) order)
    {
        var keyed = tasks.Select(task => (Task: task, Key: task.Key(order.Column, order.AsNumber))).OrderBy(one => one.Task.Id).ToList();
        var values = Comparer<object?>.Create((a, b) => a is string text ? CompareBytes(text, (string)b!) : ((double)a!).CompareTo((double)b!));
        var present = keyed.Where(one => one.Key is not null);
        // Sorting keeps the order of equal ones.
        var ordered = order.Descending ? present.OrderByDescending(one => one.Key, values) : present.OrderBy(one => one.Key, values);
        return ordered.Concat(keyed.Where(one => one.Key is null)).Select(one => one.Task);
    }

    private static int CompareBytes(string a, string b) => System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));
}
