using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Data;
using Goldset.Formats;
using Goldset.Labeling;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.Export;

/// <summary>Exports over HTTP.</summary>
public sealed partial class ExportTests(TestServers servers)
{
    private static readonly string Cases = Path.Combine(Golden.Folder, "export");

    /// <summary>One of each kind of recorded project that can be imported as it is.</summary>
    public static TheoryData<Engine, string> Projects => new(
        from folder in Directory.GetDirectories(Cases)
        let name = Path.GetFileName(folder)
        where name.EndsWith("_1", StringComparison.Ordinal) && name != "project_empty_1" && JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "case.json")))!["api"]!.GetValue<string>() == "yes"
        from engine in Enum.GetValues<Engine>()
        select (engine, name));

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task The_server_writes_what_the_library_writes(Engine engine, string name)
    {
        var server = await servers.SharedAsync(engine);
        var config = await File.ReadAllTextAsync(Path.Combine(Cases, name, "config.xml"));
        var project = await server.Admin.CreateProjectAsync(config);
        await server.Admin.ImportAsync(project, Importable(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Cases, name, "tasks.json")))!.AsArray()));
        var address = $"/api/projects/{project}/export?download_all_tasks=true&download_resources=false&exportType=";
        var json = (await server.Admin.GetAsync(address + "JSON")).ShouldHaveStatus(200);
        var file = servers.Folder.CreateSubfolder().FullName + "/tasks.json";
        await File.WriteAllBytesAsync(file, json.Bytes);

        foreach (var format in ExportFormats.All.Where(format => format.Name != "JSON" && !format.Name.EndsWith("WITH_IMAGES", StringComparison.Ordinal)))
        {
            var input = new ExportInput(LabelConfig.Parse(config), new JsonTaskFile(file)) { Origin = server.Address.ToString().TrimEnd('/'), DownloadResources = false };
            var reply = await server.Admin.GetAsync(address + format.Name);
            if (reply.Status == 400)
            {
                reply.ErrorsOf("exportType").ShouldBe([(await Should.ThrowAsync<UnfitFormatException>(WriteAsync(format, input))).Message]);
                continue;
            }
            var (bytes, receipt) = await WriteAsync(format, input);
            reply.ShouldHaveStatus(200);
            Comparable(reply.Bytes).ShouldBe(Comparable(bytes), format.Name);
            reply.Headers["Goldset-Receipt"].ShouldBe(receipt);
        }
    }

    [Theory, EachEngine]
    public async Task A_small_export_has_its_length_and_receipt_in_the_headers_a_large_one_comes_as_it_is_made(Engine engine)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync();
        var tasks = await server.Admin.ImportAsync(project, Enumerable.Range(0, 400).Select(_ => new { text = new string('x', 5000) }));
        await server.Admin.AnnotateAsync(tasks[0]);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("Authorization", $"Token {server.Admin.Token}");

        using var small = await http.GetAsync($"/api/projects/{project}/export?exportType=CSV");
        using var large = await http.GetAsync($"/api/projects/{project}/export?exportType=CSV&download_all_tasks=true");

        small.Content.Headers.ContentLength.ShouldNotBeNull();
        small.Headers.GetValues("Goldset-Receipt").ShouldBe(["""{"tasks":[1,1],"annotations":[1,1],"regions":[1,1],"left_out":{}}"""]);
        large.Headers.TransferEncodingChunked.ShouldBe(true);
        large.Headers.Contains("Goldset-Receipt").ShouldBeFalse();
        (await server.Admin.GetAsync($"/api/projects/{project}/export/receipt?exportType=CSV&download_all_tasks=true")).ShouldHaveStatus(200).Text
            .ShouldBe("""{"tasks":[400,400],"annotations":[1,1],"regions":[1,1],"left_out":{}}""");
    }

    [Theory]
    [EachEngine("exportType=XYZ", "exportType", "XYZ is not supported export format")]
    [EachEngine("exportType=COCO", "exportType", "COCO does not fit this project: no control of its labeling configuration refers to an object with data.")]
    [EachEngine("download_all_tasks=maybe", "download_all_tasks", "Must be a valid boolean.")]
    [EachEngine("class_order=random", "class_order", "\"random\" is not a valid choice.")]
    [EachEngine("ids=a", "ids", "A valid integer is required.")]
    public async Task What_cannot_be_exported_is_refused_with_the_reason(Engine engine, string query, string field, string message)
    {
        var server = await servers.SharedAsync(engine);
        var project = await server.Admin.CreateProjectAsync("<View></View>");

        (await server.Admin.GetAsync($"/api/projects/{project}/export?{query}")).ShouldHaveStatus(400).ErrorsOf(field).ShouldBe([message]);
    }

    private static JsonArray Importable(JsonArray tasks) => new(
        [.. tasks.Select(task => new JsonObject
        {
            ["data"] = task!["data"]!.DeepClone(),
            ["annotations"] = new JsonArray([.. (task["annotations"]?.AsArray() ?? []).Select(annotation => new JsonObject
            {
                ["result"] = annotation!["result"]?.DeepClone() ?? new JsonArray(),
                ["was_cancelled"] = annotation["was_cancelled"]?.DeepClone() ?? false,
                ["lead_time"] = annotation["lead_time"]?.DeepClone(),
            })]),
        })]);

    private static async Task<(byte[] Bytes, string Receipt)> WriteAsync(ExportFormat format, ExportInput input)
    {
        var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        var receipt = await format.Writer.WriteAsync(input, _ => pipe, CancellationToken.None);
        await pipe.CompleteAsync();
        return (stream.ToArray(), ReceiptReport.Line(receipt));
    }

    /// <summary>The files of an export as text, without the time it was made.</summary>
    private static string Comparable(byte[] bytes)
    {
        if (bytes.Length < 4 || !bytes.AsSpan(0, 2).SequenceEqual("PK"u8)) return Convert.ToHexString(bytes);
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            text.Append(entry.FullName).Append('\n').Append(Made().Replace(reader.ReadToEnd(), "")).Append('\n');
        }
        return text.ToString();
    }

    [GeneratedRegex("\"(year\": \\d+|date_created\": \"[^\"]*\")")]
    private static partial Regex Made();
}
