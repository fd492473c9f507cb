using System.Text;
using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Projects;

namespace Goldset.Server.Webhooks;

/// <summary>Makes the requests to receivers.</summary>
internal sealed partial class WebhookRequests(IHttpClientFactory clients, Database database, LabelConfigs configs, ServerOptions options, ILogger<WebhookRequests> log)
{
    private static readonly string[] SetByTransport = ["Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>Sends one request. Whatever comes of it is only logged.</summary>
    /// <exception cref="OperationCanceledException">The server stops; the request may not have arrived.</exception>
    public async Task SendAsync(WebhookDelivery delivery, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ByteArrayContent(await BodyAsync(delivery, stop)) };
            SetHeaders(request, delivery.Headers);
            // As long for connecting as for the answer.
            limit.CancelAfter(2 * options.WebhookTimeout);
            using var client = clients.CreateClient(Reach.Private);
            client.Timeout = Timeout.InfiniteTimeSpan;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode) Refused(log, delivery.Url, (int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            NoAnswer(log, delivery.Url, 2 * options.WebhookTimeout);
        }
        catch (Exception failed) when (failed is HttpRequestException or RequestRefusedException or NotSupportedException or UriFormatException or InvalidOperationException or IOException)
        {
            Failed(log, delivery.Url, (failed.InnerException as RequestRefusedException)?.Message ?? failed.Message);
        }
    }

    private static void SetHeaders(HttpRequestMessage request, string headers)
    {
        using var sent = JsonDocument.Parse(headers);
        foreach (var header in sent.RootElement.EnumerateObject())
        {
            if (SetByTransport.Contains(header.Name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString())) request.Content!.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }
        if (request.Content!.Headers.ContentType is null) request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    private async Task<byte[]> BodyAsync(WebhookDelivery delivery, CancellationToken cancel)
    {
        if (delivery.TaskIds is null) return Encoding.UTF8.GetBytes(delivery.Body);
        await using var connection = await database.ReadAsync(cancel);
        var tasks = await TaskPayload.ReadAsync(connection, null, database.Dialect, configs, JsonSerializer.Deserialize<long[]>(delivery.TaskIds)!);
        using var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes(delivery.Body.AsSpan(0, delivery.Body.Length - 1).ToString()));
        body.Write(",\"tasks\":"u8);
        JsonSerializer.Serialize(body, tasks, Json.Options);
        body.Write("}"u8);
        return body.ToArray();
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Url} answered {Status}")]
    private static partial void Refused(ILogger log, string url, int status);

    [LoggerMessage(LogLevel.Warning, "Webhook {Url} did not answer within {Limit}")]
    private static partial void NoAnswer(ILogger log, string url, TimeSpan limit);

    [LoggerMessage(LogLevel.Warning, "Webhook {Url} could not be told: {Reason}")]
    private static partial void Failed(ILogger log, string url, string reason);
}
