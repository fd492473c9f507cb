using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Tests.Golden;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Archives;

/// <summary>Archives, and which images are in them under which names.</summary>
public sealed class ArchiveTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomShapes.Config);

    [Fact]
    public async Task More_files_than_a_plain_archive_can_count_are_all_there()
    {
        const int Many = 70_000;
        var tasks = Enumerable.Range(0, Many).Select(i => TaskOf($"http://example.com/{i}.png", i)).ToArray();

        var exported = await Exported.WriteAsync("YOLO", Config, new InMemoryTasks(tasks));

        using var archive = new ZipArchive(new MemoryStream(exported.Bytes));
        archive.Entries.Count.ShouldBe(Many + 4);
        using var last = new StreamReader(await archive.Entries[^3].OpenAsync());
        (await last.ReadToEndAsync()).ShouldBe("0 0.5 0.5 0.02 0.02\n");
        exported.Receipt.RegionsOut.ShouldBe(Many);
    }

    [Theory]
    [InlineData("COCO", "images/,result.json")]
    [InlineData("YOLO", "images/,labels/,classes.txt,notes.json")]
    [InlineData("VOC", "images/,Annotations/")]
    [InlineData("ASR_MANIFEST", "audio/,manifest.json")]
    [InlineData("BRUSH_TO_COCO", "images/,result_coco.json")]
    [InlineData("BRUSH_TO_PNG", "")]
    public async Task Without_tasks_the_layout_remains(string format, string entries) =>
        string.Join(',', (await Exported.WriteAsync(format, Config, new InMemoryTasks())).Entries.Keys).ShouldBe(entries);

    [Theory]
    [InlineData("YOLO")]
    [InlineData("VOC")]
    public async Task Of_several_annotations_of_an_image_the_oldest_stays_and_the_others_are_reported(string format)
    {
        const string Task = """
            {"id":1,"data":{"image":"http://example.com/1.png"},"annotations":[
            {"created_at":"2024-01-02","result":[{"from_name":"box","original_width":10,"original_height":10,"value":{"x":1,"y":1,"width":1,"height":1,"rectanglelabels":["a"]}},
              {"from_name":"box","original_width":10,"original_height":10,"value":{"x":2,"y":1,"width":1,"height":1,"rectanglelabels":["a"]}}]},
            {"created_at":"2024-01-01","result":[{"from_name":"box","original_width":10,"original_height":10,"value":{"x":90,"y":1,"width":1,"height":1,"rectanglelabels":["b"]}}]}]}
            """;

        var exported = await Exported.WriteAsync(format, Config, new InMemoryTasks(Task));

        Encoding.UTF8.GetString(exported.Files.Single(file => file.Key.StartsWith(format == "VOC" ? "Annotations/" : "labels/", StringComparison.Ordinal)).Value)
            .ShouldContain(format == "VOC" ? "<name>b</name>" : "1 0.905");
        (exported.Receipt.RegionsIn, exported.Receipt.RegionsOut, exported.Receipt.LeftOut[LeftOutReason.Replaced]).ShouldBe((3, 1, 2));
    }

    [Fact]
    public async Task Images_are_in_the_archive_once_and_what_is_missing_is_reported()
    {
        var tasks = new InMemoryTasks(
            TaskOf("/data/upload/1/a.png", 1), TaskOf("http://example.com/x/a.png", 2), TaskOf("/data/upload/1/a.png", 3), TaskOf("http://example.com/gone.png", 4), TaskOf("http://example.com/gone.png", 5));
        var input = new ExportInput(Config, tasks)
        {
            Media = new Files(("/data/upload/1/a.png", "one"), ("http://example.com/x/a.png", "two")),
            WithReport = true,
        };

        var coco = await Exported.WriteAsync("COCO_WITH_IMAGES", input);
        var voc = await Exported.WriteAsync("VOC", input);

        coco.Files.Keys.ShouldBe(["images/a.png", "images/5575f60b__a.png", "result.json", "report.json"], ignoreOrder: true);
        Encoding.UTF8.GetString(coco.Files["images/a.png"]).ShouldBe("one");
        using var result = JsonDocument.Parse(coco.Files["result.json"]);
        result.RootElement.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("file_name").GetString()).ShouldBe(
            ["images/a.png", "images/5575f60b__a.png", "images/a.png", "http://example.com/gone.png", "http://example.com/gone.png"]);
        using var report = JsonDocument.Parse(coco.Files["report.json"]);
        report.RootElement.GetProperty("missing_files").EnumerateArray().ShouldHaveSingleItem().GetProperty("address").GetString().ShouldBe("http://example.com/gone.png");
        voc.Files.Keys.Where(name => name.StartsWith("images/", StringComparison.Ordinal)).ShouldBe(["images/a.png", "images/a_5575.png"]);
    }

    [Fact]
    public async Task Labels_are_numbered_by_name_or_as_the_configuration_has_them()
    {
        var config = LabelConfig.Parse("""<View><Image name="i" value="$i"/><RectangleLabels name="r" toName="i"><Label value="z"/><Label value="m" category="1"/><Label value="a"/></RectangleLabels></View>""");

        (await ClassesAsync(ClassOrder.Name)).ShouldBe("m\na\nz\n");
        (await ClassesAsync(ClassOrder.Config)).ShouldBe("m\nz\na\n");

        async Task<string> ClassesAsync(ClassOrder order) =>
            Encoding.UTF8.GetString((await Exported.WriteAsync("YOLO", new ExportInput(config, new InMemoryTasks()) { ClassOrder = order })).Files["classes.txt"]);
    }

    [Theory]
    [InlineData("COCO")]
    [InlineData("YOLO")]
    [InlineData("VOC")]
    [InlineData("CONLL2003")]
    [InlineData("ASR_MANIFEST")]
    public async Task A_configuration_without_data_is_refused(string format) =>
        await Should.ThrowAsync<UnfitFormatException>(Exported.WriteAsync(format, LabelConfig.Parse("<View/>"), new InMemoryTasks()));

    [Theory]
    [InlineData("image_keypoints_no_index_1", true)]
    [InlineData("image_keypoints_only_1", false)]
    public async Task Keypoints_without_an_order_are_refused_before_anything_is_written(string name, bool isRefused)
    {
        var golden = new GoldenCase(name);
        var config = LabelConfig.Parse(golden.Config.Xml.Replace("model_index", "other", StringComparison.Ordinal));
        ITaskSource tasks = isRefused ? golden.Tasks : new InMemoryTasks();

        var export = Exported.WriteAsync("COCO", config, tasks);

        if (isRefused)
        {
            (await Should.ThrowAsync<UnfitFormatException>(export)).Message.ShouldStartWith("No keypoint order found.");
        }
        else
        {
            (await export).Files.ShouldContainKey("result.json");
        }
    }

    private static string TaskOf(string image, int id) => $$"""
        {"id":{{id}},"data":{"image":"{{image}}"},"annotations":[{"result":[{"from_name":"box","original_width":10,"original_height":10,
        "value":{"x":49,"y":49,"width":2,"height":2,"rectanglelabels":["a"]} }]}]}
        """;

    private sealed class Files(params (string Address, string Content)[] files) : IMediaSource
    {
        public Task<Stream> OpenAsync(string address, CancellationToken cancellationToken) =>
            files.FirstOrDefault(file => file.Address == address).Content is { } content
                ? Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(content)))
                : throw new MediaUnavailableException("not there");
    }
}
