using System.Buffers.Binary;
using System.Text.Json;
using CsCheck;
using Goldset.Formats.Reading;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Reading;

/// <summary>What a format can hold comes back: export and import give equal annotations, as exactly as the format says.</summary>
public sealed class RoundTripTests
{
    private const double Exact = 1e-9;

    [Theory]
    [InlineData("COCO")]
    [InlineData("COCO_WITH_IMAGES")]
    public async Task Shapes_come_back_from_COCO(string format) =>
        await RandomAnnotations.ShapeTasks(Gen.Int[1, 3]).SampleAsync(tasks => CheckAsync(format, "COCO", RandomAnnotations.Shapes, tasks, Exact), iter: 100);

    [Fact]
    public async Task Shapes_come_back_from_YOLO_with_images() =>
        await RandomAnnotations.ShapeTasks(Gen.Const(1)).SampleAsync(tasks => CheckAsync("YOLO_WITH_IMAGES", "YOLO", RandomAnnotations.Shapes, tasks, Exact), iter: 100);

    [Fact]
    public async Task Shapes_come_back_from_YOLO_without_images_but_for_the_size() =>
        await RandomAnnotations.ShapeTasks(Gen.Const(1)).SampleAsync(
            tasks => CheckAsync("YOLO", "YOLO", RandomAnnotations.Shapes, tasks, Exact, new DatasetOptions { MissingImageEnding = ".png" }, "original_width", "original_height"), iter: 100);

    [Fact]
    public async Task Turned_boxes_come_back_from_YOLO_OBB() =>
        await RandomAnnotations.TurnedTasks.SampleAsync(tasks => CheckAsync("YOLO_OBB_WITH_IMAGES", "YOLO_OBB", RandomAnnotations.Shapes, tasks, 1e-6), iter: 100);

    [Fact]
    public async Task Skeletons_come_back_from_YOLO() =>
        await RandomAnnotations.SkeletonTasks.SampleAsync(
            tasks => CheckAsync("YOLO", "YOLO", RandomAnnotations.Skeletons, tasks, Exact, new DatasetOptions { MissingImageEnding = ".png" }, "original_width", "original_height"), iter: 100);

    [Fact]
    public async Task Boxes_come_back_from_VOC_to_the_pixel() =>
        await RandomAnnotations.ShapeTasks(Gen.Const(1)).SampleAsync(async tasks =>
        {
            var (before, after) = await ThereAndBackAsync("VOC", "VOC", RandomAnnotations.Shapes, tasks, new DatasetOptions());
            foreach (var (expected, actual) in Pairs(before, after, result => result.Where(region => region.GetProperty("type").GetString() == "rectanglelabels")))
            {
                var (width, height) = (expected.GetProperty("original_width").GetDouble(), expected.GetProperty("original_height").GetDouble());
                foreach (var (name, whole) in ((string, double)[])[("x", width), ("y", height), ("width", width), ("height", height)])
                {
                    Number(actual, name).ShouldBe(Number(expected, name), (1.0001 / whole * 100) + Exact);
                }

                Differences(expected, actual, double.PositiveInfinity, []).ShouldBeEmpty();
            }
        }, iter: 100);

    [Fact]
    public async Task Spans_come_back_from_CoNLL() =>
        await RandomAnnotations.SpanTasks.SampleAsync(tasks => CheckAsync("CONLL2003", "CONLL2003", RandomAnnotations.Spans, tasks, Exact), iter: 200);

    [Fact]
    public async Task Everything_comes_back_from_JSON_lines() =>
        await RandomAnnotations.AnswerTasks.SampleAsync(tasks => CheckAsync("JSONL", "JSONL", RandomAnnotations.Answers, tasks, 0, null, []), iter: 50);

    [Fact]
    public async Task Answers_and_shapes_come_back_from_Parquet() =>
        await RandomAnnotations.AnswerTasks.SampleAsync(tasks => CheckAsync("PARQUET", "PARQUET", RandomAnnotations.Answers, tasks, Exact), iter: 50);

    private static async Task CheckAsync(string format, string reader, string config, string tasks, double precision, DatasetOptions? options = null, params string[] lost)
    {
        var (before, after) = await ThereAndBackAsync(format, reader, config, tasks, options ?? new DatasetOptions());
        foreach (var (expected, actual) in Pairs(before, after, result => result))
        {
            Differences(expected, actual, precision, lost).ShouldBeEmpty();
        }
    }

