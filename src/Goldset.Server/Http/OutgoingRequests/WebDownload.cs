using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace Goldset.Server.Http.OutgoingRequests;

/// <summary>Fetches files from addresses that users name, which must be on the public internet.</summary>
internal sealed class WebDownload(IHttpClientFactory clients)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Longest silence of the other side.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Asks for an address, credentials in it included. The answer may be of any status; dispose it.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, or must not be: then a <see cref="RequestRefusedException"/> is inside.</exception>
    /// <exception cref="OperationCanceledException">No answer came in time.</exception>
    public async Task<HttpResponseMessage> RequestAsync(Uri address, CancellationToken cancel)
    {
        var client = clients.CreateClient(Reach.Public);
        client.Timeout = Patience;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (address.UserInfo.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    /// <summary>Copies what an answer holds.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="target">Where the bytes go.</param>
    /// <param name="check">Told how many bytes there are so far; throws when they are too many.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="OperationCanceledException">Nothing came for too long.</exception>
    public static async Task CopyAsync(HttpResponseMessage response, Stream target, Action<long> check, CancellationToken cancel)
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
                check(size += read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Why a request was not sent, when the rules did not let it.</summary>
    public static RequestRefusedException? Refusal(Exception? failed)
    {
        while (failed is not null and not RequestRefusedException) failed = failed.InnerException;
        return failed as RequestRefusedException;
    }
}
