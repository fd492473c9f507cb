using System.Text.Json.Nodes;
using CsCheck;

namespace Goldset.Labeling.Tests;

public class LabelConfigTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Derivations => GoldenCases.Read("derivations.json");

    public static IEnumerable<TheoryDataRow<string, string>> XmlFaults => GoldenCases.Read("xml-faults.json", "xml");

    [Theory, MemberData(nameof(Derivations))]
    public void Derives_what_the_api_shows_of_a_configuration(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var config = LabelConfig.Parse((string)expected["config"]!);

        JsonNode.Parse(config.ParsedConfigJson).ShouldEqual(expected["parsed_label_config"]);
        JsonNode.Parse(config.ControlWeightsJson()).ShouldEqual(expected["control_weights"]);
        new JsonObject(config.DataTypes.Select(type => KeyValuePair.Create(type.Key, (JsonNode?)type.Value))).ShouldEqual(expected["data_types"]);
    }

    [Theory, MemberData(nameof(XmlFaults))]
    public void Malformed_xml_is_refused_with_the_words_of_both_parsers(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;

        var refusal = Should.Throw<LabelConfigException>(() => LabelConfig.Parse((string)expected["xml"]!));

        refusal.Message.ShouldBe((string?)expected["message"]);
        refusal.ParserDetail.ShouldBe((string?)expected["parser_detail"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE x><View/>", "DTDForbidden(name='x', system_id=None, public_id=None)")]
    [InlineData("<!DOCTYPE View SYSTEM \"file:///etc/passwd\"><View/>", "DTDForbidden(name='View', system_id='file:///etc/passwd', public_id=None)")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><View>&a;</View>", "DTDForbidden(name='x', system_id=None, public_id=None)")]
    public void Document_types_and_their_entities_are_refused(string xml, string message) =>
        Should.Throw<LabelConfigException>(() => LabelConfig.Parse(xml)).Message.ShouldBe(message);

    [Fact]
    public void Nesting_is_limited()
    {
        var deep = string.Concat(Enumerable.Repeat("<View>", 100_000)) + string.Concat(Enumerable.Repeat("</View>", 100_000));
        Should.Throw<LabelConfigException>(() => LabelConfig.Parse(deep)).Message.ShouldBe("Label config is nested too deeply (more than 256 levels)");
    }

    [Fact]
    public void Garbage_gives_a_configuration_or_a_clean_refusal()
    {
        string[] seeds =
        [
            "<View><Text name=\"t\" value=\"$t\"/><Choices name=\"c\" toName=\"t\"><Choice value=\"a &amp; b\"/></Choices></View>",
            "<?xml version=\"1.0\"?>\n<View a='1'><!-- c --><Style>.a { b: c }</Style><![CDATA[x]]><?pi x?>&#10;</View>\n<!-- end -->",
        ];
        var edit = Gen.Select(Gen.Int[0, 200], Gen.Int[0, 4], Gen.OneOf(Gen.String[Gen.Char["<>/=\"'&;!-?[]#x0: \n\ud800é"], 0, 3], Gen.String[0, 3]));
        Gen.Select(Gen.OneOf(seeds.Select(Gen.Const).ToArray()), edit.List[1, 4]).Sample((seed, edits) =>
        {
            foreach (var (at, removed, inserted) in edits)
            {
                var start = Math.Min(at, seed.Length);
                seed = seed.Remove(start, Math.Min(removed, seed.Length - start)).Insert(start, inserted);
            }

            try
            {
                LabelConfig.Parse(seed).ParsedConfigJson.ShouldNotBeNull();
            }
            catch (LabelConfigException refusal)
            {
                refusal.Message.ShouldNotBeEmpty();
            }
        }, iter: 5000);
    }

    [Fact]
    public void Labels_keep_their_attributes_in_the_order_of_the_configuration()
    {
        var config = LabelConfig.Parse(
            """
            <View><Image name="img" valueList="$pages"/>
            <RectangleLabels name="box" toName="img"><Label value="Car" background="red" hotkey="c" category="7"/><Label value="Bus" alias="b"/></RectangleLabels></View>
            """);

        var box = config.FindControl("box").ShouldNotBeNull();
        box.Labels.Select(label => label.Key).ShouldBe(["Car", "b"]);
        box.FindLabel("Car").ShouldNotBeNull().Category.ShouldBe(7);
        box.FindLabel("b").ShouldNotBeNull().Value.ShouldBe("Bus");
        config.FindObject("img").ShouldNotBeNull().DataKey.ShouldBe("pages");
        config.SuitableForBulkAnnotation.ShouldBeFalse();
    }

    [Fact]
    public void Results_of_a_repeated_control_find_it_by_its_flag()
    {
        var config = LabelConfig.Parse(
            "<View><Repeater on=\"$i\" indexFlag=\"{{idx}}\"><Text name=\"t_{{idx}}\" value=\"$i[{{idx}}]\"/>"
            + "<Choices name=\"c_{{idx}}_x\" toName=\"t_{{idx}}\"><Choice value=\"a\"/></Choices></Repeater></View>");

        config.MatchControl("c_12_x").ShouldNotBeNull().Name.ShouldBe("c_{{idx}}_x");
        config.MatchControl("c_12_y").ShouldBeNull();
    }

    [Fact]
    public void Weights_of_what_still_exists_are_kept()
    {
        var config = LabelConfig.Parse("<View><Text name=\"t\" value=\"$t\"/><Choices name=\"c\" toName=\"t\"><Choice value=\"a\"/><Choice value=\"b\"/></Choices></View>");

        config.ControlWeightsJson("""{"c":{"overall":0.5,"type":"Choices","labels":{"b":2,"gone":3,"a":null}},"x":{}}""")
            .ShouldBe("""{"c":{"overall":0.5,"type":"Choices","labels":{"a":1.0,"b":2}}}""");
    }
}
