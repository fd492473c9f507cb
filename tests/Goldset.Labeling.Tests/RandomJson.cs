using CsCheck;

namespace Goldset.Labeling.Tests;

/// <summary>JSON as nobody would send it: known keys with values of any type.</summary>
internal static class RandomJson
{
    private static readonly string[] Keys =
    [
        "id", "from_name", "to_name", "type", "value", "result", "score", "data", "annotations", "predictions", "meta", "labels", "choices", "rectanglelabels", "x", "y", "width", "height",
        "rotation", "points", "start", "end", "text", "rating", "number", "datetime", "taxonomy", "ranker", "sequence", "frame", "enabled", "format", "rle", "brushlabels", "from_id", "to_id",
        "direction", "original_width", "item_index", "a", "b", "c", "image", "$undefined$", "",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "12345678901234567890", "\"a\"", "\"b\"", "\"labels\"", "\"choices\"", "\"relation\"", "\"rle\"", "\"right\"", "\"\"", "\" \"", "\"http://a/b.png\"",
        "\"\\u0000\"", "\"\\ud800\"",
    ];

    /// <summary>Any value.</summary>
    public static readonly Gen<string> Value = Gen.Recursive<string>((depth, self) => depth > 4 ? AnyOf(Scalars) : Gen.Frequency(
        (2, AnyOf(Scalars)),
        (2, self.List[0, 4].Select(items => $"[{string.Join(',', items)}]")),
        (4, Gen.Select(AnyOf(Keys), self).List[0, 6].Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"))));

    /// <summary>A list of regions, some of them for controls called a, b and c.</summary>
    public static readonly Gen<string> Result = Gen.Select(AnyOf("a", "b", "c", "missing"), AnyOf("labels", "choices", "rectanglelabels", "textarea", "rating", "relation"), Value,
        (name, type, value) => $$"""{"id":"r","from_name":"{{name}}","to_name":"a","type":"{{type}}","value":{{value}}}""").List[0, 3].Select(regions => $"[{string.Join(',', regions)}]");

    /// <summary>One of the texts.</summary>
    public static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
