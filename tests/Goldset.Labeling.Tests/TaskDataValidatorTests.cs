using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Goldset.Labeling.Tests;

public class TaskDataValidatorTests
{
    private static readonly TaskDataValidator TextAndItems = new(
    [
        new("text", "Text"), new("image", "Image"), new("meta.title", "Header"), new("items[{{idx}}].url", "Image"), new("tree", "Taxonomy"),
    ]);

    public static IEnumerable<TheoryDataRow<string, string>> Imports => GoldenCases.Read("recorded-imports.json");

    [Theory, MemberData(nameof(Imports))]
    public void Answers_as_recorded(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var validator = new TaskDataValidator(LabelConfig.Parse((string)expected["config"]!));
        var item = JsonElement.Parse(expected["item"]?.ToJsonString() ?? "null");

        var reason = validator.Explain(item);

        (reason is null ? null : TaskDataValidator.Describe((int)expected["index"]!, reason, item)).ShouldBe((string?)expected["error"]);
        validator.TryValidate(Encoding.UTF8.GetBytes(item.GetRawText()), out _).ShouldBe(reason is null);
    }

    [Theory]
    [InlineData("Text", "true", null)]
    [InlineData("Text", "{}", "data['f']={} is of type 'dict', but the object tag Text expects the following types: ['str', 'int', 'float', 'list']")]
    [InlineData("HyperText", "1.0", "data['f']=1.0 is of type 'float', but the object tag HyperText expects the following types: ['str']")]
    [InlineData("Image", "[]", null)]
    [InlineData("Table", "null", "data['f']=None is of type 'NoneType', but the object tag Table expects the following types: ['dict', 'list', 'str']")]
    [InlineData("Taxonomy", "null", null)]
    [InlineData("Ranker", "5", "data['f']=5 is of type 'int', but the object tag Ranker expects the following types: ['list', 'str']")]
    [InlineData("Video", "[\"a\"]", "data['f']=['a'] is of type 'list', but the object tag Video expects the following types: ['str']")]
    public void Each_tag_takes_its_types(string tag, string value, string? message)
    {
        var validator = new TaskDataValidator([new("f", tag)]);
        var data = JsonElement.Parse($$"""{"f": {{value}}}""");

        validator.ExplainData(data).ShouldBe(message is null ? null : message + " [assume: item[\"data\"] = task root with values]");
    }

    [Theory]
    [InlineData("""{"text":"a","image":"i","meta":{"title":1},"items":[],"tree":null}""", null)]
    [InlineData("""{"text":"a","image":"i","meta":{},"items":[],"tree":null}""", "\"meta.title\" key is expected in task data")]
    [InlineData("""{"text":"a","image":"i","meta":[1],"items":[],"tree":null}""", "\"meta.title\" key is expected in task data")]
    [InlineData("""{"text":"a","image":"i","meta":{"title":"t"},"items":"x","tree":null}""",
        "data['items']=x is of type 'str', but the object tag Image expects the following types: ['list']")]
    [InlineData("""{"$undefined$":"a","image":"i","meta":{"title":"t"},"items":[],"tree":null}""", null)]
    public void Nested_repeated_and_nameless_fields_are_found(string data, string? reason)
    {
        TextAndItems.ExplainData(JsonElement.Parse(data)).ShouldBe(reason is null ? null : reason + " [assume: item[\"data\"] = task root with values]");
        TextAndItems.TryValidate(Encoding.UTF8.GetBytes(data), out var item).ShouldBe(reason is null);
        if (reason is null)
        {
            item.IsBare.ShouldBeTrue();
            item.HasUndefinedKey.ShouldBe(data.Contains('$'));
        }
    }

    [Fact]
    public void The_bytes_and_the_elements_agree_on_anything()
    {
        var scalar = AnyOf("null", "true", "1", "-2.5", "1e3", "\"x\"", "\"\\u0041\"", "\"\\ud800\"", "[]", "{}");
        var name = AnyOf("text", "image", "meta", "title", "items", "tree", "data", "annotations", "predictions", "result", "$undefined$", "t\\u0065xt", "x");
        var value = Gen.Recursive<string>((depth, self) => depth > 4 ? scalar : Gen.Frequency(
            (3, scalar),
            (2, self.List[0, 3].Select(items => $"[{string.Join(",", items)}]")),
            (5, Gen.Select(name, self).List[0, 6].Select(members => $"{{{string.Join(", ", members.Select(one => $"\"{one.Item1}\":{one.Item2}"))}}}"))));
        value.Sample(
            json => TextAndItems.TryValidate(Encoding.UTF8.GetBytes(json), out _) == TextAndItems.Explain(JsonElement.Parse(json)) is null,
            iter: 20_000);
    }

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Fact]
    public void The_parts_of_an_item_are_found_where_they_are()
    {
        var json = """{ "id": 7, "annotations": [{"result": []}], "data": {"text": "ż", "image": [], "meta": {"title": 1}, "items": [1], "tree": []}, "file_upload_id": 12, "predictions": [1], "meta": {"k": 1}, "allow_skip": false }"""u8;

        TextAndItems.TryValidate(json, out var item).ShouldBeTrue();

        item.IsBare.ShouldBeFalse();
        Encoding.UTF8.GetString(item.Data.Of(json)).ShouldStartWith("{\"text\": \"ż\"");
        Encoding.UTF8.GetString(item.Data.Of(json)).ShouldEndWith("\"tree\": []}");
        Encoding.UTF8.GetString(item.Annotations.Of(json)).ShouldBe("[{\"result\": []}]");
        Encoding.UTF8.GetString(item.Predictions.Of(json)).ShouldBe("[1]");
        Encoding.UTF8.GetString(item.Meta.Of(json)).ShouldBe("{\"k\": 1}");
        Encoding.UTF8.GetString(item.FileUploadId.Of(json)).ShouldBe("12");
        Encoding.UTF8.GetString(item.AllowSkip.Of(json)).ShouldBe("false");
    }

    [Fact]
    public void Success_allocates_nothing()
    {
        var json = Encoding.UTF8.GetBytes($$"""{"data": {"text": "{{new string('x', 500)}}", "image": "i", "meta": {"title": 1}, "items": [], "tree": null}, "predictions": [{"result": []}]}""");
        TextAndItems.TryValidate(json, out _).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            TextAndItems.TryValidate(json, out _);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void The_nameless_key_gets_the_name_of_the_first_field()
    {
        TextAndItems.FirstKey.ShouldBe("text");
        Encoding.UTF8.GetString(TextAndItems.NameUndefined("""{"$undefined$": "ą", "n": 1.50}"""u8)).ShouldBe("""{"n":1.50,"text":"ą"}""");
        new TaskDataValidator([]).NameUndefined("""{"$undefined$": 1}"""u8).ShouldBe("""{"$undefined$": 1}"""u8.ToArray());
    }
}
