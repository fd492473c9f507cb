using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Labels;

/// <summary>Labels of taxonomies, beyond what the recorded exchanges show.</summary>
public class LabelTests(TestServers servers)
{
    [Theory, EachEngine]
    public async Task Renaming_changes_the_regions_and_the_summary_of_one_project(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var (first, second) = (await AnnotatedAsync(server.Admin), await AnnotatedAsync(server.Admin));

        var renamed = await server.Admin.PostAsync("/api/labels/bulk", new { project = first, old_label = new[] { "pos" }, new_label = new[] { "positive" } });

        renamed.ShouldHaveStatus(200).Json["annotations_updated"]!.GetValue<int>().ShouldBe(2);
        (await LabelsAsync(server.Admin, first)).ShouldBe(["neg", "positive", "positive"]);
        (await LabelsAsync(server.Admin, second)).ShouldBe(["neg", "pos", "pos"]);
        var summary = (await server.Admin.GetAsync($"/api/projects/{first}/summary/")).Json["created_labels"]!["label"]!.AsObject();
        summary["positive"]!.GetValue<int>().ShouldBe(2);
        summary.ContainsKey("pos").ShouldBeFalse();
    }

    private static async Task<long> AnnotatedAsync(ApiClient client)
    {
        var project = (await client.PostAsync("/api/projects/", new { title = "Renaming", label_config = ApiClient.ChoicesConfig })).Json["id"]!.GetValue<long>();
        var tasks = new[] { "pos", "pos", "neg" }.Select(choice => new
        {
            data = new { text = choice },
            annotations = new[] { new { result = new[] { new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { choice } } } } } },
        });
        (await client.PostAsync($"/api/projects/{project}/import", tasks.ToArray())).ShouldHaveStatus(201);
        return project;
    }

    private static async Task<IEnumerable<string>> LabelsAsync(ApiClient client, long project) =>
        (await client.GetAsync($"/api/projects/{project}/export?exportType=JSON")).Json.AsArray()
            .Select(task => task!["annotations"]![0]!["result"]![0]!["value"]!["choices"]![0]!.GetValue<string>()).Order(StringComparer.Ordinal);
}
