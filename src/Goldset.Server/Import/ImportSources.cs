using System.Text;
using System.Text.Json;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Uploads;
using Microsoft.AspNetCore.Http.Features;

namespace Goldset.Server.Import;

/// <summary>Where the tasks of an import come from: stored files, an address that is still to be fetched, or, where both are null, a text of JSON.</summary>
/// <param name="Uploads">The files.</param>
/// <param name="Url">The address.</param>
internal sealed record ImportSource(IReadOnlyList<Upload>? Uploads, string? Url);

/// <summary>Takes what an import request brings: stores its files, and tells the rest apart.</summary>
internal sealed class ImportSources(MultipartUploads multipart, UrlUploads urls, UploadStore store)
{
    /// <summary>Said of a request without anything to import.</summary>
    public const string NoData = "load_tasks: No data found in DATA or in FILES";

    private const int MaxFormValue = 64 * 1024 * 1024;

    /// <summary>Stores the files of <paramref name="request"/>. A JSON body is left to be read.</summary>
    /// <exception cref="ApiException">400: there is nothing, or what there is cannot be imported. 415: another content type.</exception>
    public async Task<ImportSource> ReceiveAsync(HttpRequest request, Caller caller, long projectId, CancellationToken cancel, bool ofDataset = false)
    {
        if (MultipartUploads.IsMultipart(request))
        {
            var sent = await multipart.ReceiveAsync(request, projectId, caller.UserId, cancel, ofDataset);
            return sent.Count > 0 ? new ImportSource(sent, null) : throw new ValidationException(NoData);
        }
        if (request.HasFormContentType)
        {
            var url = await FormUrlAsync(request, cancel);
            return IsInlineJson(url) ? new ImportSource([await StoreAsync(url, caller, projectId, cancel)], null) : new ImportSource(null, url);
        }
        if (IsJson(request)) return new ImportSource(null, null);
        if (request.ContentType is not null || request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, $"Unsupported media type \"{request.ContentType}\" in request.");
        throw new ValidationException(NoData);
    }

    /// <summary>Fetches the file that <paramref name="source"/> names, if it is an address.</summary>
    /// <exception cref="ValidationException">It cannot be fetched.</exception>
    public async Task<ImportSource> FetchAsync(ImportSource source, Caller caller, long projectId, CancellationToken cancel, bool ofDataset = false) =>
        source.Url is { } url ? new ImportSource([await urls.FetchAsync(url, projectId, caller.UserId, cancel, ofDataset)], null) : source;

    private async Task<Upload> StoreAsync(string json, Caller caller, long projectId, CancellationToken cancel)
    {
        var inline = await store.WriteAsync(projectId, "inplace.json", async target => await target.WriteAsync(Encoding.UTF8.GetBytes(json), cancel), cancel);
        return (await store.RegisterAsync(projectId, caller.UserId, [inline], cancel))[0];
    }

    private static async Task<string> FormUrlAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { ValueLengthLimit = MaxFormValue }));
            var url = (await request.ReadFormAsync(cancel))["url"].LastOrDefault();
            return string.IsNullOrEmpty(url) ? throw new ValidationException("\"url\" is not found in request data") : url;
        }
        catch (InvalidDataException malformed)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, $"Form parse error - {malformed.Message}");
        }
    }

    /// <summary>Whether the field holds tasks instead of an address. Single quotes pass for double ones; an empty value is no tasks.</summary>
    private static bool IsInlineJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Replace('\'', '"'), new JsonDocumentOptions { MaxDepth = JsonItemReader.MaxDepth });
            var root = json.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Array => root.GetArrayLength() > 0,
                JsonValueKind.Object => root.EnumerateObject().Any(),
                JsonValueKind.Number => root.GetRawText().AsSpan().IndexOfAnyInRange('1', '9') >= 0,
                JsonValueKind.String => root.GetRawText().Length > 2,
                var kind => kind == JsonValueKind.True,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsJson(HttpRequest request) => request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ?? false;
}
