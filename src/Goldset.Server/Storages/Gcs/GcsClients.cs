using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Goldset.Server.Hosting;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;

namespace Goldset.Server.Storages.Gcs;

/// <summary>A way to Google Cloud Storage.</summary>
/// <param name="Http">Its connections go through the rules for outgoing requests.</param>
/// <param name="Endpoint">Address of the service, without a slash at the end.</param>
/// <param name="Account">In whose name; null: nobody's, for public buckets.</param>
internal sealed record GcsClient(HttpClient Http, string Endpoint, ServiceAccountCredential? Account);

/// <summary>Makes clients of Google Cloud Storage.</summary>
internal sealed class GcsClients(System.Net.Http.IHttpClientFactory http, IHttpMessageHandlerFactory handlers, ServerOptions options)
{
    private const string Scope = "https://www.googleapis.com/auth/devstorage.read_write";
    private const string NoJson = "Google Application Credentials must be valid JSON string.";
    private const int MostAccounts = 100;

    // Each keeps its access token, which is good for an hour.
    private readonly ConcurrentDictionary<string, ServiceAccountCredential> accounts = new();

    /// <summary>A client for one storage.</summary>
    /// <exception cref="StorageException">The credentials are none.</exception>
    public GcsClient Create(StorageSetup setup) =>
        new(http.CreateClient(StorageHttp.NameOf(StorageHttp.ReachOf(setup))), options.GoogleStorageEndpoint.TrimEnd('/'), Credentials(setup) is { } json ? Account(json) : null);

    // The machine's own identity is not looked for: whoever may connect a storage could read with it whatever the machine may.
    private static string? Credentials(StorageSetup setup)
    {
        if (setup.Secrets.GoogleApplicationCredentials is { Length: > 0 } own) return own;
        if (ServerEnvironment.Get("GOOGLE_APPLICATION_CREDENTIALS") is not { Length: > 0 } file) return null;
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StorageException("The file that GOOGLE_APPLICATION_CREDENTIALS names on the server cannot be read", failed);
        }
    }

    private ServiceAccountCredential Account(string json)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (accounts.TryGetValue(key, out var known)) return known;
        if (accounts.Count >= MostAccounts) accounts.Clear();
        return accounts.GetOrAdd(key, Parse(json));
    }

    // Only keys of service accounts: other kinds of credentials name files and programs of this machine to read and run.
    private ServiceAccountCredential Parse(string json)
    {
        ServiceAccountKey? key;
        try
        {
            key = JsonSerializer.Deserialize<ServiceAccountKey>(json, Http.Json.Options);
        }
        catch (JsonException malformed)
        {
            throw new StorageException($"{NoJson} {Reason(json, malformed)}", malformed);
        }
        string?[] missing = [key?.TokenUri is null ? "token_uri" : null, key?.ClientEmail is null ? "client_email" : null, key?.PrivateKey is null ? "private_key" : null];
        if (missing.Any(name => name is not null))
            throw new StorageException($"Service account info was not in the expected format, missing fields {string.Join(", ", missing.OfType<string>())}.");
        if (!Uri.TryCreate(key!.TokenUri, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new StorageException("The token_uri of the service account is no address");
        try
        {
            return new ServiceAccountCredential(new ServiceAccountCredential.Initializer(key.ClientEmail, key.TokenUri)
            {
                ProjectId = key.ProjectId,
                KeyId = key.PrivateKeyId,
                Scopes = [Scope],
                HttpClientFactory = new TokenClients(handlers),
            }.FromPrivateKey(key.PrivateKey));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException or IOException)
        {
            throw new StorageException("The private_key of the service account cannot be read", wrong);
        }
    }

    /// <summary>Why a text is no JSON, in the words that clients know where it is no beginning of an object.</summary>
    private static string Reason(string text, JsonException malformed)
    {
        var start = text.AsSpan().IndexOfAnyExcept(" \t\r\n");
        if (start >= 0 && text[start] == '{') return malformed.Message;
        var before = text.AsSpan(0, Math.Max(start, 0));
        return $"Expecting value: line {before.Count('\n') + 1} column {before.Length - before.LastIndexOf('\n')} (char {before.Length})";
    }

    private sealed record ServiceAccountKey(string? ProjectId, string? PrivateKeyId, string? PrivateKey, string? ClientEmail, string? TokenUri);

    // The address is in the credentials, which say nothing of who may reach private networks: Google's is public.
    private sealed class TokenClients(IHttpMessageHandlerFactory handlers) : HttpClientFactory
    {
        protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) => handlers.CreateHandler(StorageHttp.NameOf(Reach.Public));
    }
}
