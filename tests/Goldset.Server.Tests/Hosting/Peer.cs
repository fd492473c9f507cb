using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Goldset.Server.Tests.Hosting;

/// <summary>A request that a <see cref="Peer"/> got.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path without query.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Body">JSON, or null.</param>
public sealed record PeerRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    /// <summary>The <c>action</c> of an event.</summary>
    public string? Action => Body?["action"]?.GetValue<string>();
}

/// <summary>What the server calls, on a free port of 127.0.0.1: keeps the requests in their order and answers as the test says.</summary>
public sealed class Peer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private readonly WebApplication app;
    private readonly Channel<PeerRequest> received = Channel.CreateUnbounded<PeerRequest>();

    private Peer(WebApplication app, Func<PeerRequest, CancellationToken, Task<(int Status, object? Json)>> answer)
    {
        this.app = app;
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var text = await reader.ReadToEndAsync(http.RequestAborted);
            var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var request = new PeerRequest(http.Request.Method, http.Request.Path, headers, text.Length > 0 ? JsonNode.Parse(text) : null);
            received.Writer.TryWrite(request);
            var (status, json) = await answer(request, http.RequestAborted);
            http.Response.StatusCode = status;
            if (json is not null) await http.Response.WriteAsJsonAsync(json);
        });
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => app.Urls.Single().TrimEnd('/');

    /// <summary>Starts one.</summary>
    /// <param name="answer">Status and JSON for a request; without it, 200 for all.</param>
    public static Task<Peer> StartAsync(Func<PeerRequest, (int Status, object? Json)>? answer = null) =>
        StartAsync((request, _) => Task.FromResult(answer?.Invoke(request) ?? (200, null)));

    /// <summary>Starts one that may take its time.</summary>
    public static async Task<Peer> StartAsync(Func<PeerRequest, CancellationToken, Task<(int Status, object? Json)>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var peer = new Peer(builder.Build(), answer);
        await peer.app.StartAsync();
        return peer;
    }

    /// <summary>The next requests, waiting for them.</summary>
    public async Task<IReadOnlyList<PeerRequest>> TakeAsync(int count)
    {
        var taken = new List<PeerRequest>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            while (taken.Count < count) taken.Add(await received.Reader.ReadAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Got {taken.Count} of {count} requests: {string.Join(", ", taken.Select(request => $"{request.Path} {request.Action}"))}");
        }
        return taken;
    }

    /// <summary>The next request, waiting for it.</summary>
    public async Task<PeerRequest> TakeAsync() => (await TakeAsync(1))[0];

    /// <summary>The requests that came and were not taken.</summary>
    public IReadOnlyList<PeerRequest> Rest()
    {
        var rest = new List<PeerRequest>();
        while (received.Reader.TryRead(out var request)) rest.Add(request);
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }
}
