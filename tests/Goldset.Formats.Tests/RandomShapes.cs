using CsCheck;

namespace Goldset.Formats.Tests;

/// <summary>Tasks about images, texts and recordings whose regions are sometimes whole and sometimes lack a part or hold something else.</summary>
internal static class RandomShapes
{
    public const string Config = """
        <View>
          <Image name="image" value="$image"/>
          <RectangleLabels name="box" toName="image"><Label value="a"/><Label value="b" category="1"/></RectangleLabels>
          <PolygonLabels name="poly" toName="image"><Label value="a"/></PolygonLabels>
          <BrushLabels name="brush" toName="image"><Label value="c"/></BrushLabels>
          <EllipseLabels name="round" toName="image"><Label value="c"/></EllipseLabels>
          <Labels name="span" toName="image"><Label value="s"/></Labels>
          <TextArea name="note" toName="image"/>
        </View>
        """;

    private static readonly Gen<string> Number = Gen.OneOf(Gen.Double[-20, 120].Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), Gen.OneOf("0", "null", "\"7\"", "1e400"));

    private static readonly Gen<string> Label = Gen.OneOf("""["a"]""", """["a","b"]""", """["new/😀"]""", "[]", "null", "\"a\"", "[1]");

    private static readonly Gen<string> Points = Gen.Select(Number, Number).Array[0, 4].Select(points => $"[{string.Join(',', points.Select(p => $"[{p.Item1},{p.Item2}]"))}]");

    private static readonly Gen<string> Rle = Gen.Frequency(
        (1, Gen.Byte.Array[0, 30].Select(bytes => $"[{string.Join(',', bytes)}]")),
        (3, Gen.Byte.Array[12].Select(opacity => $"[{string.Join(',', Masks.RunLength.Encode(opacity))}]")));

    private static readonly Gen<string> Value = Gen.Select(Number, Number, Number, Label, Points, Rle, Gen.Int[0, 127]).Select((x, y, w, label, points, rle, keys) =>
        "{" + string.Join(',', new[]
        {
            $"\"x\":{x},\"y\":{y}", $"\"width\":{w},\"height\":{w}", $"\"rotation\":{x}", $"\"rectanglelabels\":{label}", $"\"polygonlabels\":{label},\"points\":{points}",
            $"\"brushlabels\":{label},\"rle\":{rle}", $"\"labels\":{label},\"start\":{x},\"end\":{y},\"text\":{label}",
        }.Where((_, index) => (keys & (1 << index)) != 0)) + "}");

    private static readonly Gen<string> Region = Gen.Select(Gen.OneOf("box", "poly", "brush", "round", "span", "note", "gone"), Value, Gen.OneOf("4", "100", "null", "\"4\"", "0"), Gen.Bool)
        .Select((from, value, size, sized) => $$"""{"from_name":"{{from}}","type":"x","value":{{value}}{{(sized ? $",\"original_width\":{size},\"original_height\":3" : "")}}}""");

    private static readonly Gen<string> Annotation = Gen.Select(Region.Array[0, 5], Gen.Int[1, 5], Gen.Bool)
        .Select((regions, day, skipped) => $$"""{"id":{{day}},"created_at":"2024-01-0{{day}}","completed_by":1,"was_cancelled":{{(skipped ? "true" : "false")}},"result":[{{string.Join(',', regions)}}]}""");

    /// <summary>Any such task; images repeat.</summary>
    public static readonly Gen<string> Task = Gen.Select(
            Annotation.Array[0, 3],
            Gen.OneOf("\"http://example.com/a/1.png\"", "\"http://example.com/b/1.png\"", "\"/data/upload/1/x.wav\"", "\"s3://b/../k.jpg\"", "\"..\"", "null", "[\"p.png\"]", "\"a text: 'quoted' (here)\""))
        .Select((annotations, image) => $$"""{"id":1,"data":{"image":{{image}}},"annotations":[{{string.Join(',', annotations)}}]}""");
}
