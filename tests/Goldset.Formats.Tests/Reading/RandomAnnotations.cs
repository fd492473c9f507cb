using System.Globalization;
using CsCheck;

namespace Goldset.Formats.Tests.Reading;

/// <summary>Tasks whose annotations a format can hold in full.</summary>
internal static class RandomAnnotations
{
    public const string Shapes = """
        <View>
          <Image name="photo" value="$picture"/>
          <RectangleLabels name="box" toName="photo"><Label value="car"/><Label value="a b"/><Label value="über 😀" category="7"/></RectangleLabels>
          <PolygonLabels name="poly" toName="photo"><Label value="car"/><Label value="tree"/></PolygonLabels>
        </View>
        """;

    public const string Skeletons = """
        <View>
          <Image name="photo" value="$picture"/>
          <RectangleLabels name="box" toName="photo"><Label value="dog"/><Label value="cat"/></RectangleLabels>
          <KeyPointLabels name="point" toName="photo"><Label value="tail" model_index="2"/><Label value="nose" model_index="0"/><Label value="ear" model_index="1"/></KeyPointLabels>
        </View>
        """;

    public const string Spans = """<View><Text name="words" value="$sentence"/><Labels name="ner" toName="words"><Label value="PER"/><Label value="my org"/><Label value="B-x"/></Labels></View>""";

    public const string Answers = """
        <View>
          <Image name="photo" value="$picture"/>
          <RectangleLabels name="box" toName="photo"><Label value="car"/><Label value="a b"/></RectangleLabels>
          <PolygonLabels name="poly" toName="photo"><Label value="car"/><Label value="tree"/></PolygonLabels>
          <Choices name="mood" toName="photo" choice="multiple"><Choice value="good"/><Choice value="so, so"/></Choices>
          <TextArea name="note" toName="photo"/>
        </View>
        """;

    private static readonly Gen<double> Percent = Gen.Frequency((4, Gen.Double[0, 100]), (1, Gen.Int[0, 100].Select(whole => (double)whole)));

    private static readonly Gen<(int Width, int Height)> Size = Gen.Select(Gen.Int[1, 4000], Gen.Int[1, 4000]);

    private static readonly Gen<string> Place = Gen.Select(Percent, Percent, Percent, Percent)
        .Select((x, y, width, height) => $"\"x\":{Json(x)},\"y\":{Json(y)},\"width\":{Json(width)},\"height\":{Json(height)}");

    private static readonly Gen<string> Polygon = Gen.Select(Gen.Select(Percent, Percent).Array[3, 8], Gen.OneOf("car", "tree")).Select((points, label) =>
        $$"""{"points":[{{string.Join(',', points.Select(point => $"[{Json(point.Item1)},{Json(point.Item2)}]"))}}],"closed":true,"polygonlabels":["{{label}}"]}""");

    private static readonly Gen<string> Choice = Gen.OneOf("""{"choices":["good"]}""", """{"choices":["so, so"]}""", """{"choices":["good","so, so"]}""");

    private static readonly Gen<string> Note = Gen.OneOf("""{"text":["plain"]}""", """{"text":["a\nb \"c\" ü"]}""", """{"text":["one","two"]}""");

    /// <summary>Rectangles that are not turned, and polygons.</summary>
    public static Gen<string> ShapeTasks(Gen<int> annotations) => Tasks(
        Gen.OneOf(Box(Gen.Const(0.0), "car", "a b", "über 😀").Select(value => ("box", "rectanglelabels", value)), Polygon.Select(value => ("poly", "polygonlabels", value))), annotations);

    /// <summary>Turned rectangles that have an inside, and polygons that are no quadrangles.</summary>
    public static Gen<string> TurnedTasks { get; } = Tasks(
        Gen.OneOf(
            Gen.Select(Percent, Percent, Gen.Double[1, 90], Gen.Double[1, 90], Gen.Double[0, 359.9])
                .Select((x, y, width, height, turn) => ("box", "rectanglelabels", $$"""{"x":{{Json(x)}},"y":{{Json(y)}},"width":{{Json(width)}},"height":{{Json(height)}},"rotation":{{Json(turn)}},"rectanglelabels":["car"]}""")),
            Polygon.Where(value => value.Split("],[").Length != 4).Select(value => ("poly", "polygonlabels", value))),
        Gen.Const(1));

    /// <summary>Shapes with choices and texts of the whole image.</summary>
    public static Gen<string> AnswerTasks { get; } = Tasks(
        Gen.OneOf(
            Box(Gen.Double[0, 359], "car", "a b").Select(value => ("box", "rectanglelabels", value)),
            Polygon.Select(value => ("poly", "polygonlabels", value)),
            Choice.Select(value => ("mood", "choices", value)),
            Note.Select(value => ("note", "textarea", value))),
        Gen.Int[1, 3]);

