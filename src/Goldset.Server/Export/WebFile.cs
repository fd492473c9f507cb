using Goldset.Formats;
using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Export;

/// <summary>Files on the web, for exports.</summary>
internal static class WebFile
{
    /// <summary>Fetches a file into a temporary one.</summary>
    /// <param name="web">Fetches it.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="largest">Bytes that it may have.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="MediaUnavailableException">It is not there, may not be fetched, or is too large.</exception>
    public static async Task<Stream> OpenAsync(WebDownload web, Uri address, long largest, CancellationToken cancel)
    {
        var file = TemporaryFile.Create();
        try
        {
            using var response = await web.RequestAsync(address, cancel);
            if (!response.IsSuccessStatusCode) throw new MediaUnavailableException($"the address answered with status {(int)response.StatusCode}");
            await WebDownload.CopyAsync(response, file, size =>
            {
                if (size > largest) throw new MediaUnavailableException($"the file is larger than {largest} bytes");
            }, cancel);
            file.Position = 0;
            return file;
        }
        catch (Exception failed)
        {
            await file.DisposeAsync();
            throw failed switch
            {
                HttpRequestException => new MediaUnavailableException(WebDownload.Refusal(failed)?.Message ?? failed.Message, failed),
                IOException => new MediaUnavailableException(failed.Message, failed),
                OperationCanceledException when !cancel.IsCancellationRequested => new MediaUnavailableException($"no answer for {WebDownload.Patience.TotalSeconds} seconds", failed),
                _ => failed,
            };
        }
    }
}
