using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Goldset.Replay;

/// <summary>
/// The other side of what a server calls, on loopback: file host (<c>/files/…</c>), webhook receiver (<c>/hook…</c>) and
/// ML back end (<c>/ml…</c>), which answers as its first path step says: <c>ml500</c>, <c>mlauth</c>, <c>mlnosetup</c>, <c>mlbadpredict</c>.
/// </summary>
public sealed class StandIn : IAsyncDisposable
{
    // How long the calls must have stopped before they count as complete.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Type, byte[] Content)> files = [];
    private readonly Lock gate = new();
    private List<JsonElement> received = [];

    private StandIn(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts one on any free port.</summary>
    public static async Task<StandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var standIn = new StandIn(builder.Build());
        standIn.app.Run(standIn.AnswerAsync);
        await standIn.app.StartAsync();
        var addresses = standIn.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        standIn.Address = new Uri(addresses.Addresses.Single());
        return standIn;
    }

    /// <summary>Offers a file below <c>/files/</c>.</summary>
    public void Serve(string name, string contentType, string content) => files[name] = (contentType, Encoding.UTF8.GetBytes(content));

    /// <summary>Takes the calls received so far, as soon as there are as many as expected and no more come.</summary>
    /// <param name="expected">How many to wait for.</param>
    /// <param name="limit">How long to wait for them.</param>
    public async Task<IReadOnlyList<JsonElement>> TakeReceivedAsync(int expected, TimeSpan limit)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (Count() < expected && TimeProvider.System.GetElapsedTime(started) < limit)
            await Task.Delay(Poll);

        for (var seen = -1; seen != Count();)
        {
            seen = Count();
            await Task.Delay(Quiet);
        }

        lock (gate)
        {
            var taken = received;
            received = [];
            return taken;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private int Count()
    {
        lock (gate)
        {
            return received.Count;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/files/", StringComparison.Ordinal))
        {
            await ServeFileAsync(context.Response, path["/files/".Length..]);
            return;
        }

        var body = await KeepAsync(context.Request);
        var (status, answer) = Answer(path.Trim('/').Split('/'), context.Request.Headers.Authorization.ToString(), body);
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(answer);
    }

    private async Task ServeFileAsync(HttpResponse response, string name)
    {
        if (!files.TryGetValue(name, out var file))
        {
            response.StatusCode = 404;
            await response.WriteAsJsonAsync(new { detail = "no file" });
            return;
        }

        response.ContentType = file.Type;
        response.ContentLength = file.Content.Length;
        await response.Body.WriteAsync(file.Content);
    }

    private async Task<JsonElement?> KeepAsync(HttpRequest request)
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        var bytes = content.ToArray();
        JsonElement? body = bytes.Length == 0 ? null : ReplayJson.TryParse(bytes) ?? JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(bytes));
        var call = new
        {
            method = request.Method,
            path = request.Path.Value + request.QueryString,
            headers = request.Headers
                .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
                .Where(header => header.Name is "content-type" or "authorization" || header.Name.StartsWith("x-", StringComparison.Ordinal))
                .ToDictionary(header => header.Name, header => header.Value),
            body,
        };
        lock (gate)
        {
            received.Add(JsonSerializer.SerializeToElement(call));
        }

        return body;
    }

    private static (int Status, object Answer) Answer(string[] path, string authorization, JsonElement? body)
    {
        var (first, last) = (path[0], path[^1]);
        if (first.StartsWith("hook", StringComparison.Ordinal))
        {
            return (first == "hook500" ? 500 : 200, new { });
        }

        if (!first.StartsWith("ml", StringComparison.Ordinal))
        {
            return (404, new { });
        }

        var credentials = "Basic " + Convert.ToBase64String("user:secret"u8);
        return (first, last) switch
        {
            ("ml500", _) => (500, new { error = "boom" }),
            ("mlnosetup", "setup") => (500, new { error = "setup failed" }),
            ("mlauth", _) when authorization != credentials => (401, new { error = "unauthorized" }),
            (_, "health") => (200, new { status = "UP", model_class = "FakeModel" }),
            (_, "setup") => (200, new { model_version = "fake-v1" }),
            (_, "versions") => (200, new { versions = new[] { "fake-v1", "fake-v2" } }),
            ("mlbadpredict", "predict") => (200, new { results = new[] { new { nonsense = 1 } } }),
            (_, "predict") => (200, Predict(body)),
            (_, "train") => (200, new { job = "job-1" }),
            (_, "webhook") => (201, new { job = "job-1" }),
            _ => (404, new { error = "not found" }),
        };
    }

    private static object Predict(JsonElement? body)
    {
        var tasks = body is { ValueKind: JsonValueKind.Object } request && request.TryGetProperty("tasks", out var list) ? list.GetArrayLength() : 0;
        var prediction = new
        {
            result = new[] { new { from_name = "label", to_name = "text", type = "choices", value = new { choices = new[] { "pos" } } } },
            score = 0.5,
            model_version = "fake-v1",
        };
        return new { results = Enumerable.Repeat(prediction, tasks), model_version = "fake-v1" };
    }
}
