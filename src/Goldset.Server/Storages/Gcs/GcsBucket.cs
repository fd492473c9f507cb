using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;
using Google.Apis.Auth.OAuth2.Responses;
using Microsoft.AspNetCore.Http.Extensions;

namespace Goldset.Server.Storages.Gcs;

/// <summary>The objects of a bucket, by the JSON interface of the service.</summary>
internal sealed class GcsBucket(GcsClient client, StorageSetup setup) : IMediaStore
{
    private readonly string bucket = setup.Settings.Bucket!;
    private readonly string prefix = setup.Settings.Prefix ?? "";

    /// <inheritdoc />
    public bool Indented => false;

    /// <summary>Checks that the bucket is there and may be read.</summary>
    /// <exception cref="StorageException">It is not, or may not.</exception>
    public async Task CheckAsync(bool isExport, CancellationToken cancel)
    {
        var wanted = isExport ? null : Folder;
        var page = await ListAsync(wanted, recursive: true, most: 1, next: null, cancel);
        if (wanted is not null && page.Items is not { Count: > 0 }) throw new StorageException($"No blobs found in {bucket}/{prefix} or prefix doesn't exist");
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        string? next = null;
        do
        {
            var page = await ListAsync(Folder, setup.RecursiveScan == true, most: null, next, cancel);
            foreach (var item in page.Items ?? [])
                if (!item.Name.EndsWith('/')) yield return new StoredObject(item.Name, item.Updated, item.Size);
            next = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <inheritdoc />
    public string FilteredPart(string key) => key;

    /// <inheritdoc />
    public async Task<Stream> ReadAsync(string key, CancellationToken cancel) => await (await GetAsync(key, range: null, cancel)).Content.ReadAsStreamAsync(cancel);

    /// <inheritdoc />
    public async Task<MediaObject> OpenAsync(string key, string? range, CancellationToken cancel)
    {
        var answer = await GetAsync(key, range, cancel);
        var headers = answer.Content.Headers;
        return new MediaObject(await answer.Content.ReadAsStreamAsync(cancel), answer)
        {
            Status = (int)answer.StatusCode,
            Length = headers.ContentLength,
            ContentType = headers.ContentType?.ToString(),
            ContentRange = headers.ContentRange?.ToString(),
            ETag = answer.Headers.ETag?.Tag,
            LastModified = headers.LastModified,
        };
    }

    // Who has no account reads public buckets, as everybody can.
    /// <inheritdoc />
    public Task<string> PresignAsync(string key, TimeSpan lifetime, DateTimeOffset now) => Task.FromResult(client.Account is { } account
        ? SignedUrl.Create(client.Endpoint, bucket, key, account.Id, now, lifetime, account.CreateSignature)
        : client.Endpoint + SignedUrl.PathOf(bucket, key));

    /// <inheritdoc />
    public string? UriOf(string key) => $"gs://{bucket}/{key}";

    /// <inheritdoc />
    public async Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var name = annotationId.ToString(CultureInfo.InvariantCulture);
        var key = prefix.Length > 0 ? $"{prefix}/{name}" : name;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{client.Endpoint}/upload/storage/v1/b/{Uri.EscapeDataString(bucket)}/o?uploadType=media&name={Uri.EscapeDataString(key)}");
        request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await SendAsync(request, cancel);
        return key;
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, AddressOf(key));
        using var answer = await SendAsync(request, cancel, HttpStatusCode.NotFound);
    }

    /// <inheritdoc />
    public void Dispose() => client.Http.Dispose();

    /// <summary>The prefix with one slash at its end.</summary>
    private string? Folder => prefix.Length == 0 ? null : prefix.TrimEnd('/') + "/";

    private string Objects => $"{client.Endpoint}/storage/v1/b/{Uri.EscapeDataString(bucket)}/o";

    private string AddressOf(string key) => $"{Objects}/{Uri.EscapeDataString(key)}";

    private async Task<Page> ListAsync(string? folder, bool recursive, int? most, string? next, CancellationToken cancel)
    {
        var query = new QueryBuilder { { "fields", "items(name,size,updated),nextPageToken" } };
        if (folder is not null) query.Add("prefix", folder);
        if (!recursive) query.Add("delimiter", "/");
        if (most is not null) query.Add("maxResults", most.Value.ToString(CultureInfo.InvariantCulture));
        if (next is not null) query.Add("pageToken", next);
        using var request = new HttpRequestMessage(HttpMethod.Get, Objects + query.ToQueryString());
        using var answer = await SendAsync(request, cancel);
        try
        {
            return await answer.Content.ReadFromJsonAsync<Page>(PageOptions, cancel) ?? new Page(null, null);
        }
        catch (Exception failed) when (failed is JsonException or IOException)
        {
            throw new StorageException($"Google Cloud Storage answered something that is no list of objects: {failed.Message}", failed);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string key, string? range, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(key) + "?alt=media");
        if (range is not null) request.Headers.Range = RangeHeaderValue.Parse(range);
        return await SendAsync(request, cancel);
    }

    /// <summary>Sends a request in the account's name; the answer is a good one, or has the status that is as good.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel, HttpStatusCode? asGood = null)
    {
        try
        {
            if (client.Account is { } account) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await account.GetAccessTokenForRequestAsync(cancellationToken: cancel));
            var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.IsSuccessStatusCode || answer.StatusCode == asGood) return answer;
            using (answer)
                throw new StorageException($"Google Cloud Storage answered for the bucket {bucket}: {await MessageAsync(answer, cancel)}");
        }
        catch (TokenResponseException refused)
        {
            throw new StorageException($"Wrong credentials for Google Cloud Storage: {refused.Error?.ErrorDescription ?? refused.Error?.Error ?? refused.Message}", refused);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or RequestRefusedException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new StorageException($"Cannot connect to Google Cloud Storage: {StorageHttp.Reason(failed)}", failed);
        }
    }

    private static async Task<string> MessageAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        const int longest = 500;
        var text = await answer.Content.ReadAsStringAsync(cancel);
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("message", out var message) && message.GetString() is { Length: > 0 } told)
                return told;
        }
        catch (JsonException)
        {
            // The text is the message, below.
        }
        return text.Length is > 0 and <= longest ? text.Trim() : $"{(int)answer.StatusCode} {answer.ReasonPhrase}";
    }

    private static readonly JsonSerializerOptions PageOptions = new(JsonSerializerDefaults.Web);

    private sealed record Page(IReadOnlyList<Item>? Items, string? NextPageToken);

    // Numbers are texts there; the defaults for the web read both.
    private sealed record Item(string Name, long? Size, DateTimeOffset? Updated);
}
