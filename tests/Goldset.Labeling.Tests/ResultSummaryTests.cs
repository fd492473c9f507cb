using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Labeling.Tests;

public class ResultSummaryTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Derivations => GoldenCases.Read("derivations.json");

    [Theory, MemberData(nameof(Derivations))]
    public void Counts_regions_results_and_labels(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;

        var summary = ResultSummary.Of(JsonElement.Parse(expected["result"]!.ToJsonString()));

        summary.RegionCount.ShouldBe((int)expected["result_count"]!);
        JsonSerializer.SerializeToNode(summary.Results).ShouldEqual(expected["summary"]!["created_annotations"]);
        JsonSerializer.SerializeToNode(summary.Labels).ShouldEqual(expected["summary"]!["created_labels"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""[1, null, {"id": 1}, {"id": 1, "type": 5}, {"from_name": "a", "to_name": "b"}, {"from_name": "a", "to_name": "b", "type": "relation"}]""")]
    public void What_names_no_control_counts_nowhere(string json)
    {
        var summary = ResultSummary.Of(JsonElement.Parse(json));

        summary.Results.ShouldBeEmpty();
        summary.Labels.ShouldBeEmpty();
    }
}
