using System.Globalization;
using System.Text.RegularExpressions;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Media;

/// <summary>Hands objects of a project's import storages to browsers: by a signed address, or through the server.</summary>
internal sealed partial class ObjectMedia(StorageIndex index, StorageQueries queries, StorageVault vault, StorageKinds kinds, TimeProvider clock)
{
    private const long MaxRange = 8 * 1024 * 1024;

    /// <summary>Answers a request for <paramref name="parameter"/>, the object's address; <paramref name="taskData"/> is the JSON it may be named in.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, Caller caller, long projectId, string? taskData, string parameter, CancellationToken cancel)
    {
        var uri = ObjectUri.Decode(parameter);
        foreach (var entry in index.Of(projectId))
        {
            if (entry.UriPrefix is not { } prefix || uri.Length <= prefix.Length || !uri.StartsWith(prefix, StringComparison.Ordinal)) continue;
            if (await queries.FindAsync(entry.Id, cancel) is not { } row) continue;
            var key = uri[prefix.Length..];
            if (!ObjectScope.Covers(row, key) && (taskData is null || !ObjectScope.Names(taskData, uri))) continue;
            return row.Presign ? await PresignAsync(http, row, key) : await ProxyAsync(http, caller, row, key, cancel);
        }
        return Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private async Task<IResult> PresignAsync(HttpContext http, StorageRow row, string key)
    {
        try
        {
            using var store = Open(row);
            var lifetime = TimeSpan.FromMinutes(row.PresignTtl);
            http.Response.Headers.Location = await store.PresignAsync(key, lifetime, clock.GetUtcNow());
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
        IMediaStore? store = null;
        MediaObject? found = null;
        try
        {
            store = Open(row);
            var range = Range(http.Request.Headers.Range.ToString());
            found = await store.OpenAsync(key, range, cancel);
            var etag = $"\"{caller.UserId.ToString(CultureInfo.InvariantCulture)}1{found.ETag?.Trim('"')}\"";
            var headers = http.Response.Headers;
            headers.CacheControl = "private, max-age=3600, must-revalidate";
            headers.ETag = etag;
            headers.AcceptRanges = "bytes";
            // As an upload: data, whatever is in it.
            headers.ContentSecurityPolicy = MediaEndpoints.NoScripts;
            if (range is null && http.Request.Headers.IfNoneMatch.ToString() == etag) return Results.StatusCode(StatusCodes.Status304NotModified);
            if (found.LastModified is { } modified) headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(found.ContentRange)) headers.ContentRange = found.ContentRange;
            http.Response.StatusCode = found.Status;
            http.Response.ContentType = found.ContentType is { Length: > 0 } type ? type : "application/octet-stream";
            http.Response.ContentLength = found.Length;
            await found.Content.CopyToAsync(http.Response.Body, cancel);
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
            store?.Dispose();
        }
    }

    private IMediaStore Open(StorageRow row) =>
        kinds.Find(row.Kind)?.Open(row.ToSetup(vault)) as IMediaStore ?? throw new StorageException($"Storages of the kind {row.Kind} hold nothing to show");

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
