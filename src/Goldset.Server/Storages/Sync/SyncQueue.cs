using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.Storages.Sync;

/// <summary>
/// Synchronizations as rows: whoever claims a queued storage runs it, keeps its heartbeat, and ends it. A claim that was lost, because its
/// process stood still for too long, can write nothing any more.
/// </summary>
internal sealed class SyncQueue(Database database, TimeProvider clock)
{
    /// <summary>How often a running synchronization beats at least.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(25);
    private const string Lost = "It appears the job was failed because the last ping time is too old, and the process that ran it is gone. Synchronize again: what is there already is not imported twice.";

    /// <summary>Wakes the worker of this process.</summary>
    public WakeSignal Signal { get; } = new();

    /// <summary>Queues a storage, unless it is queued or in progress.</summary>
    public async Task EnqueueAsync(long id, CancellationToken cancel)
    {
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var row = await tx.QueryFirstOrDefaultAsync<StorageRow>($"SELECT {StorageRow.Columns} FROM storages s WHERE s.id = @id{tx.Dialect.ForUpdate("s")}", new { id });
            if (row is null || row.IsBusy) return;
            var meta = new JsonObject { ["attempts"] = row.Attempt + 1, ["time_queued"] = SyncClaim.Text(Timestamp.Now(clock)) };
            await tx.ExecuteAsync("""
                UPDATE storages SET status = 'queued', attempt = attempt + 1, last_sync = NULL, last_sync_count = NULL, heartbeat = NULL, meta = @meta WHERE id = @id
                """, new { id, meta = meta.ToJsonString(Http.Json.Options) });
        }, cancel);
        Signal.Wake();
    }

    /// <summary>Takes the next queued storage; null when there is none.</summary>
    public Task<SyncClaim?> ClaimAsync(CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk, async tx =>
    {
        var row = await tx.QueryFirstOrDefaultAsync<StorageRow>(
            $"SELECT {StorageRow.Columns} FROM storages s WHERE s.status = 'queued' ORDER BY s.id LIMIT 1{tx.Dialect.ForUpdateSkipLocked("s")}");
        if (row is null) return null;
        var claim = new SyncClaim(database, row, clock);
        await claim.BeginAsync(tx);
        return claim;
    }, cancel);

    /// <summary>Ends the synchronizations whose process is gone.</summary>
    /// <param name="started">When this process started; on SQLite whatever ran before is dead.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task FailLostAsync(Timestamp? started, CancellationToken cancel)
    {
        var since = started ?? Timestamp.Now(clock).Add(-DeadAfter);
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM storages WHERE status = 'in_progress' AND heartbeat < @since LIMIT 1", new { since }) is null) return;
        await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            foreach (var row in await tx.QueryAsync<StorageRow>(
                $"SELECT {StorageRow.Columns} FROM storages s WHERE s.status = 'in_progress' AND s.heartbeat < @since{tx.Dialect.ForUpdateSkipLocked("s")}", new { since }))
            {
                var meta = JsonNode.Parse(row.Meta)!.AsObject();
                meta["time_failure"] = SyncClaim.Text(Timestamp.Now(clock));
                await tx.ExecuteAsync("UPDATE storages SET status = 'failed', traceback = @Lost, meta = @meta WHERE id = @Id", new { row.Id, Lost, meta = meta.ToJsonString(Http.Json.Options) });
            }
        }, cancel);
    }
}
