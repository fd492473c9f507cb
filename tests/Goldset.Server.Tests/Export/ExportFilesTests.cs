using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Import;
using Goldset.Server.Tests.Storages;

namespace Goldset.Server.Tests.Export;

/// <summary>Exports take files along from wherever tasks may have them, and from nowhere else.</summary>
public sealed class ExportFilesTests(TestServers servers, S3Service s3) : IClassFixture<S3Service>
{
    private const string Config =
        """<View><Image name="image" value="$image"/><RectangleLabels name="box" toName="image"><Label value="cat"/></RectangleLabels></View>""";

    [Theory, EachEngine]
    public async Task Images_come_from_uploads_local_files_and_storages_and_the_rest_is_reported(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var project = await server.Admin.CreateProjectAsync(Config);
        var upload = await UploadAsync(server.Admin, project, "a.png", "uploaded");
        var folder = server.Folder("images");
        await File.WriteAllTextAsync(Path.Combine(folder, "b 1.png"), "local");
        await server.Admin.ConnectAsync("localfiles", new { project, path = folder, use_blob_urls = true });
        var bucket = await s3.CreateBucketAsync(("dir/c.jpg", "object"));
        await server.Admin.ConnectAsync("s3", new { project, bucket, s3_endpoint = s3.Address, aws_access_key_id = S3Service.Key, aws_secret_access_key = S3Service.Secret });
        await using var peer = await Peer.StartAsync();
        string[] readable = [$"/data/{upload}", $"{server.Address.ToString().TrimEnd('/')}/data/{upload}", $"/data/local-files/?d={Path.GetFileName(folder)}/b%201.png", $"s3://{bucket}/dir/c.jpg"];
        string[] unreadable =
        [
            $"{peer.Address}/internal.png", "http://169.254.169.254/latest/meta-data", "/data/upload/../../goldset.sqlite3", "/data/upload/1/gone.png", "/etc/passwd", "file:///etc/passwd",
            "/data/local-files/?d=../goldset.sqlite3", "s3://other/c.jpg", $"s3://{bucket}/gone.jpg",
        ];
        await ImportAsync(server.Admin, project, [.. readable, .. unreadable]);

        var reply = (await server.Admin.GetAsync($"/api/projects/{project}/export?exportType=COCO_WITH_IMAGES&report=true")).ShouldHaveStatus(200);

        var files = Unzip(reply.Bytes);
        files.Where(file => file.Key.StartsWith("images/", StringComparison.Ordinal) && file.Key.Length > 7).Select(file => Encoding.UTF8.GetString(file.Value))
            .ShouldBe(["uploaded", "local", "object"], ignoreOrder: true);
        var images = JsonNode.Parse(files["result.json"])!["images"]!.AsArray().Select(image => image!["file_name"]!.GetValue<string>()).ToList();
        images.Take(readable.Length).ShouldAllBe(name => files.ContainsKey(name));
        images.Skip(readable.Length).ShouldBe(unreadable);
        var report = JsonNode.Parse(files["report.json"])!;
        report["files_missing"]!.GetValue<int>().ShouldBe(unreadable.Length);
        report["missing_files"]!.AsArray().Select(missing => missing!["address"]!.GetValue<string>()).ShouldBe(unreadable);
        report["missing_files"]![0]!["reason"]!.GetValue<string>().ShouldContain("reserved network address");
        peer.Rest().ShouldBeEmpty();
    }

    [Theory, EachEngine]
    public async Task Files_of_other_organizations_are_not_there(Engine engine)
    {
        var server = await servers.WithLocalFilesAsync(engine);
        var secret = await UploadAsync(server.Admin, await server.Admin.CreateProjectAsync(Config), "secret.png", "secret");
        using var stranger = await server.SignUpAsync($"stranger-{Guid.NewGuid():N}@example.com");
        var project = await stranger.CreateProjectAsync(Config);
        await ImportAsync(stranger, project, [$"/data/{secret}"]);

        var reply = (await stranger.GetAsync($"/api/projects/{project}/export?exportType=VOC")).ShouldHaveStatus(200);

        Unzip(reply.Bytes).Keys.ShouldBe(["images/", "Annotations/", $"Annotations/{Path.GetFileNameWithoutExtension(secret)}.xml"]);
        reply.Headers["Goldset-Receipt"].ShouldContain("\"files_missing\":1");
    }

    [Theory, EachEngine]
    public async Task Web_addresses_are_fetched_once(Engine engine)
    {
        await using var peer = await Peer.StartAsync(request => request.Path == "/a/pic.png" ? (200, "a") : request.Path == "/b/pic.png" ? (200, "b") : (404, null));
        var server = await servers.SharedAsync(engine, "exports", options => options with { AllowHosts = ["127.0.0.1"] });
        var project = await server.Admin.CreateProjectAsync(Config);
        await ImportAsync(server.Admin, project, [$"{peer.Address}/a/pic.png", $"{peer.Address}/b/pic.png", $"{peer.Address}/a/pic.png", $"{peer.Address}/gone.png"]);

        var voc = Unzip((await server.Admin.GetAsync($"/api/projects/{project}/export?exportType=VOC")).ShouldHaveStatus(200).Bytes);
        var asked = peer.Rest().Select(request => request.Path).Order().ToList();
        var yolo = Unzip((await server.Admin.GetAsync($"/api/projects/{project}/export?exportType=YOLO_WITH_IMAGES")).ShouldHaveStatus(200).Bytes);
        var without = Unzip((await server.Admin.GetAsync($"/api/projects/{project}/export?exportType=VOC&download_resources=false")).ShouldHaveStatus(200).Bytes);

        asked.ShouldBe(["/a/pic.png", "/b/pic.png", "/gone.png"]);
        voc.Keys.Count(name => name.StartsWith("images/pic", StringComparison.Ordinal)).ShouldBe(2);
        yolo.Keys.Count(name => name.EndsWith("__pic.png", StringComparison.Ordinal)).ShouldBe(2);
        yolo.Keys.Count(name => name.EndsWith("__pic.txt", StringComparison.Ordinal)).ShouldBe(2);
        without.Keys.ShouldBe(["images/", "Annotations/", "Annotations/pic.xml", "Annotations/gone.xml"], ignoreOrder: true);
    }

    private static async Task<string> UploadAsync(ApiClient client, long project, string name, string content)
    {
        (await client.UploadAsync(project, name, content)).ShouldHaveStatus(201);
        await client.DeleteAsync($"/api/projects/{project}/tasks/");
        return (await client.GetAsync($"/api/projects/{project}/file-uploads?all=true")).Json.AsArray()[^1]!["file"]!.GetValue<string>();
    }

    private static Task<long[]> ImportAsync(ApiClient client, long project, string[] addresses) => client.ImportAsync(project, addresses.Select(image => new
    {
        data = new { image },
        annotations = new[]
        {
            new
            {
                result = new[]
                {
                    new { from_name = "box", to_name = "image", type = "rectanglelabels", original_width = 10, original_height = 10, value = new { x = 1, y = 1, width = 2, height = 2, rectanglelabels = new[] { "cat" } } },
                },
            },
        },
    }));

    private static Dictionary<string, byte[]> Unzip(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
