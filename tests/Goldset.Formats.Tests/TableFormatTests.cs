using Goldset.Formats.Tests.Golden;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>Rules of the tables that no recorded project shows.</summary>
public sealed class TableFormatTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomTasks.Config);

    [Theory]
    [InlineData("0.0000001", "1e-07")]
    [InlineData("1e16", "1e+16")]
    [InlineData("1000000000000000.0", "1000000000000000.0")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1E2", "100.0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("123456.789", "123456.789")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("0.1", "0.1")]
    [InlineData("7", "7")]
    [InlineData("-0", "0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1e400", "1e400")]
    public async Task Numbers_read_as_Python_writes_them(string json, string cell) => (await CellAsync(json)).ShouldBe(new TableCell(cell, false));

    [Theory]
    [InlineData("[1.0, {\"k/ey\": \"\\u00e9\\/\\ud83d\\ude00\\n\"}]", "[1.0,{\"k\\/ey\":\"é\\/😀\\n\"}]")]
    [InlineData("{\"half\": \"\\uD800\", \"small\": 1e-7, \"empty\": {}}", "{\"half\":\"\\ud800\",\"small\":1e-7,\"empty\":{}}")]
    public async Task Structures_become_compact_JSON(string json, string cell) => (await CellAsync(json)).ShouldBe(new TableCell(cell, true));

    [Fact]
    public async Task Columns_are_ordered_by_code_point()
    {
        var exported = await Exported.WriteAsync("CSV", Config, new InMemoryTasks("""{"annotations":[],"data":{"😀":1,"～":1,"b":1,"_":1,"B":1}}"""));

        string[] own = ["annotation_id", "annotator", "created_at", "lead_time", "updated_at"];
        Table.Parse(exported.Text, ',')[0].Select(cell => cell.Text).Except(own).ShouldBe(["B", "_", "b", "～", "😀"]);
    }

    [Fact]
    public async Task Without_tasks_the_fixed_columns_remain() =>
        (await Exported.WriteAsync("CSV", Config, new InMemoryTasks())).Text.ShouldBe("\"annotation_id\",\"annotator\",\"created_at\",\"lead_time\",\"updated_at\"\r\n");

    [Fact]
    public async Task The_most_specific_repeater_name_matches()
    {
        var config = LabelConfig.Parse("""
            <View><Repeater on="$p" indexFlag="{{i}}"><Text name="t_{{i}}" value="$p[{{i}}]"/>
            <Labels name="a_{{i}}" toName="t_{{i}}"/><Choices name="a_{{i}}_kind" toName="t_{{i}}"/></Repeater></View>
            """);

        var exported = await Exported.WriteAsync("JSON_MIN", config, new InMemoryTasks(
            """{"annotations":[{"result":[{"from_name":"a_0_kind","value":{"choices":["x"]}}]}],"data":{}}"""));

        exported.Text.ShouldContain("\"a_0_kind\": \"x\"");
    }

    private static async Task<TableCell> CellAsync(string json)
    {
        var exported = await Exported.WriteAsync("CSV", Config, new InMemoryTasks($$"""{"annotations":[],"data":{"a":{{json}} } }"""));
        return Table.Parse(exported.Text, ',')[1][0];
    }
}
