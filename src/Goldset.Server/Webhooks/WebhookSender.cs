using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Hosting;

namespace Goldset.Server.Webhooks;

/// <summary>
/// Sends what was put down for receivers: to each in order, to several at the same time. A node leases a receiver while it sends, so
/// that no other node sends the same; what a dead node had begun is sent again once its lease is over.
/// </summary>
internal sealed partial class WebhookSender(Database database, WebhookOutbox outbox, WebhookRequests requests, ServerOptions options, TimeProvider clock, ILogger<WebhookSender> log) : Worker
{
    private const int AtOnce = 8;
    private const int Batch = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    // Longer than a turn with the request that ends it.
    private readonly TimeSpan lease = 2 * Turn + 2 * options.WebhookTimeout;

    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var ownAlone = database.Engine == Engine.Sqlite;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // One process alone writes to an SQLite file, so a lease that is there when it starts is left from an earlier one.
                if (ownAlone) await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE webhooks SET leased_until = NULL WHERE leased_until IS NOT NULL"), stoppingToken);
                ownAlone = false;
                running.RemoveAll(task => task.IsCompleted);
                while (running.Count < AtOnce && await TakeAsync(stoppingToken) is { } webhookId) running.Add(SendAllAsync(webhookId, stoppingToken));
            }
            catch (DbException failed)
            {
                Failed(log, failed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            await outbox.WaitAsync(LookAgain, stoppingToken);
        }
        await Task.WhenAll(running);
    }

    private async Task<long?> TakeAsync(CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        const string Due = """
            SELECT w.id FROM webhooks w
            WHERE (w.leased_until IS NULL OR w.leased_until < @now) AND EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.webhook_id = w.id) ORDER BY w.id LIMIT 1
            """;
        // Mostly there is nothing, which a reader can tell without a writer.
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(Due, new { now }, cancellationToken: cancel)) is null)
                return null;
        return await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<long?>(
            $"UPDATE webhooks SET leased_until = @until WHERE id = ({Due}{tx.Dialect.ForUpdateSkipLocked("w")}) RETURNING id", new { now, until = now.Add(lease) }), cancel);
    }

    private async Task SendAllAsync(long webhookId, CancellationToken stop)
    {
        var sent = new List<long>();
        try
        {
            var began = clock.GetTimestamp();
            IReadOnlyList<WebhookDelivery> due;
            await using (var connection = await database.ReadAsync(stop))
                due = (await connection.QueryAsync<WebhookDelivery>(new CommandDefinition(
                    $"SELECT * FROM webhook_deliveries WHERE webhook_id = @webhookId ORDER BY id LIMIT {Batch}", new { webhookId }, cancellationToken: stop))).AsList();
            foreach (var delivery in due)
            {
                if (clock.GetElapsedTime(began) > Turn) break;
                await requests.SendAsync(delivery, stop);
                sent.Add(delivery.Id);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not sent stays for the next start.
        }
        catch (DbException failed)
        {
            Failed(log, failed);
        }
        await GiveBackAsync(webhookId, sent);
        outbox.Wake();
    }

    private async Task GiveBackAsync(long webhookId, List<long> sent)
    {
        try
        {
            await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                var parameters = new DynamicParameters();
                parameters.Add("sent", sent.ToArray());
                if (sent.Count > 0) await tx.ExecuteAsync($"DELETE FROM webhook_deliveries WHERE {tx.Dialect.In("id", "@sent")}", parameters);
                await tx.ExecuteAsync("UPDATE webhooks SET leased_until = NULL WHERE id = @webhookId", new { webhookId });
            }, CancellationToken.None);
        }
        catch (DbException failed)
        {
            Failed(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks could not be told; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
