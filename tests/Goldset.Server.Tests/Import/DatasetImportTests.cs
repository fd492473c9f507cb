using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Import;

/// <summary>Datasets of other tools become tasks with annotations.</summary>
public sealed class DatasetImportTests(TestServers servers)
{
    private const string Boxes = """<View><Image name="pic" value="$photo"/><RectangleLabels name="box" toName="pic"><Label value="cat"/></RectangleLabels></View>""";

    private static readonly (string Name, byte[] Content)[] Yolo =
    [
        ("classes.txt", "cat\ndog\n"u8.ToArray()), ("images/a.png", Png(40, 20)), ("labels/a.txt", "0 0.5 0.5 0.5 0.5\n1 0.25 0.5 0.1 0.2\n"u8.ToArray()), ("images/b.png", Png(10, 10)),
    ];

    [Theory, EachEngine]
    public async Task An_archive_brings_its_images_its_annotations_and_the_labeling_config(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var admin = server.Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);

        var reply = (await admin.SendAsync(Request(project, "?format=yolo&return_task_ids=true", ("set.zip", Archive(Yolo))))).ShouldHaveStatus(201).Json;

        reply["task_count"]!.GetValue<int>().ShouldBe(2);
        reply["annotation_count"]!.GetValue<int>().ShouldBe(1);
        reply["task_ids"]!.AsArray().Count.ShouldBe(2);
        reply["data_columns"]!.ToJsonString().ShouldBe("""["image"]""");
        reply["dataset"]!["format"]!.GetValue<string>().ShouldBe("YOLO");
        reply["dataset"]!["labels"]!.ToJsonString().ShouldBe("""["cat","dog"]""");
        var config = (await admin.GetAsync($"/api/projects/{project}/")).Json["label_config"]!.GetValue<string>();
        config.ShouldContain("""<RectangleLabels name="label" toName="image">""");
        var tasks = await admin.TasksAsync(project);
        var image = tasks[0]["data"]!["image"]!.GetValue<string>();
        image.ShouldEndWith("-a.png");
        (await admin.GetAsync(image)).ShouldHaveStatus(200);
        tasks[0]["file_upload"].ShouldNotBeNull();
        var region = tasks[0]["annotations"]![0]!["result"]![1]!;
        region["value"]!.ToJsonString().ShouldBe("""{"x":20,"y":40,"width":10,"height":20,"rotation":0,"rectanglelabels":["dog"]}""");
        region["original_width"]!.GetValue<int>().ShouldBe(40);
        // Only the images are kept.
        Directory.GetFiles(Path.Combine(server.Options.MediaDirectory, "upload"), "*", SearchOption.AllDirectories).Select(Path.GetExtension).ShouldBe([".png", ".png"]);
        (await admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().Count.ShouldBe(2);
    }

