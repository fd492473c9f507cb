using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Labeling;

/// <summary>Searching texts: whatever their case, and side by side on the connections of one server.</summary>
public class TextSearchTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Projects_and_tasks_are_found_by_any_case_again_and_again(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        (await server.Admin.PostAsync("/api/projects/", new { title = "Apples and Oil", label_config = ApiClient.ChoicesConfig })).ShouldHaveStatus(201);
        (await server.Admin.PostAsync("/api/projects/1/import", new[] { new { text = "OVER the bridge" }, new { text = "nothing" } })).ShouldHaveStatus(201);
        var query = """{"filters": {"conjunction": "and", "items": [{"filter": "filter:tasks:data.text", "operator": "contains", "type": "String", "value": "over"}]}}""";

        for (var time = 0; time < 3; time++)
        {
            (await server.Admin.GetAsync("/api/projects/?title=aPPLES")).ShouldHaveStatus(200).Json["count"]!.GetValue<int>().ShouldBe(1);
            (await server.Admin.GetAsync($"/api/tasks/?project=1&query={Uri.EscapeDataString(query)}")).ShouldHaveStatus(200).Json["total"]!.GetValue<int>().ShouldBe(1);
        }
    }
}
