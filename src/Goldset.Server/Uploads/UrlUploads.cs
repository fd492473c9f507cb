using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Uploads;

/// <summary>Fetches files from addresses that users name, which must be on the public internet.</summary>
internal sealed class UrlUploads(WebDownload web, UploadStore store, ServerOptions options)
{
    private const string NotValid = "The provided URL was not valid. URLs must begin with http:// or https://, and cannot be local IPs.";

    /// <summary>Fetches and registers a file. As ever, an answer with an error status is a file too.</summary>
    /// <exception cref="ValidationException">The address is no good, cannot be reached, or is of an unknown kind.</exception>
    public async Task<Upload> FetchAsync(string url, long projectId, long userId, CancellationToken cancel, bool ofDataset = false)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new ValidationException(NotValid);
        try
        {
            using var response = await web.RequestAsync(address, cancel);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is not null)
                throw new ValidationException("The URL redirects too often, or from https to http.");
            var name = NameOf(url, address, response.RequestMessage!.RequestUri!);
            if (Path.GetExtension(name).Length > 0) UploadExtensions.Check(name, ofDataset);
            if (response.Content.Headers.ContentLength is { } length) CheckSize(length);
            var file = await store.WriteAsync(projectId, UploadName.Clean(name), target => WebDownload.CopyAsync(response, target, CheckSize, cancel), cancel);
            return (await store.RegisterAsync(projectId, userId, [file], cancel))[0];
        }
        catch (HttpRequestException failed)
        {
            throw new ValidationException(WebDownload.Refusal(failed)?.Message ?? $"The URL cannot be read: {failed.Message}");
        }
        catch (IOException failed)
        {
            throw new ValidationException($"The URL cannot be read: {failed.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ValidationException($"The URL cannot be read: no answer for {WebDownload.Patience.TotalSeconds} seconds");
        }
    }

    private void CheckSize(long size)
    {
        if (size >= options.MaxBodySize)
            throw new ValidationException($"Maximum total size of all files is {options.MaxBodySize} bytes, current size is {size} bytes");
    }

    /// <summary>What follows the last slash, query included; after a redirect the last part of the path.</summary>
    private static string NameOf(string url, Uri asked, Uri answered)
    {
        var text = asked == answered ? url : Uri.UnescapeDataString(answered.AbsolutePath);
        return text[(text.LastIndexOf('/') + 1)..];
    }
}