    [Theory, EachEngine]
    public async Task What_does_not_fit_is_told_and_leaves_nothing(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var admin = server.Admin;
        var project = await admin.CreateProjectAsync(Boxes);

        (await SendAsync("?format=YOLO", Yolo)).ShouldHaveStatus(400).ErrorsOf("label_config").ShouldBe(
            ["The labeling config does not fit the dataset: RectangleLabels \"box\" lacks the labels \"dog\". It is extended with extend_config=true."]);
        (await SendAsync("?format=auto", [.. Yolo, ("labels/b.txt", "0 1 1\n7 .1 .1 .1 .1"u8.ToArray())])).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(
            ["labels/b.txt, line 1: there are 2 numbers behind the class, which is neither a box nor a polygon", "labels/b.txt, line 2: there is no class 7"]);
        (await SendAsync("?format=COCO", Yolo)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(["there is no JSON file with images, annotations and categories"]);
        (await SendAsync("?format=auto", [("a.bin", [1])])).ShouldHaveStatus(400).ErrorsOf("non_field_errors").Single().ShouldStartWith("The files look like no dataset");
        (await SendAsync("?format=TFRECORD", Yolo)).ShouldHaveStatus(400).ErrorsOf("format").Single().ShouldStartWith("TFRECORD is not supported import format. Supported: auto, COCO,");
        (await SendAsync("?format=YOLO&as=drafts", Yolo)).ShouldHaveStatus(400);
        // A prediction that the config refuses is found when the images are stored already.
        (await SendAsync("?format=YOLO&as=predictions&extend_config=yes", [.. Yolo, ("labels/b.txt", "0 3 3 1 1"u8.ToArray())])).ShouldHaveStatus(400);
        (await admin.TaskNumberAsync(project)).ShouldBe(0);
        (await admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().ShouldBeEmpty();
        Directory.GetFiles(server.Options.MediaDirectory, "*.*", SearchOption.AllDirectories).Where(file => file.Contains("upload")).ShouldBeEmpty();

        var done = (await SendAsync("?format=YOLO&as=predictions&model_version=v9&extend_config=true", Yolo)).ShouldHaveStatus(201).Json;

        done["prediction_count"]!.GetValue<int>().ShouldBe(1);
        var task = (await admin.TasksAsync(project))[0];
        task["data"]!["photo"].ShouldNotBeNull();
        task["predictions"]![0]!["model_version"]!.GetValue<string>().ShouldBe("v9");
        task["predictions"]![0]!["result"]![0]!["from_name"]!.GetValue<string>().ShouldBe("box");
        (await admin.GetAsync($"/api/projects/{project}/")).Json["label_config"]!.GetValue<string>().ShouldContain("<Label value=\"dog\"");

        Task<ApiReply> SendAsync(string query, (string, byte[])[] files) => admin.SendAsync(Request(project, query, ("set.zip", Archive(files))));
    }

    [Theory, EachEngine]
    public async Task A_dataset_is_looked_at_first_and_imported_as_a_job_then(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Importing.AnyData);
        var coco = Encoding.UTF8.GetBytes("""
            {"images":[{"id":1,"width":100,"height":100,"file_name":"https://example.com/a.jpg"}],"categories":[{"id":3,"name":"tree"}],
             "annotations":[{"id":1,"image_id":1,"category_id":3,"bbox":[1,2,3,4]},{"id":2,"image_id":1,"category_id":4,"bbox":[1,2,3,4]}]}
            """);

        var seen = (await admin.SendAsync(Request(project, "?format=auto&commit_to_project=false", ("instances.json", coco)))).ShouldHaveStatus(201).Json;

        seen["task_count"]!.GetValue<int>().ShouldBe(1);
        seen["could_be_tasks_list"]!.GetValue<bool>().ShouldBeFalse();
        var found = seen["dataset"]!;
        (found["format"]!.GetValue<string>(), found["region_count"]!.GetValue<int>(), found["sets_config"]!.GetValue<bool>(), found["problem_count"]!.GetValue<int>()).ShouldBe(("COCO", 1, true, 1));
        found["problems"]!.ToJsonString().ShouldBe("""[{"file":"instances.json","line":null,"reason":"annotation 2: there is no category 4"}]""");
        found["label_config"]!.GetValue<string>().ShouldContain("tree");
        (await admin.TaskNumberAsync(project)).ShouldBe(0);

        var ids = new { file_upload_ids = seen["file_upload_ids"]!.AsArray().Select(id => id!.GetValue<long>()).ToArray() };
        (await admin.PostAsync($"/api/projects/{project}/reimport?format=COCO", ids)).ShouldHaveStatus(400).ErrorsOf("non_field_errors").ShouldBe(["instances.json: annotation 2: there is no category 4"]);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/reimport?format=COCO&skip_unreadable=true") { Content = System.Net.Http.Json.JsonContent.Create(ids) };
        var ended = await admin.EndOfImportAsync((await admin.SendAsync(request.RespondAsync())).Headers["Location"]);

        ended["error"].ShouldBeNull();
        ended["task_count"]!.GetValue<int>().ShouldBe(1);
        (await admin.DataAsync(project)).ShouldBe(["""{"image":"https://example.com/a.jpg"}"""]);
        (await admin.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task An_exported_project_comes_back_equal(Engine engine)
    {
        var admin = (await servers.SharedAsync(engine)).Admin;
        var project = await admin.CreateProjectAsync(Boxes);
        (await admin.SendAsync(Request(project, "?format=YOLO&extend_config=true", ("set.zip", Archive(Yolo))))).ShouldHaveStatus(201);
        foreach (var (export, format, query) in ((string, string, string)[])[("COCO_WITH_IMAGES", "COCO", ""), ("YOLO_WITH_IMAGES", "YOLO", ""), ("JSONL", "JSONL", ""), ("PARQUET", "PARQUET", "")])
        {
            var exported = (await admin.GetAsync($"/api/projects/{project}/export?exportType={export}&download_all_tasks=true")).ShouldHaveStatus(200).Bytes;
            var copy = await admin.CreateProjectAsync((await admin.GetAsync($"/api/projects/{project}/")).Json["label_config"]!.GetValue<string>());

            (await admin.SendAsync(Request(copy, $"?format={format}{query}", (format is "JSONL" or "PARQUET" ? $"x.{format}" : "x.zip", exported)))).ShouldHaveStatus(201);

            (await RegionsAsync(copy)).ShouldBe(await RegionsAsync(project), format);
        }

        async Task<string[]> RegionsAsync(long of) => [.. (await admin.TasksAsync(of)).SelectMany(task => task["annotations"]!.AsArray())
            .SelectMany(annotation => annotation!["result"]!.AsArray()).Select(region => $"{region!["from_name"]} {region["to_name"]} {region["type"]} {region["value"]!.ToJsonString()} {region["original_width"]}")];
    }

    internal static HttpRequestMessage Request(long project, string query, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), $"file{form.Count()}", name);
        return new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/import{query}") { Content = form };
    }

    internal static byte[] Archive(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A PNG as far as its size is read.</summary>
    internal static byte[] Png(int width, int height)
    {
        var png = new byte[64];
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).CopyTo(png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        (png[24], png[25]) = (8, 2);
        "IDAT"u8.CopyTo(png.AsSpan(37));
        return png;
    }
}