    private static async Task<(IReadOnlyList<JsonElement> Before, IReadOnlyList<JsonElement> After)> ThereAndBackAsync(
        string format, string reader, string xml, string tasks, DatasetOptions options)
    {
        var config = LabelConfig.Parse(xml);
        var source = InMemoryTasks.FromArray(tasks);
        using var document = JsonDocument.Parse(tasks);
        List<JsonElement> before = [.. document.RootElement.EnumerateArray().Select(task => task.Clone())];

        var exported = await Exported.WriteAsync(format, new ExportInput(config, source) { Media = new Pictures(before) });
        var read = await ReadDataset.FileAsync(reader, $"export.{exported.Type.Extension}", exported.Bytes, options with { Config = config });

        read.Report.Problems.ShouldBeEmpty();
        read.Missing.ShouldBeEmpty();
        read.Tasks.Count.ShouldBe(before.Count);
        return (before, read.Tasks);
    }

    /// <summary>The regions of all annotations before and after. Formats keep the regions of a control together, and know no ids.</summary>
    private static IEnumerable<(JsonElement Before, JsonElement After)> Pairs(
        IReadOnlyList<JsonElement> before, IReadOnlyList<JsonElement> after, Func<IEnumerable<JsonElement>, IEnumerable<JsonElement>> held)
    {
        foreach (var (expected, actual) in before.Zip(after))
        {
            var was = expected.GetProperty("annotations").EnumerateArray().Select(annotation => Sorted(held(annotation.GetProperty("result").EnumerateArray()))).ToList();
            var became = actual.GetProperty("annotations").EnumerateArray().Select(annotation => Sorted(annotation.GetProperty("result").EnumerateArray())).ToList();
            became.Select(result => result.Count).ShouldBe(was.Select(result => result.Count));
            foreach (var pair in was.Zip(became).SelectMany(pair => pair.First.Zip(pair.Second)))
            {
                yield return pair;
            }
        }

        static List<JsonElement> Sorted(IEnumerable<JsonElement> result)
        {
            var all = result.ToList();
            var bodies = all.Where(region => region.GetProperty("type").GetString() == "rectanglelabels").Select(region => region.GetProperty("id").GetString()).ToList();
            return [.. all.GroupBy(region => region.GetProperty("from_name").GetString()).OrderBy(group => group.Key, StringComparer.Ordinal)
                .SelectMany(group => group.OrderBy(region => region.TryGetProperty("parentID", out var parent) ? bodies.IndexOf(parent.GetString()) : 0)
                    .ThenBy(region => region.GetProperty("value").TryGetProperty("keypointlabels", out var label) ? label[0].GetString() : ""))];
        }
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, double precision, string[] lost)
    {
        foreach (var name in (string[])["from_name", "to_name", "type", "original_width", "original_height"])
        {
            if (!lost.Contains(name) && Text(expected, name) != Text(actual, name))
            {
                yield return $"{name}: expected {Text(expected, name)}, got {Text(actual, name)}";
            }
        }

        if (expected.TryGetProperty("parentID", out _) != actual.TryGetProperty("parentID", out _))
        {
            yield return "one belongs to something, the other does not";
        }

        if (!AreEqual(expected.GetProperty("value"), actual.GetProperty("value"), precision))
        {
            yield return $"value: expected {expected.GetProperty("value")}, got {actual.GetProperty("value")}";
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static double Number(JsonElement region, string name) => region.GetProperty("value").GetProperty(name).GetDouble();

    private static bool AreEqual(JsonElement expected, JsonElement actual, double precision) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Math.Abs(expected.GetDouble() - actual.GetDouble()) <= precision * Math.Max(1, Math.Abs(expected.GetDouble())),
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == actual.GetArrayLength()
            && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second, precision)),
        (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().Select(field => field.Name).Order().SequenceEqual(actual.EnumerateObject().Select(field => field.Name).Order())
            && expected.EnumerateObject().All(field => AreEqual(field.Value, actual.GetProperty(field.Name), precision)),
        _ => JsonElement.DeepEquals(expected, actual),
    };

    /// <summary>A PNG of the size that the regions of the task say, as far as it is read.</summary>
    private sealed class Pictures(IReadOnlyList<JsonElement> tasks) : IMediaSource
    {
        public Task<Stream> OpenAsync(string address, CancellationToken cancellationToken)
        {
            var task = tasks.First(task => task.GetProperty("data").GetProperty("picture").GetString() == address);
            var region = task.GetProperty("annotations").EnumerateArray().SelectMany(annotation => annotation.GetProperty("result").EnumerateArray()).First(region => region.TryGetProperty("original_width", out _));
            var png = new byte[64];
            ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).CopyTo(png);
            BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), region.GetProperty("original_width").GetInt32());
            BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), region.GetProperty("original_height").GetInt32());
            (png[24], png[25]) = (8, 2);
            "IDAT"u8.CopyTo(png.AsSpan(37));
            return System.Threading.Tasks.Task.FromResult<Stream>(new MemoryStream(png));
        }
    }
}
