using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Goldset.Load;

/// <summary>A user of the API on a connection of their own.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri server, string? token)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(10) };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", token);
    }

    /// <summary>Whether the server accepts requests.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync("/api/version/", cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException)
        {
            return false;
        }
    }

    /// <summary>Reads a whole reply and gives its size in bytes.</summary>
    public async Task<int> ReadAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        await EnsureAsync(response);
        return (await response.Content.ReadAsByteArrayAsync(cancellation)).Length;
    }

    /// <summary>The reply as JSON; undefined where the server answers 404.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, cancellation);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return default;
        await EnsureAsync(response);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <summary>Sends JSON and reads JSON.</summary>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellation) => PostAsync(path, JsonContent.Create(body), cancellation);

    /// <inheritdoc cref="PostAsync(string, object, CancellationToken)"/>
    public async Task<JsonElement> PostAsync(string path, HttpContent body, CancellationToken cancellation)
    {
        using (body)
        {
            using var response = await http.PostAsync(path, body, cancellation);
            await EnsureAsync(response);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        }
    }

    /// <summary>Reads a reply as it comes.</summary>
    /// <returns>Milliseconds to the first byte, seconds to the last, and how many bytes.</returns>
    public async Task<(double FirstByte, double Seconds, long Bytes)> StreamAsync(string path, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await EnsureAsync(response);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 16];
        long bytes = await body.ReadAsync(buffer, cancellation);
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read) bytes += read;
        return (first, Stopwatch.GetElapsedTime(started).TotalSeconds, bytes);
    }

    public void Dispose() => http.Dispose();

    private static async Task EnsureAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}
