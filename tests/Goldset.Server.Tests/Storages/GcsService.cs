using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Goldset.Server.Tests.Storages;

/// <summary>As much of Google Cloud Storage as the server uses, on a free port of 127.0.0.1: its own code, for there is no emulator. Requests need an access token.</summary>
public sealed class GcsService(TestServers servers) : IAsyncLifetime
{
    public const string Email = "goldset@test-project.iam.gserviceaccount.com";

    private const string Token = "access-token";
    private const int PageSize = 2;

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, SortedDictionary<string, byte[]>> buckets = new();
    private WebApplication? app;

    /// <summary>Its address.</summary>
    public string Address => app!.Urls.Single().TrimEnd('/');

    /// <summary>The key of a service account that may do everything.</summary>
    public string Credentials => JsonSerializer.Serialize(new
    {
        type = "service_account",
        project_id = "test-project",
        private_key_id = "1",
        private_key = key.ExportPkcs8PrivateKeyPem(),
        client_email = Email,
        token_uri = Address + "/token",
    });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
    }

    // The token is fetched as from a public address, whoever has set the storage.
    /// <summary>The server whose Google this is.</summary>
    public Task<TestServer> ServerAsync(Engine engine) => servers.SharedAsync(engine, "gcs", options => options with { GoogleStorageEndpoint = Address, AllowHosts = ["127.0.0.1"] });

    /// <summary>A new bucket with these objects.</summary>
    public string CreateBucket(params (string Key, string Content)[] objects)
    {
        var bucket = "bucket-" + Guid.NewGuid().ToString("N")[..12];
        var content = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, text) in objects) content[name] = Encoding.UTF8.GetBytes(text);
        buckets[bucket] = content;
        return bucket;
    }

    /// <summary>The names of a bucket's objects in order.</summary>
    public string[] Keys(string bucket)
    {
        lock (buckets[bucket]) return [.. buckets[bucket].Keys];
    }

    public string Read(string bucket, string name)
    {
        lock (buckets[bucket]) return Encoding.UTF8.GetString(buckets[bucket][name]);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        key.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/token")
        {
            await TokenAsync(http);
            return;
        }
        // Of the path as it was sent: an object's name is one part of it, slashes and all.
        var parts = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (http.Request.Query.ContainsKey("X-Goog-Signature"))
        {
            if (buckets.TryGetValue(parts[0], out var shown) && IsSigned(http)) await http.Response.Body.WriteAsync(shown[string.Join('/', parts[1..])]);
            else await RefuseAsync(http, 403, "The signature does not match");
            return;
        }
        if (http.Request.Headers.Authorization != "Bearer " + Token) await RefuseAsync(http, 401, "Anonymous caller does not have access");
        else if (!buckets.TryGetValue(parts[^1] == "o" ? parts[^2] : parts[^3], out var bucket)) await RefuseAsync(http, 404, "The specified bucket does not exist.");
        else await StorageAsync(http, bucket, parts);
    }

    private async Task StorageAsync(HttpContext http, SortedDictionary<string, byte[]> bucket, string[] parts)
    {
        var name = parts[^1];
        switch (http.Request.Method, parts[0], parts[^1] == "o")
        {
            case ("GET", "storage", true):
                await ListAsync(http, bucket);
                break;
            case ("POST", "upload", true):
                using (var body = new MemoryStream())
                {
                    await http.Request.Body.CopyToAsync(body);
                    lock (bucket) bucket[http.Request.Query["name"]!] = body.ToArray();
                }
                await http.Response.WriteAsJsonAsync(new { });
                break;
            case ("DELETE", "storage", false):
                lock (bucket) http.Response.StatusCode = bucket.Remove(name) ? 204 : 404;
                break;
            case ("GET", "storage", false) when bucket.TryGetValue(name, out var content):
                await Results.File(content, "image/jpeg", enableRangeProcessing: true, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"1\"")).ExecuteAsync(http);
                break;
            default:
                await RefuseAsync(http, 404, "No such object");
                break;
        }
    }

    private static async Task ListAsync(HttpContext http, SortedDictionary<string, byte[]> bucket)
    {
        var (prefix, delimiter, after) = (http.Request.Query["prefix"].ToString(), http.Request.Query["delimiter"].ToString(), http.Request.Query["pageToken"].ToString());
        (string Key, byte[] Value)[] found;
        lock (bucket)
            found = [.. bucket.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(item.Key, after) > 0
                && (delimiter.Length == 0 || !item.Key[prefix.Length..].Contains(delimiter, StringComparison.Ordinal))).Select(item => (item.Key, item.Value))];
        var page = found.Take(PageSize).ToArray();
        await http.Response.WriteAsJsonAsync(new
        {
            items = page.Select(item => new { name = item.Key, size = item.Value.Length.ToString(CultureInfo.InvariantCulture), updated = "2026-01-02T03:04:05.678Z" }),
            nextPageToken = found.Length > page.Length ? page[^1].Key : null,
        });
    }

    private async Task TokenAsync(HttpContext http)
    {
        var assertion = (await http.Request.ReadFormAsync())["assertion"].ToString().Split('.');
        var signed = key.VerifyData(Encoding.ASCII.GetBytes($"{assertion[0]}.{assertion[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(assertion[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        http.Response.StatusCode = signed ? 200 : 400;
        await http.Response.WriteAsJsonAsync(signed ? new { access_token = Token, expires_in = 3600, token_type = "Bearer" } : (object)new { error = "invalid_grant", error_description = "Invalid JWT Signature." });
    }

    private bool IsSigned(HttpContext http)
    {
        var query = http.Request.QueryString.Value![1..];
        var end = query.IndexOf("&X-Goog-Signature=", StringComparison.Ordinal);
        var request = $"GET\n{http.Request.Path.ToUriComponent()}\n{query[..end]}\nhost:{http.Request.Host}\n\nhost\nUNSIGNED-PAYLOAD";
        var date = http.Request.Query["X-Goog-Date"].ToString();
        var text = $"GOOG4-RSA-SHA256\n{date}\n{date[..8]}/auto/storage/goog4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        return key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromHexString(query[(end + "&X-Goog-Signature=".Length)..]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static async Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(new { error = new { code = status, message } });
    }
}
