using CsCheck;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Text;

/// <summary>Words of texts and their tags.</summary>
public sealed class TokenTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse("""<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="X"/></Labels></View>""");

    private static readonly Gen<string> Text =
        Gen.OneOf("a", "b", "Can", "not", "'", "''", "\"", "``", "n't", "'ll ", "wanna ", " 'tis", " ", "\n", ".", "...", ",", ":", "1", "(", "]", "--", "😀", "é", "\u00a0", "?", "/").Array[0, 14].Select(string.Concat);

    [Fact]
    public async Task Tokens_are_the_text_without_its_blanks() =>
        await Text.SampleAsync(
            async text =>
            {
                var lines = (await ExportAsync(text, "[]")).Text.Split('\n')[1..^2];

                string.Concat(lines.Select(line => line[..^" -X- _ O".Length])).ShouldBe(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
            },
            iter: 2000);

    [Theory]
    [InlineData("""[{"start":2,"end":4,"labels":["X"]}]""", "😀 -X- _ O|ab -X- _ B-X|c -X- _ O")] // an emoji is one character
    [InlineData("""[{"start":0,"end":6,"labels":["X"]}]""", "😀 -X- _ B-X|ab -X- _ I-X|c -X- _ I-X")]
    [InlineData("""[{"start":2,"end":4,"labels":[]}]""", "😀 -X- _ O|ab -X- _ O|c -X- _ O")]
    [InlineData("""[{"start":2,"labels":["X"]}]""", "😀 -X- _ O|ab -X- _ O|c -X- _ O")]
    [InlineData("""[{"start":2,"end":4,"labels":["X"]},{"start":3,"end":6,"labels":["Y"]}]""", "😀 -X- _ O|ab -X- _ B-X|c -X- _ B-Y")]
    public async Task Spans_tag_the_tokens_they_touch(string spans, string lines)
    {
        var exported = await ExportAsync("😀 ab c", spans);

        exported.Text.ShouldBe($"-DOCSTART- -X- O\n{lines.Replace('|', '\n')}\n\n");
        exported.Receipt.RegionsIn.ShouldBe(exported.Receipt.RegionsOut + exported.Receipt.LeftOut.Values.Sum());
    }

    private static Task<Exported> ExportAsync(string text, string spans)
    {
        var result = System.Text.Json.Nodes.JsonNode.Parse(spans)!.AsArray().Select(value => $$"""{"from_name":"l","value":{{value!.ToJsonString()}} }""");
        return Exported.WriteAsync("CONLL2003", Config, new InMemoryTasks(
            $$"""{"data":{"text":{{System.Text.Json.JsonSerializer.Serialize(text)}} },"annotations":[{"result":[{{string.Join(',', result)}}]}]}"""));
    }
}
