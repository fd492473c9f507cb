using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.SystemInfo;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Goldset.Server.MachineLearning;

/// <summary>What a back end answered.</summary>
/// <param name="Status">HTTP status; 0: there was no answer.</param>
/// <param name="Json">The body, when all went well.</param>
/// <param name="Error">What went wrong, or null.</param>
internal sealed record MlReply(int Status, JsonElement Json, string? Error);

/// <summary>Speaks to machine-learning back ends.</summary>
internal sealed class MlClient(
    IHttpClientFactory clients, IDataProtectionProvider protection, AccessTokens tokens, ServerOptions options, IServer server)
{
    private const int Attempts = 3;
    private const int LargestAnswer = 256 * 1024 * 1024;

    private readonly IDataProtector protector = protection.CreateProtector("Goldset.MlBackendPassword");

    /// <summary>A password as it is stored.</summary>
    public string Seal(string password) => protector.Protect(password);

    /// <summary>The full address of one of the back end's routes.</summary>
    public static string Address(MlBackend backend, string path) => backend.Url.TrimEnd('/') + "/" + path;

    /// <summary>Whether it is there.</summary>
    public Task<MlReply> HealthAsync(MlBackend backend, CancellationToken cancel) => SendAsync(backend, HttpMethod.Get, "health", null, options.MlTimeouts.Health, cancel);

    /// <summary>Gives it the labeling config.</summary>
    public Task<MlReply> SetupAsync(MlBackend backend, MlProject project, CancellationToken cancel) => SendAsync(backend, HttpMethod.Post, "setup", new JsonObject
    {
        ["project"] = project.Key,
        ["schema"] = project.LabelConfig,
        ["hostname"] = OwnAddress(),
        // As everywhere, a token is told only where the organization allows this kind.
        ["access_token"] = project.TokensAllowed ? tokens.Reveal(project.CreatorToken) ?? "" : "",
        ["extra_params"] = backend.ExtraParams is { } extra ? JsonNode.Parse(extra) : null,
    }, options.MlTimeouts.Setup, cancel);

    /// <summary>Asks for predictions.</summary>
    public Task<MlReply> PredictAsync(MlBackend backend, JsonObject request, CancellationToken cancel) =>
        SendAsync(backend, HttpMethod.Post, "predict", request, options.MlTimeouts.Predict, cancel);

    /// <summary>Tells it of something, such as that it is to train.</summary>
    public Task<MlReply> TellAsync(MlBackend backend, JsonObject message, CancellationToken cancel) => SendAsync(backend, HttpMethod.Post, "webhook", message, options.MlTimeouts.Train, cancel);

    /// <summary>Asks which versions it has.</summary>
    public Task<MlReply> VersionsAsync(MlBackend backend, CancellationToken cancel) => SendAsync(backend, HttpMethod.Get, "versions", null, options.MlTimeouts.Setup, cancel);

    /// <summary>The body of a request for predictions.</summary>
    /// <param name="project">The tasks' project.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="context">What the annotator has drawn, or null.</param>
    public static JsonObject PredictRequest(MlProject project, JsonArray tasks, JsonNode? context) => new()
    {
        ["tasks"] = tasks,
        ["project"] = project.Key,
        ["label_config"] = project.LabelConfig,
        ["params"] = new JsonObject { ["login"] = project.TaskDataLogin, ["password"] = project.TaskDataPassword, ["context"] = context },
    };

    private async Task<MlReply> SendAsync(MlBackend backend, HttpMethod method, string path, JsonObject? body, TimeSpan patience, CancellationToken cancel)
    {
        var address = Address(backend, path);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.MlTimeouts.Connect + patience);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = clients.CreateClient(Reach.Private);
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = LargestAnswer;
                using var request = Request(backend, method, address, body);
                using var response = await client.SendAsync(request, limit.Token);
                return await ReadAsync(response, address, limit.Token);
            }
            catch (HttpRequestException failed) when (Refusal(failed) is null && failed.HttpRequestError == HttpRequestError.ConnectionError && attempt < Attempts && !limit.IsCancellationRequested)
            {
                // It may just have been restarted.
            }
            catch (HttpRequestException failed)
            {
                return new MlReply(0, default, $"{Refusal(failed)?.Message ?? failed.Message} for url: {address}");
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return new MlReply(0, default, $"No answer within {(options.MlTimeouts.Connect + patience).TotalSeconds:0.###} seconds for url: {address}");
            }
        }
    }

    private HttpRequestMessage Request(MlBackend backend, HttpMethod method, string address, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("heartex", ServerVersion.Api));
        if (backend is { BasicAuthUser.Length: > 0, BasicAuthPassSealed: { } stored } && Reveal(stored) is { Length: > 0 } password)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{backend.BasicAuthUser}:{password}")));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json.Options));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

    private static async Task<MlReply> ReadAsync(HttpResponseMessage response, string address, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
            return new MlReply(status, default, $"{status} {(status >= 500 ? "Server" : "Client")} Error: {response.ReasonPhrase} for url: {address}");
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel), new JsonDocumentOptions { MaxDepth = 256 });
            return new MlReply(status, document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return new MlReply(status, default, $"The answer is no JSON for url: {address}");
        }
    }

    private string? Reveal(string password)
    {
        try
        {
            return protector.Unprotect(password);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // The server's key has changed: the password must be set again.
            return null;
        }
    }

    private string OwnAddress()
    {
        if (options.PublicUrl.Length > 0) return options.PublicUrl;
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return FormattableString.Invariant($"http://localhost:{(listening is null ? options.Port : BindingAddress.Parse(listening).Port)}");
    }

    private static RequestRefusedException? Refusal(Exception? failed)
    {
        while (failed is not null and not RequestRefusedException) failed = failed.InnerException;
        return failed as RequestRefusedException;
    }
}