    /// <summary>Bodies with the points that belong to them.</summary>
    public static Gen<string> SkeletonTasks { get; } = Gen.Select(Box(Gen.Const(0.0), "dog", "cat"), Gen.Shuffle((string[])["nose", "ear", "tail"], 1, 3), Gen.Select(Percent, Percent).Array[3]).Array[1, 3]
        .Select(bodies => string.Join(',', bodies.Select((body, at) =>
            Region($"b{at}", "box", "rectanglelabels", body.Item1, (640, 480)) + string.Concat(body.Item2.Select((label, n) => "," + Region(
                $"p{at}-{n}", "point", "keypointlabels", $$"""{"x":{{Json(body.Item3[n].Item1)}},"y":{{Json(body.Item3[n].Item2)}},"width":1,"keypointlabels":["{{label}}"]}""", (640, 480), $"b{at}"))))))
        .Array[1, 3].Select(results => Document(results.Select((result, at) => Task(at, Image(at), [result]))));

    /// <summary>Texts of words, and spans of whole words that do not overlap.</summary>
    public static Gen<string> SpanTasks { get; } = Gen.Select(
            Gen.OneOf("word", "Ünï", "😀", "x1", "U.S", "(", "...", "end").Array[1, 12],
            Gen.Select(Gen.Int[0, 2], Gen.Int[1, 3], Gen.OneOf("PER", "my org", "B-x")).Array[0, 5])
        .Select(SpanTask).Array[1, 4].Select(tasks => Document(tasks.Select((task, at) => task(at))));

    private static Gen<string> Box(Gen<double> turn, params string[] labels) =>
        Gen.Select(Place, turn, Gen.OneOf(labels)).Select((place, rotation, label) => $$"""{{{place}},"rotation":{{Json(rotation)}},"rectanglelabels":["{{label}}"]}""");

    private static Gen<string> Tasks(Gen<(string From, string Type, string Value)> region, Gen<int> annotations) =>
        Gen.Select(annotations.SelectMany(count => region.Array[1, 6].Array[count]), Size).Array[1, 4].Select(tasks => Document(tasks.Select((task, at) => Task(
            at, Image(at), [.. task.Item1.Select((result, a) => string.Join(',', result.Select((r, n) => Region($"r{a}-{n}", r.From, r.Type, r.Value, task.Item2))))]))));

    private static string Image(int at) => $$"""{"picture":"/data/upload/1/im{{at}}.png"}""";

    private static string Region(string id, string from, string type, string value, (int Width, int Height) size, string? parent = null)
    {
        var sized = type is "choices" or "textarea" ? "" : $",\"original_width\":{size.Width},\"original_height\":{size.Height}";
        var belongs = parent is null ? "" : $",\"parentID\":\"{parent}\"";
        return $$"""{"id":"{{id}}","from_name":"{{from}}","to_name":"photo","type":"{{type}}","value":{{value}}{{sized}}{{belongs}} }""";
    }

    private static Func<int, string> SpanTask(string[] words, (int Skip, int Length, string Label)[] spans)
    {
        var starts = words.Select((_, at) => words.Take(at).Sum(word => word.EnumerateRunes().Count() + 1)).ToArray();
        var text = string.Join(' ', words);
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var regions = new List<string>();
        var next = 0;
        foreach (var (skip, length, label) in spans)
        {
            var first = next + skip;
            var last = Math.Min(first + length, words.Length) - 1;
            if (first > last)
            {
                break;
            }

            var (start, end) = (starts[first], starts[last] + words[last].EnumerateRunes().Count());
            var covered = string.Concat(runes[start..end]);
            regions.Add($$"""{"id":"s{{first}}","from_name":"ner","to_name":"words","type":"labels","value":{"start":{{start}},"end":{{end}},"text":"{{covered}}","labels":["{{label}}"]} }""");
            next = last + 1;
        }

        return at => Task(at, $$"""{"sentence":"{{text}}"}""", [string.Join(',', regions)]);
    }

    private static string Task(int at, string data, string[] results)
    {
        var annotations = results.Select((result, a) => $$"""{"id":{{a + 1}},"created_at":"2024-01-0{{9 - a}}","lead_time":1.5,"result":[{{result}}]}""");
        return $$"""{"id":{{at + 1}},"data":{{data}},"annotations":[{{string.Join(',', annotations)}}]}""";
    }

    private static string Document(IEnumerable<string> tasks) => $"[{string.Join(',', tasks)}]";

    private static string Json(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
