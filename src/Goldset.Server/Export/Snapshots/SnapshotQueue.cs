using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Snapshots and conversions that are to be made: rows that a process leases while it works on them.</summary>
internal sealed class SnapshotQueue(Database database, TimeProvider clock)
{
    /// <summary>How often a lease is renewed.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    // On SQLite one process works alone, and looks after what an earlier one has left when it starts.
    private readonly TimeSpan lease = database.Engine == Engine.Sqlite ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(10);

    /// <summary>Wakes the worker of this process.</summary>
    public WakeSignal Signal { get; } = new();

    /// <summary>When a lease that is given or renewed now ends.</summary>
    public Timestamp LeaseEnd() => Timestamp.Now(clock).Add(lease);

    /// <summary>Ends all leases: those of an earlier process, where there can be no other one.</summary>
    public Task ReleaseAllAsync(CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk, async tx =>
    {
        foreach (var table in (string[])["export_snapshots", "export_conversions"])
            await tx.ExecuteAsync($"UPDATE {table} SET leased_until = NULL WHERE status IN ('created', 'in_progress') AND leased_until IS NOT NULL");
    }, cancel);

    /// <summary>Takes the next snapshot or conversion; null when there is none.</summary>
    public async Task<SnapshotJob?> ClaimAsync(CancellationToken cancel) =>
        await ClaimAsync("export_snapshots", "RETURNING project_id, id AS snapshot_id, NULL AS conversion_id, attempt", cancel)
        ?? await ClaimAsync("export_conversions", "RETURNING (SELECT s.project_id FROM export_snapshots s WHERE s.id = snapshot_id) AS project_id, snapshot_id, id AS conversion_id, attempt", cancel);

    private async Task<SnapshotJob?> ClaimAsync(string table, string returning, CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        var open = $"SELECT e.id FROM {table} e WHERE e.status IN ('created', 'in_progress') AND (e.leased_until IS NULL OR e.leased_until < @now) ORDER BY e.id LIMIT 1";
        // Mostly there is nothing, which a reader can tell without a writer.
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(open, new { now }, cancellationToken: cancel)) is null)
                return null;
        var row = await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<Claimed>($"""
            UPDATE {table} SET status = 'in_progress', attempt = attempt + 1, leased_until = @until WHERE id = ({open}{tx.Dialect.ForUpdateSkipLocked("e")}) {returning}
            """, new { now, until = LeaseEnd() }), cancel);
        return row is null ? null : new SnapshotJob(row.ProjectId, row.SnapshotId, row.ConversionId, row.Attempt);
    }

    private sealed class Claimed
    {
        public long ProjectId { get; init; }
        public long SnapshotId { get; init; }
        public long? ConversionId { get; init; }
        public int Attempt { get; init; }
    }
}
