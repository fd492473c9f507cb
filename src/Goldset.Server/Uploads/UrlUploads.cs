using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Uploads;

/// <summary>Fetches files from addresses that users name, which must be on the public internet.</summary>
internal sealed class UrlUploads(IHttpClientFactory clients, UploadStore store, ServerOptions options)
{
    private const int BufferSize = 128 * 1024;
    private const string NotValid = "The provided URL was not valid. URLs must begin with http:// or https://, and cannot be local IPs.";

    /// <summary>Longest silence of the other side.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Fetches and registers a file. As ever, an answer with an error status is a file too.</summary>
    /// <exception cref="ValidationException">The address is no good, cannot be reached, or is of an unknown kind.</exception>
    public async Task<Upload> FetchAsync(string url, long projectId, long userId, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new ValidationException(NotValid);
        try
        {
            using var response = await RequestAsync(address, cancel);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is not null)
                throw new ValidationException("The URL redirects too often, or from https to http.");
            var name = NameOf(url, address, response.RequestMessage!.RequestUri!);
            if (Path.GetExtension(name).Length > 0) UploadExtensions.Check(name);
            if (response.Content.Headers.ContentLength is { } length) CheckSize(length);
            var file = await store.WriteAsync(projectId, UploadName.Clean(name), target => CopyAsync(response, target, cancel), cancel);
            return (await store.RegisterAsync(projectId, userId, [file], cancel))[0];
        }
        catch (HttpRequestException failed)
        {
            throw new ValidationException(Refusal(failed)?.Message ?? $"The URL cannot be read: {failed.Message}");
        }
        catch (IOException failed)
        {
            throw new ValidationException($"The URL cannot be read: {failed.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ValidationException($"The URL cannot be read: no answer for {Patience.TotalSeconds} seconds");
        }
    }

    private async Task<HttpResponseMessage> RequestAsync(Uri address, CancellationToken cancel)
    {
        var client = clients.CreateClient(Reach.Public);
        client.Timeout = Patience;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (address.UserInfo.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private async Task CopyAsync(HttpResponseMessage response, Stream target, CancellationToken cancel)
    {
        await using var source = await response.Content.ReadAsStreamAsync(cancel);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            while (true)
            {
                silence.CancelAfter(Patience);
                var read = await source.ReadAsync(buffer, silence.Token);
                if (read == 0) return;
                CheckSize(size += read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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

    private static RequestRefusedException? Refusal(Exception? failed)
    {
        while (failed is not null and not RequestRefusedException) failed = failed.InnerException;
        return failed as RequestRefusedException;
    }
}
