using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Goldset.Server.Uploads;

/// <summary>Takes the files out of a multipart request, each going to disk as it arrives.</summary>
internal sealed class MultipartUploads(UploadStore store, ServerOptions options)
{
    private const int BufferSize = 64 * 1024;
    private const int MaxBoundaryLength = 200;

    /// <summary>Whether a request is multipart.</summary>
    public static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Stores and registers the files of <paramref name="request"/>. Of several in one field the last counts, other fields are passed over. When one
    /// is refused, none is kept.
    /// </summary>
    /// <param name="request">A multipart request.</param>
    /// <param name="projectId">Whose files.</param>
    /// <param name="userId">Who uploads.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <param name="ofDataset">The files are a dataset.</param>
    /// <exception cref="ApiException">400: a file is of an unknown kind, there are too many, or the request is malformed.</exception>
    public async Task<List<Upload>> ReceiveAsync(HttpRequest request, long projectId, long userId, CancellationToken cancel, bool ofDataset = false)
    {
        var files = await StoreAsync(request, projectId, onlyField: null, ofDataset, cancel);
        try
        {
            return files.Count == 0 ? [] : await store.RegisterAsync(projectId, userId, files, cancel);
        }
        catch
        {
            store.Remove(files.Select(f => f.File));
            throw;
        }
    }

    /// <summary>Stores the file of one field, without registering it; null when the field has none.</summary>
    /// <exception cref="ApiException">400: as for <see cref="ReceiveAsync"/>.</exception>
    public async Task<StoredFile?> StoreOneAsync(HttpRequest request, long projectId, string field, CancellationToken cancel) =>
        await StoreAsync(request, projectId, field, ofDataset: false, cancel) is [var file] ? file : null;

    private async Task<List<StoredFile>> StoreAsync(HttpRequest request, long projectId, string? onlyField, bool ofDataset, CancellationToken cancel)
    {
        var stored = new OrderedDictionary<string, StoredFile>(StringComparer.Ordinal);
        ApiException? refusal = null;
        var count = 0;
        try
        {
            var reader = new MultipartReader(Boundary(request), request.Body, BufferSize);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || FileName(disposition) is not { Length: > 0 } sent) continue;
                var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (onlyField is not null && field != onlyField) continue;
                var name = UploadName.Clean(sent);
                if (++count > options.MaxFilesPerUpload)
                    refusal ??= new ApiException(StatusCodes.Status400BadRequest, "The number of files exceeded settings.DATA_UPLOAD_MAX_NUMBER_FILES.");
                if (UploadExtensions.Refusal(name, ofDataset) is { } reason) refusal ??= new ValidationException(reason);
                // The rest is read all the same, or the client might never see the answer.
                if (refusal is not null) continue;
                if (stored.Remove(field, out var before)) store.Remove([before.File]);
                stored.Add(field, await store.WriteAsync(projectId, name, target => section.Body.CopyToAsync(target, BufferSize, cancel), cancel));
            }
            if (refusal is not null) throw refusal;
            return [.. stored.Values];
        }
        catch (Exception failed)
        {
            store.Remove(stored.Values.Select(f => f.File));
            if (failed is InvalidDataException or IOException and not BadHttpRequestException)
                throw new ApiException(StatusCodes.Status400BadRequest, $"Multipart form parse error - {failed.Message}");
            throw;
        }
    }

    private static string Boundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        if (boundary.Length is 0 or > MaxBoundaryLength) throw new InvalidDataException("Invalid boundary in multipart: None");
        return boundary;
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
}
