using System.Text.Json.Nodes;
using Goldset.Replay;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Replaying;

/// <summary>The comparison itself: a recording equals itself, and what changed in it is found.</summary>
public class ReplayerTests(TestServers servers)
{
    public static TheoryData<string> Scenarios => [.. Golden.Scenarios];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_recording_equals_itself(string scenario)
    {
        var result = await ReplayAsync(scenario);

        result.Steps.ShouldNotBeEmpty();
        result.Describe().ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("071-annotation-crud-choices.json")]
    [InlineData("096-dm-project.json")]
    [InlineData("164-second-user.json")]
    public async Task A_missing_key_is_found(string scenario) =>
        await ExpectFoundAsync(scenario, body =>
        {
            if (body is not JsonObject { Count: > 3 } answer) return false;
            answer.Remove(answer.Last().Key);
            return true;
        });

    [Theory]
    [InlineData("071-annotation-crud-choices.json")]
    [InlineData("013-project-create-minimal.json")]
    [InlineData("066-tasks-list-plain.json")]
    public async Task An_added_key_is_found(string scenario) =>
        await ExpectFoundAsync(scenario, body =>
        {
            if (body is not JsonObject answer) return false;
            answer["surprise"] = 1;
            return true;
        });

    [Theory]
    [InlineData("071-annotation-crud-choices.json")]
    [InlineData("013-project-create-minimal.json")]
    [InlineData("082-predictions-choices.json")]
    public async Task A_changed_type_is_found(string scenario) =>
        await ExpectFoundAsync(scenario, body =>
        {
            if (body is not JsonObject answer || !answer.ContainsKey("id")) return false;
            answer["id"] = answer["id"]!.ToString();
            return true;
        });

    [Theory]
    [InlineData("010-users.json")]
    [InlineData("107-dm-order-a.json")]
    public async Task A_changed_order_is_found(string scenario) =>
        await ExpectFoundAsync(scenario, body =>
        {
            var list = body as JsonArray ?? body?["tasks"] as JsonArray;
            if (list is not { Count: > 1 } || JsonNode.DeepEquals(list[0]?["data"] ?? list[0], list[^1]?["data"] ?? list[^1])) return false;
            var first = list[0];
            list.RemoveAt(0);
            list.Add(first);
            return true;
        });

    [Theory]
    [InlineData("071-annotation-crud-choices.json")]
    [InlineData("086-next-task-sequential.json")]
    public async Task An_id_that_refers_to_something_else_is_found(string scenario)
    {
        var seen = new HashSet<int>();
        await ExpectFoundAsync(scenario, body =>
        {
            if (body is not JsonObject answer || answer["project"] is not JsonValue project || seen.Add(project.GetValue<int>())) return false;
            answer["project"] = project.GetValue<int>() + 1000;
            return true;
        });
    }

    [Fact]
    public async Task Ids_that_all_moved_alike_are_equal()
    {
        var result = await ReplayAsync("071-annotation-crud-choices.json", (_, body) => MoveProjects(body));

        result.IsEqual.ShouldBeTrue(result.Describe());
    }

    [Fact]
    public async Task An_allowed_difference_is_not_reported()
    {
        var list = Path.Combine(servers.Folder.CreateSubfolder().FullName, "allow.json");
        await File.WriteAllTextAsync(list, """{"013-project-create-minimal.json": {"title only": {"/color": "a reason"}}}""");
        JsonNode? Recolor(Step step, JsonNode? body)
        {
            if (step.Name is "title only" or "get title only") body!["color"] = "#000000";
            return body;
        }

        var result = await ReplayAsync("013-project-create-minimal.json", Recolor, AllowedDifferences.Read(list));

        result.Steps.Where(step => !step.IsEqual).Select(step => step.Name).ShouldBe(["get title only"]);
    }

    private static JsonNode? MoveProjects(JsonNode? body)
    {
        foreach (var item in body as JsonArray ?? []) MoveProjects(item);
        foreach (var (key, value) in (body as JsonObject ?? []).ToArray())
        {
            if (key == "project") body![key] = value!.GetValue<int>() + 1000;
            else MoveProjects(value);
        }

        return body;
    }

    private async Task ExpectFoundAsync(string scenario, Func<JsonNode?, bool> tryChange)
    {
        var changed = new OneChange(tryChange);

        var result = await ReplayAsync(scenario, changed.Apply);

        changed.Step.ShouldNotBe(0, "no reply of the scenario could be changed");
        result.Steps.Where(step => !step.IsEqual).Select(step => step.Number).ShouldBe([changed.Step], result.Describe());
    }

    private async Task<ReplayResult> ReplayAsync(
        string scenario, Func<Step, JsonNode?, JsonNode?>? change = null, AllowedDifferences? allowed = null)
    {
        var files = servers.Folder.CreateSubfolder();
        await using var standIn = await StandIn.StartAsync();
        await using var server = await RecordedServer.StartAsync(scenario, standIn.Address, files.FullName, change);

        var options = new ReplayOptions(server.Address) { FilesDirectory = files.FullName, Allowed = allowed ?? AllowedDifferences.None };
        return await Replayer.RunAsync(Golden.PathOf(scenario), options, standIn, TestContext.Current.CancellationToken);
    }

    /// <summary>Changes the first reply that can be changed, and remembers which.</summary>
    private sealed class OneChange(Func<JsonNode?, bool> tryChange)
    {
        public int Step { get; private set; }

        public JsonNode? Apply(Step step, JsonNode? body)
        {
            if (Step == 0 && step.Response!.Value.GetProperty("status").GetInt32() < 300 && tryChange(body))
                Step = step.Number;
            return body;
        }
    }
}
