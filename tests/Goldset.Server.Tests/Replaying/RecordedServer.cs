using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Replay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Goldset.Server.Tests.Replaying;

/// <summary>
/// Answers with the replies of a recording in their order, and makes the recorded outgoing calls: the server that equals the original by definition.
/// </summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Queue<Step> steps;
    private readonly Func<Step, JsonNode?, JsonNode?> change;
    private readonly Uri standIn;
    private readonly string filesDirectory;
    private readonly SocketsHttpHandler handler = new() { UseProxy = false };

    private RecordedServer(WebApplication app, Scenario scenario, Uri standIn, string filesDirectory, Func<Step, JsonNode?, JsonNode?> change)
    {
        this.app = app;
        this.standIn = standIn;
        this.filesDirectory = filesDirectory;
        this.change = change;
        steps = new Queue<Step>(scenario.Steps);
    }

    public Uri Address => new(app.Urls.Single());

    /// <param name="scenario">The recording to play.</param>
    /// <param name="standIn">Where the outgoing calls go.</param>
    /// <param name="filesDirectory">Where files that the original wrote are put.</param>
    /// <param name="change">Gives the JSON body to answer in place of the recorded one.</param>
    public static async Task<RecordedServer> StartAsync(
        string scenario, Uri standIn, string filesDirectory, Func<Step, JsonNode?, JsonNode?>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var recorded = Scenario.Read(Golden.PathOf(scenario), standIn, filesDirectory);
        var server = new RecordedServer(builder.Build(), recorded, standIn, filesDirectory, change ?? ((_, body) => body));
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/invite" && steps.Peek().Request is { PathTemplate: not "/api/invite" })
        {
            // The replay's own question, which no recording holds.
            context.Response.StatusCode = 404;
            return;
        }

        Step step;
        while (!steps.TryDequeue(out step!) || step.Request is null)
        {
            if (steps.Count == 0) throw new InvalidOperationException("More requests than recorded.");
        }

        var recorded = step.Response!.Value;
        context.Response.StatusCode = recorded.GetProperty("status").GetInt32();
        foreach (var header in recorded.GetProperty("headers").EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String))
            context.Response.Headers[header.Name] = header.Value.ToString();
        if (context.Request.Method != "HEAD" && context.Response.StatusCode is not (204 or 304))
            await context.Response.Body.WriteAsync(BodyOf(step, recorded));
        await FollowUpAsync();
    }

    private byte[] BodyOf(Step step, JsonElement recorded)
    {
        if (recorded.TryGetProperty("body", out var json))
            return Encoding.UTF8.GetBytes(change(step, JsonNode.Parse(json.GetRawText()))?.ToJsonString() ?? "null");
        if (recorded.TryGetProperty("body_text", out var text)) return Encoding.UTF8.GetBytes(text.GetString()!);
        if (recorded.TryGetProperty("body_base64", out var base64)) return base64.GetBytesFromBase64();
        if (recorded.TryGetProperty("body_zip", out var files)) return Zip(files);
        return recorded.TryGetProperty("body_html_title", out _) ? "<!doctype html><html></html>"u8.ToArray() : [];
    }

    private static byte[] Zip(JsonElement files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.EnumerateObject())
            {
                using var content = archive.CreateEntry(file.Name).Open();
                content.Write(file.Value.ValueKind == JsonValueKind.String
                    ? Encoding.UTF8.GetBytes(file.Value.GetString()!)
                    : [0xFF, .. new byte[file.Value.GetProperty("bytes").GetInt32() - 1]]);
            }
        }

        return bytes.ToArray();
    }

    private async Task FollowUpAsync()
    {
        while (steps.TryPeek(out var next) && next.Request is null)
        {
            steps.Dequeue();
            if (next.Outgoing is { } calls)
                foreach (var call in calls.EnumerateArray())
                    await CallAsync(call);
            else if (next.Files is { } files)
                await WriteFilesAsync(files, next.FirstFile);
        }
    }

    private async Task CallAsync(JsonElement call)
    {
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(
            new HttpMethod(call.GetProperty("method").GetString()!), new Uri(standIn, call.GetProperty("path").GetString()));
        var body = call.GetProperty("body");
        if (body.ValueKind != JsonValueKind.Null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.GetRawText()));
        foreach (var header in call.GetProperty("headers").EnumerateObject())
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        using var response = await client.SendAsync(request, CancellationToken.None);
    }

    private async Task WriteFilesAsync(JsonElement files, JsonElement? first)
    {
        var folder = Directory.GetDirectories(filesDirectory).Single();
        foreach (var file in Directory.GetFiles(folder)) File.Delete(file);
        foreach (var name in files.EnumerateArray())
            await File.WriteAllTextAsync(Path.Combine(folder, name.GetString()!), first?.GetRawText() ?? "{}");
    }
}
