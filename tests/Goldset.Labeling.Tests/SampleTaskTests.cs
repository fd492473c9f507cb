using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Labeling.Tests;

public class SampleTaskTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Recorded => GoldenCases.Read("recorded-sample-tasks.json");

    public static IEnumerable<TheoryDataRow<string, string>> Derivations => GoldenCases.Read("derivations.json");

    [Theory, MemberData(nameof(Recorded))]
    public void Sample_tasks_are_as_recorded(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var config = LabelConfig.Parse((string)expected["config"]!);
        var options = new SampleOptions { UserId = 1 };

        var sample = JsonNode.Parse((bool)expected["annotated"]! ? SampleTask.CreateAnnotated(config, options) : SampleTask.Create(config, options))!;

        if (expected["sample_task"]!["data"] is null)
        {
            // The hypertext is any small page.
            (sample["html"] is null ? sample : new JsonObject { ["html"] = expected["sample_task"]!["html"]?.DeepClone() }).ShouldEqual(expected["sample_task"]);
            return;
        }

        sample["data"].ShouldEqual(expected["sample_task"]!["data"]);
        var annotation = sample["annotations"]![0]!.AsObject();
        annotation.Select(member => member.Key).ShouldBe(expected["sample_task"]!["annotations"]![0]!.AsObject().Select(member => member.Key));
        new PredictionValidator(config).Validate(JsonElement.Parse(sample["predictions"]![0]!.ToJsonString())).All.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Derivations))]
    public void Sample_data_fit_their_own_configuration(string name, string json)
    {
        _ = name;
        var config = LabelConfig.Parse((string)JsonNode.Parse(json)!["config"]!);

        foreach (var purpose in Enum.GetValues<SamplePurpose>())
        {
            var sample = SampleTask.Create(config, new SampleOptions { Host = "https://x.example", Purpose = purpose });
            new TaskDataValidator(config).ExplainData(JsonElement.Parse(sample)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("""<View><!-- {"text": "own"} --><Text name="t" value="$text"/></View>""", """{"text":"own"}""")]
    [InlineData("""<View><Text name="t" value="$text"/></View><!--{"data": {"more": [1]}, "annotations": []} -->""", """{"text":"Sample: Your text will go here.","more":[1]}""")]
    [InlineData("""<View><!-- {"annotations": []} --><Text name="t" value="$text"/></View>""", """{"text":"Sample: Your text will go here."}""")]
    [InlineData("""<View><!-- {not json} --><Text name="t" value="$text"/></View>""", """{"text":"Sample: Your text will go here."}""")]
    [InlineData("""<View><Image name="i" valueList="$pages"/></View>""", """{"pages":["/static/samples/sample.jpg"]}""")]
    [InlineData("""<View><Repeater on="$a"><Text name="t_{{idx}}" value="$a[{{idx}}].t"/><Image name="i_{{idx}}" value="$a[{{idx}}].i"/></Repeater></View>""",
        """{"a":[{"t":"Sample: Your text will go here.","i":"/static/samples/sample.jpg"},{"t":"Sample: Your text will go here.","i":"/static/samples/sample.jpg"}]}""")]
    [InlineData("""<View><Text name="t_{{idx}}" value="$doc.pages[{{idx}}].body.text"/></View>""",
        """{"doc":{"pages":[{"body":{"text":"Sample: Your text will go here."}},{"body":{"text":"Sample: Your text will go here."}}]}}""")]
    [InlineData("""<View><Image name="i_{{idx}}" value="$urls[{{idx}}]"/></View>""", """{"urls":["/static/samples/sample.jpg","/static/samples/sample.jpg"]}""")]
    [InlineData("""<View><Text name="t" value="$text"/><Labels name="l" toName="t" value="$labels"/><Choices name="c" toName="t" value="$c"/></View>""",
        """{"text":"Sample: Your text will go here.","labels":[{"value":"DynamicLabel1","background":"#ff0000"},{"value":"DynamicLabel2","background":"#0000ff"}],"c":[{"value":"DynamicChoice1"},{"value":"DynamicChoice2"},{"value":"DynamicChoice3"}]}""")]
    public void Samples_follow_the_configuration(string config, string sample) =>
        SampleTask.Create(LabelConfig.Parse(config), new SampleOptions()).ShouldBe(sample);

    [Fact]
    public void Time_series_have_equal_columns_and_growing_times()
    {
        var config = LabelConfig.Parse(
            "<View><TimeSeries name=\"ts\" value=\"$ts\" valueType=\"json\" timeColumn=\"when\" timeFormat=\"%Y-%m-%d\"><Channel column=\"a\"/><Channel column=\"b\"/></TimeSeries></View>");

        var series = JsonNode.Parse(SampleTask.Create(config, new SampleOptions()))!["ts"]!.AsObject();

        series.Select(column => column.Key).ShouldBe(["when", "a", "b"]);
        series.Select(column => column.Value!.AsArray().Count).Distinct().ShouldBe([100]);
        ((string?)series["when"]![1]).ShouldBe("2020-01-02");
    }

    [Fact]
    public void The_same_series_comes_as_csv()
    {
        var lines = new SampleTimeSeries("time", ["a", "b"], "tab").ToCsv(new Random(1)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(101);
        lines[0].ShouldBe("time\ta\tb");
        lines[1].ShouldStartWith("0\t");

        var headless = new SampleTimeSeries("0", ["1", "2"]).ToCsv(new Random(1)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        headless.Length.ShouldBe(100);
        headless[0].Split(',').Length.ShouldBe(3);
    }
}
