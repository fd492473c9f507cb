using System.Text.Json.Nodes;

namespace Goldset.Labeling.Tests;

public class LabelConfigValidatorTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases => GoldenCases.Read("validation-cases.json");

    public static IEnumerable<TheoryDataRow<string, string>> Recorded => GoldenCases.Read("recorded-validations.json");

    public static IEnumerable<TheoryDataRow<string, string>> Changes => GoldenCases.Read("recorded-changes.json");

    [Theory, MemberData(nameof(Cases))]
    public void Each_rule_has_its_text(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var message = (string?)expected["message"];

        // The empty text never gets this far in the requests that word it like this.
        Refusal((string)expected["config"]!)?.Message.ShouldBe(message == "This field may not be blank." ? "no element found: line 1, column 0" : message);
        (Refusal((string)expected["config"]!) is null).ShouldBe((bool)expected["valid"]!);
    }

    [Theory, MemberData(nameof(Recorded))]
    public void Answers_as_recorded(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var refusal = Refusal((string)expected["config"]!);

        if (expected["parser_detail"] is { } detail)
        {
            refusal?.ParserDetail.ShouldBe((string)detail!);
            return;
        }

        refusal?.Message.ShouldBe((string?)expected["message"]);
        (refusal is null).ShouldBe(expected["message"] is null);
        if (expected["project"] is { } project)
        {
            var config = LabelConfig.Parse((string)expected["config"]!);
            JsonNode.Parse(config.ParsedConfigJson).ShouldEqual(project["parsed_label_config"]);
            JsonNode.Parse(config.ControlWeightsJson()).ShouldEqual(project["control_weights"]);
            config.HasControlTags.ShouldBe((bool)project["config_has_control_tags"]!);
            config.SuitableForBulkAnnotation.ShouldBe((bool)project["config_suitable_for_bulk_annotation"]!);
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void A_change_is_checked_against_what_is_in_use(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var updated = LabelConfigValidator.Validate((string)expected["config"]!);
        var summary = expected["summary"]!;
        var used = AnnotationCounts.FromJson(
            summary["created_annotations"]!.ToJsonString(), summary["created_labels"]!.ToJsonString(), summary["created_labels_drafts"]!.ToJsonString());

        string? refusal = null;
        try
        {
            LabelConfigValidator.CheckUse(updated, used, (bool)expected["strict"]!);
        }
        catch (LabelConfigException exception)
        {
            refusal = exception.Message;
        }

        refusal.ShouldBe((string?)expected["message"]);
        if (expected.AsObject().TryGetPropertyValue("changed", out var changed))
        {
            LabelConfigValidator.EssentialDataChanged(updated, LabelConfig.Parse((string)expected["current"]!)).ShouldBe((bool?)changed ?? false);
        }
    }

    [Fact]
    public void A_removed_control_that_only_drafts_use_is_refused()
    {
        var updated = LabelConfig.Parse("<View><Text name=\"t\" value=\"$t\"/><Rating name=\"r\" toName=\"t\"/></View>");
        var used = AnnotationCounts.FromJson("{}", """{"c":{"a":1}}""", """{"c":{"a":2,"b":1}}""");

        Should.Throw<LabelConfigException>(() => LabelConfigValidator.CheckUse(updated, used, strict: false))
            .Message.ShouldBe("There are 4 annotation(s) created with tag \"c\", you can't remove it");
    }

    [Fact]
    public void Lost_labels_are_listed_with_their_uses()
    {
        var updated = LabelConfig.Parse("<View><Text name=\"t\" value=\"$t\"/><Labels name=\"l\" toName=\"t\"><Label value=\"X\"/></Labels></View>");
        var used = AnnotationCounts.FromJson("""{"l|t|labels":3}""", """{"l":{"Car":2,"X":1}}""", """{"l":{"Car":1,"Bus":2}}""");

        Should.Throw<LabelConfigException>(() => LabelConfigValidator.CheckUse(updated, used, strict: true)).Message.ShouldBe(
            "These labels still exist in annotations or drafts:\nCar (2 annotations, 1 draft)\nBus (2 drafts)\nPlease add labels to tag with name=\"l\".");
        LabelConfigValidator.CheckUse(updated, used, strict: false);
    }

    [Fact]
    public void Labels_of_a_video_box_may_come_from_any_control_and_taxonomies_may_grow_by_hand()
    {
        var video = LabelConfig.Parse(
            "<View><Video name=\"v\" value=\"$v\"/><Labels name=\"l\" toName=\"v\"><Label value=\"Man\"/></Labels><VideoRectangle name=\"b\" toName=\"v\"/>"
            + "<Choices name=\"c\" toName=\"v\"><Choice value=\"x\"/></Choices></View>");
        LabelConfigValidator.CheckUse(video, AnnotationCounts.FromJson("{}", """{"c":{"Man":1}}""", "{}"), strict: true);

        var taxonomy = LabelConfig.Parse("<View><Text name=\"t\" value=\"$t\"/><Taxonomy name=\"x\" toName=\"t\"><Choice value=\"A\"/></Taxonomy></View>");
        var used = AnnotationCounts.FromJson("{}", """{"x":{"Own":1}}""", "{}");
        Should.Throw<LabelConfigException>(() => LabelConfigValidator.CheckUse(taxonomy, used, strict: true));
        LabelConfigValidator.CheckUse(taxonomy, used, strict: true, new Dictionary<string, IReadOnlySet<string>> { ["x"] = new HashSet<string> { "Own" } });
    }

    private static LabelConfigException? Refusal(string config)
    {
        try
        {
            LabelConfigValidator.Validate(config);
            return null;
        }
        catch (LabelConfigException refusal)
        {
            return refusal;
        }
    }
}
