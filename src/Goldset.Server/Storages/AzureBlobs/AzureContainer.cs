using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.AzureBlobs;

/// <summary>The blobs of a container.</summary>
internal sealed class AzureContainer(BlobContainerClient client, StorageSetup setup) : IMediaStore
{
    private readonly string container = setup.Settings.Container!;
    private readonly string prefix = setup.Settings.Prefix ?? "";

    /// <inheritdoc />
    public bool Indented => false;

    /// <summary>Checks that the container is there and may be read.</summary>
    /// <exception cref="StorageException">It is not, or may not.</exception>
    public async Task CheckAsync(bool isExport, CancellationToken cancel)
    {
        var wanted = isExport ? null : Folder;
        await using var pages = client.GetBlobsAsync(BlobTraits.None, BlobStates.None, wanted, cancel).AsPages(pageSizeHint: 1).GetAsyncEnumerator(cancel);
        var found = await AskAsync(() => pages.MoveNextAsync().AsTask()) && pages.Current.Values.Count > 0;
        if (wanted is not null && !found) throw new StorageException($"azure-blob://{container}/{prefix} not found.");
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // Without a delimiter no folders come, only blobs.
        await using var items = client.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, setup.RecursiveScan == true ? null : "/", Folder, cancel).GetAsyncEnumerator(cancel);
        while (await AskAsync(() => items.MoveNextAsync().AsTask()))
            if (items.Current is { IsBlob: true, Blob: { } blob } && !blob.Name.EndsWith('/'))
                yield return new StoredObject(blob.Name, blob.Properties.LastModified, blob.Properties.ContentLength);
    }

    /// <inheritdoc />
    public string FilteredPart(string key) => key;

    /// <inheritdoc />
    public async Task<Stream> ReadAsync(string key, CancellationToken cancel) => (await DownloadAsync(key, range: null, cancel)).Value.Content;

    /// <inheritdoc />
    public async Task<MediaObject> OpenAsync(string key, string? range, CancellationToken cancel)
    {
        var answer = await DownloadAsync(key, range, cancel);
        var details = answer.Value.Details;
        return new MediaObject(answer.Value.Content, answer.Value)
        {
            Status = answer.GetRawResponse().Status,
            Length = details.ContentLength,
            ContentType = details.ContentType,
            ContentRange = range is null ? null : details.ContentRange,
            ETag = details.ETag.ToString(),
            LastModified = details.LastModified,
        };
    }

    /// <inheritdoc />
    public Task<string> PresignAsync(string key, TimeSpan lifetime, DateTimeOffset now) =>
        Task.FromResult(client.GetBlobClient(key).GenerateSasUri(new BlobSasBuilder(BlobSasPermissions.Read, now + lifetime) { BlobContainerName = container, BlobName = key }).AbsoluteUri);

    /// <inheritdoc />
    public string? UriOf(string key) => $"azure-blob://{container}/{key}";

    /// <inheritdoc />
    public async Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var name = annotationId.ToString(CultureInfo.InvariantCulture);
        var key = prefix.Length > 0 ? $"{prefix}/{name}" : name;
        await AskAsync(() => client.GetBlobClient(key).UploadAsync(new BinaryData(json), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancel));
        return key;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancel) => AskAsync(() => client.DeleteBlobIfExistsAsync(key, cancellationToken: cancel));

    // The connections are the server's.
    /// <inheritdoc />
    public void Dispose()
    {
    }

    /// <summary>The prefix with one slash at its end.</summary>
    private string? Folder => prefix.Length == 0 ? null : prefix.TrimEnd('/') + "/";

    private Task<Response<BlobDownloadStreamingResult>> DownloadAsync(string key, string? range, CancellationToken cancel) =>
        AskAsync(() => client.GetBlobClient(key).DownloadStreamingAsync(new BlobDownloadOptions { Range = Range(range) }, cancel));

    private static HttpRange Range(string? header)
    {
        if (header is null || RangeHeaderValue.Parse(header).Ranges.Single() is not { From: { } first } range) return default;
        return new HttpRange(first, range.To - first + 1);
    }

    /// <summary>Puts failures into the words that clients know.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException refused) when (refused.Status != 0)
        {
            throw new StorageException(refused switch
            {
                { ErrorCode: "ContainerNotFound" } => $"Container not found: {container}",
                { ErrorCode: "BlobNotFound" } => "The object is not in the container any more",
                { Status: 401 or 403 } => $"Wrong credentials for Azure container {container}",
                _ => $"Azure answered: {StorageHttp.Reason(refused)}",
            }, refused);
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException or HttpRequestException or IOException or RequestRefusedException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new StorageException($"Cannot connect to Azure container {container}: {StorageHttp.Reason(failed)}", failed);
        }
    }
}
