using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.S3.Model;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Storages.S3;
using S3Bucket = Goldset.Server.Storages.S3.S3Bucket;

namespace Goldset.Server.Storages.Media;

/// <summary>Hands objects of a project's import storages to browsers: by a signed address, or through the server.</summary>
internal sealed partial class ObjectMedia(StorageIndex index, StorageQueries queries, StorageVault vault, S3Kind s3, TimeProvider clock)
{
    private const long MaxRange = 8 * 1024 * 1024;

    /// <summary>Answers a request for <paramref name="parameter"/>, the object's address.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, Caller caller, long projectId, string parameter, CancellationToken cancel)
    {
        var uri = ObjectUri.Decode(parameter);
        var entry = index.Of(projectId).FirstOrDefault(storage => storage.UriPrefix is { } prefix && uri.Length > prefix.Length && uri.StartsWith(prefix, StringComparison.Ordinal));
        if (entry is null || await queries.FindAsync(entry.Id, cancel) is not { } row) return Results.StatusCode(StatusCodes.Status404NotFound);
        var key = uri[entry.UriPrefix!.Length..];
        return row.Presign ? await PresignAsync(http, row, key) : await ProxyAsync(http, caller, row, key, cancel);
    }

    private async Task<IResult> PresignAsync(HttpContext http, StorageRow row, string key)
    {
        try
        {
            using var bucket = s3.OpenBucket(row.ToSetup(vault));
            var lifetime = TimeSpan.FromMinutes(row.PresignTtl);
            http.Response.Headers.Location = await bucket.PresignAsync(key, lifetime, clock.GetUtcNow());
            http.Response.Headers.CacheControl = $"no-store, max-age={((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture)}";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (StorageException)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }
    }

    private async Task<IResult> ProxyAsync(HttpContext http, Caller caller, StorageRow row, string key, CancellationToken cancel)
    {
        S3Bucket? bucket = null;
        GetObjectResponse? found = null;
        try
        {
            bucket = s3.OpenBucket(row.ToSetup(vault));
            var range = Range(http.Request.Headers.Range.ToString());
            found = await bucket.OpenAsync(key, range, cancel);
            var etag = $"\"{caller.UserId.ToString(CultureInfo.InvariantCulture)}1{found.ETag?.Trim('"')}\"";
            var headers = http.Response.Headers;
            headers.CacheControl = "private, max-age=3600, must-revalidate";
            headers.ETag = etag;
            headers.AcceptRanges = "bytes";
            // As an upload: data, whatever is in it.
            headers.ContentSecurityPolicy = MediaEndpoints.NoScripts;
            if (range is null && http.Request.Headers.IfNoneMatch.ToString() == etag) return Results.StatusCode(StatusCodes.Status304NotModified);
            if (found.LastModified is { } modified) headers.LastModified = modified.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(found.ContentRange)) headers.ContentRange = found.ContentRange;
            http.Response.StatusCode = (int)found.HttpStatusCode;
            http.Response.ContentType = found.Headers.ContentType is { Length: > 0 } type ? type : "application/octet-stream";
            http.Response.ContentLength = found.ContentLength;
            await found.ResponseStream.CopyToAsync(http.Response.Body, cancel);
            return Results.Empty;
        }
        catch (Exception failed) when (failed is StorageException or IOException && !http.Response.HasStarted)
        {
            http.Response.Clear();
            return Json.Result(new MediaFailure("Storage stream failed while proxying data", failed.Message), StatusCodes.Status424FailedDependency);
        }
        finally
        {
            found?.Dispose();
            bucket?.Dispose();
        }
    }

    /// <summary>The range to ask for: not more than <see cref="MaxRange"/>, so that a player's first request does not fetch a film. Null: all.</summary>
    private static string? Range(string header)
    {
        if (header is "bytes=0-" or "bytes=0-0") return header;
        if (RangePattern().Match(header) is not { Success: true } match || !long.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var first)) return null;
        var last = long.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var end) ? end : long.MaxValue;
        if (last < first) return null;
        return string.Create(CultureInfo.InvariantCulture, $"bytes={first}-{Math.Min(last, first + MaxRange - 1)}");
    }

    [GeneratedRegex(@"^bytes=(\d{1,18})-(\d{0,18})$")]
    private static partial Regex RangePattern();
}

/// <summary>An object could not be fetched.</summary>
internal sealed record MediaFailure(string Error, string Detail);
