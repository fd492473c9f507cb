using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Server.CommandLine;

/// <summary>A server that a command works on through its API.</summary>
internal sealed class RemoteServer : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly HttpClient client;

    private RemoteServer(Uri address)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("server", client =>
        {
            client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
        provider = services.BuildServiceProvider();
        client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("server");
    }

    /// <summary>Signs in.</summary>
    /// <exception cref="FormatException">There is no token.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses; the message says why.</exception>
    public static async Task<RemoteServer> OpenAsync(Uri address, string? token, CancellationToken cancel)
    {
        var server = new RemoteServer(address);
        try
        {
            await server.SignInAsync(token, cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address that an option gives; null: none.</summary>
    /// <exception cref="FormatException">It is none of a server.</exception>
    public static Uri? Address(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new FormatException($"The server's address must begin with http:// or https://, not \"{text}\".");

    /// <summary>Sends a request and reads the answer.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses; the message says why.</exception>
    public async Task<JsonNode> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        return await ReadAsync(request, response, cancel);
    }

    /// <summary>Asks for something that may be large.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses; the message says why.</exception>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.IsSuccessStatusCode) return response;
        using (response) await ReadAsync(request, response, cancel);
        throw new HttpRequestException($"{path} answered {(int)response.StatusCode}.");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return provider.DisposeAsync();
    }

    private static async Task<JsonNode> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        JsonNode? body = null;
        try
        {
            body = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Not from the API: the status says all there is.
            body = null;
        }
        if (response.IsSuccessStatusCode && body is not null) return body;
        var reasons = body?["validation_errors"] is JsonObject errors ? string.Join("\n  ", errors.SelectMany(field => field.Value is JsonArray list ? list.Select(one => one?.ToString()) : [field.Value?.ToString()])) : null;
        throw new HttpRequestException(reasons ?? body?["detail"]?.ToString() ?? $"{request.RequestUri} answered {(int)response.StatusCode}.");
    }

    /// <summary>A token with two dots is one that others are had for; any other is used as it is.</summary>
    private async Task SignInAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token)) throw new FormatException("A server asks for an access token: name one with --token.");
        if (token.Count(c => c == '.') != 2)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Token", token);
            return;
        }
        var access = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "api/token/refresh") { Content = JsonContent.Create(new { refresh = token }) }, cancel);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access["access"]!.GetValue<string>());
    }
}
