using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.S3;

/// <summary>The objects of a bucket.</summary>
internal sealed partial class S3Bucket(AmazonS3Client client, StorageSetup setup) : IMediaStore
{
    private readonly string bucket = setup.Settings.Bucket!;
    private readonly string prefix = setup.Settings.Prefix ?? "";

    /// <inheritdoc />
    public bool Indented => false;

    /// <summary>Checks that the bucket is there and may be read.</summary>
    /// <exception cref="StorageException">It is not, or may not.</exception>
    public Task CheckAsync(bool isExport, CancellationToken cancel) => AskAsync(async () =>
    {
        if (!BucketName().IsMatch(bucket))
            throw new StorageException($"Invalid bucket name \"{bucket}\": Bucket name must match the regex \"{BucketName()}\"") { Field = "bucket" };
        var found = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix.Length > 0 && !isExport ? Folder : null, MaxKeys = 1 }, cancel);
        if (!isExport && prefix.Length > 0 && found.S3Objects is not { Count: > 0 }) throw new StorageException($"s3://{bucket}/{prefix} not found.");
        return true;
    });

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = Folder, Delimiter = setup.RecursiveScan == true ? null : "/" };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => client.ListObjectsV2Async(request, cancel));
            foreach (var item in page.S3Objects ?? [])
                if (!item.Key.EndsWith('/')) yield return new StoredObject(item.Key, item.LastModified, item.Size);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <inheritdoc />
    public string FilteredPart(string key) => key;

    /// <inheritdoc />
    public async Task<Stream> ReadAsync(string key, CancellationToken cancel) => (await GetAsync(key, range: null, cancel)).ResponseStream;

    /// <inheritdoc />
    public async Task<MediaObject> OpenAsync(string key, string? range, CancellationToken cancel)
    {
        var found = await GetAsync(key, range, cancel);
        return new MediaObject(found.ResponseStream, found)
        {
            Status = (int)found.HttpStatusCode,
            Length = found.ContentLength,
            ContentType = found.Headers.ContentType,
            ContentRange = found.ContentRange,
            ETag = found.ETag,
            LastModified = found.LastModified?.ToUniversalTime(),
        };
    }

    /// <inheritdoc />
    public async Task<string> PresignAsync(string key, TimeSpan lifetime, DateTimeOffset now) => await AskAsync(() => client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
    {
        BucketName = bucket,
        Key = key,
        Verb = HttpVerb.GET,
        Expires = (now + lifetime).UtcDateTime,
        Protocol = client.Config.ServiceURL?.StartsWith("http://", StringComparison.OrdinalIgnoreCase) == true ? Protocol.HTTP : Protocol.HTTPS,
    }));

    /// <inheritdoc />
    public string? UriOf(string key) => $"s3://{bucket}/{key}";

    /// <inheritdoc />
    public async Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var name = annotationId.ToString(CultureInfo.InvariantCulture);
        var key = prefix.Length > 0 ? $"{prefix}/{name}" : name;
        using var content = new MemoryStream(json.ToArray(), writable: false);
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = content, ContentType = "application/json", UseChunkEncoding = false };
        if (setup.Settings.AwsSseKmsKeyId is { Length: > 0 } kms)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = kms;
        }
        await AskAsync(() => client.PutObjectAsync(request, cancel));
        return key;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancel) => AskAsync(() => client.DeleteObjectAsync(bucket, key, cancel));

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private Task<GetObjectResponse> GetAsync(string key, string? range, CancellationToken cancel) => AskAsync(() =>
        client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = range is null ? null : new ByteRange(range) }, cancel));

    /// <summary>The prefix with one slash at its end.</summary>
    private string? Folder => prefix.Length == 0 ? null : prefix.TrimEnd('/') + "/";

    /// <summary>Puts failures into the words that clients know.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception refused)
        {
            throw new StorageException(refused switch
            {
                { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" } => $"Wrong credentials for S3 {bucket}",
                { ErrorCode: "NoSuchBucket" } => $"Cannot find bucket {bucket} in S3",
                { ErrorCode: "NoSuchKey" } => "The object is not in the bucket any more",
                { StatusCode: HttpStatusCode.Forbidden } => $"Cannot connect to S3 {bucket} with specified AWS credentials",
                { StatusCode: HttpStatusCode.NotFound } => $"Cannot find bucket {bucket} in S3",
                _ => $"S3 {bucket} answered: {refused.Message}",
            }, refused);
        }
        catch (Exception failed) when (failed is AmazonClientException or HttpRequestException or IOException or RequestRefusedException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new StorageException($"Cannot connect to S3 {bucket}: {StorageHttp.Reason(failed)}", failed);
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9.\-_]{1,255}$")]
    private static partial Regex BucketName();
}
