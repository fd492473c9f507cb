using System.Text.Json;
using System.Xml.Linq;
using Goldset.Formats.Reading;
using Goldset.Formats.Tests.Golden;

namespace Goldset.Formats.Tests.Reading;

/// <summary>Datasets become the tasks and the configuration that Label Studio's converter makes of them.</summary>
public sealed class GoldenReadingTests
{
    private static readonly string Root = GoldenCase.Folder("export_reverse");

    public static TheoryData<string> Cases => new(Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Reads_what_was_recorded(string name)
    {
        var folder = Path.Combine(Root, name);
        using var about = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "case.json")));
        var given = about.RootElement.GetProperty("options");
        var options = new DatasetOptions
        {
            LikeConverter = true,
            RootUrl = given.TryGetProperty("image_root_url", out var root) ? root.GetString() : null,
            AsPredictions = given.TryGetProperty("out_type", out var type) && type.GetString() == "predictions",
            PointWidth = given.TryGetProperty("point_width", out var width) ? width.GetDouble() : 1,
        };

        var read = about.RootElement.GetProperty("format").GetString() == "coco"
            ? await ReadDataset.FileAsync("COCO", "input.json", await File.ReadAllBytesAsync(Path.Combine(folder, "input.json")), options)
            : await ReadDataset.FolderAsync("YOLO", Path.Combine(folder, "input"), options);

        read.Report.Problems.ShouldBeEmpty();
        using var tasks = JsonDocument.Parse(JsonSerializer.Serialize(read.Tasks));
        var right = ((string[])["accepted", "expected"]).Select(kind => Path.Combine(folder, kind)).First(Directory.Exists);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(right, "tasks.json")));
        JsonComparison.Compare(expected.RootElement, tasks.RootElement).ShouldBeEmpty();
        Shape(XElement.Parse(read.Config)).ShouldBe(Shape(XElement.Load(Path.Combine(right, "label_config.xml"))));
    }

    /// <summary>Elements and attributes in order, colours left out.</summary>
    private static IEnumerable<string> Shape(XElement root) => root.DescendantsAndSelf().Select(element =>
        $"{element.Ancestors().Count()} {element.Name} {string.Join(' ', element.Attributes().Where(attribute => attribute.Name != "background").Select(attribute => attribute.ToString()))}");
}
