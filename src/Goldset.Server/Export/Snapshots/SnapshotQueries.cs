using Dapper;
using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Reads snapshots of projects that the caller has been found to see.</summary>
internal sealed class SnapshotQueries(Database database, TimeProvider clock)
{
    private const int MaxListed = 100;

    /// <summary>How long an answer waits for the end of what it has ordered.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The newest snapshots of a project, each with its conversions.</summary>
    public async Task<IReadOnlyList<(SnapshotRow Snapshot, IEnumerable<ConversionRow> Conversions)>> ListAsync(long projectId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var snapshots = (await connection.QueryAsync<SnapshotRow>(new CommandDefinition(
            $"SELECT {SnapshotRow.Columns} {SnapshotRow.From} WHERE s.project_id = @projectId ORDER BY s.id DESC LIMIT {MaxListed}", new { projectId }, cancellationToken: cancel))).AsList();
        if (snapshots.Count == 0) return [];
        var conversions = (await connection.QueryAsync<ConversionRow>(new CommandDefinition($"""
            SELECT {ConversionRow.Columns} FROM export_conversions c JOIN export_snapshots s ON s.id = c.snapshot_id WHERE s.project_id = @projectId AND s.id >= @first ORDER BY c.id
            """, new { projectId, first = snapshots[^1].Id }, cancellationToken: cancel))).ToLookup(c => c.SnapshotId);
        return [.. snapshots.Select(snapshot => (snapshot, conversions[snapshot.Id]))];
    }

    /// <summary>One snapshot.</summary>
    /// <exception cref="ApiException">404: the project has no such snapshot.</exception>
    public async Task<SnapshotRow> GetAsync(long projectId, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<SnapshotRow>(new CommandDefinition(
            $"SELECT {SnapshotRow.Columns} {SnapshotRow.From} WHERE s.id = @id AND s.project_id = @projectId", new { id, projectId }, cancellationToken: cancel)) ?? throw NoSnapshot();
    }

    /// <summary>The conversions of a snapshot in the order in which they were asked for.</summary>
    public async Task<IReadOnlyList<ConversionRow>> ConversionsAsync(long snapshotId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<ConversionRow>(new CommandDefinition(
            $"SELECT {ConversionRow.Columns} FROM export_conversions c WHERE c.snapshot_id = @snapshotId ORDER BY c.id", new { snapshotId }, cancellationToken: cancel))).AsList();
    }

    /// <summary>Waits a moment for the end of a snapshot that was just ordered.</summary>
    /// <exception cref="ApiException">404: it was deleted meanwhile.</exception>
    public Task<SnapshotRow> EndOfAsync(long projectId, long id, CancellationToken cancel) => WaitAsync(() => GetAsync(projectId, id, cancel), snapshot => !snapshot.IsOpen, cancel);

    /// <summary>Waits a moment for the end of a conversion that was just ordered.</summary>
    public Task EndOfConversionAsync(long snapshotId, long id, CancellationToken cancel) =>
        WaitAsync(() => ConversionsAsync(snapshotId, cancel), conversions => !conversions.Any(c => c.Id == id && SnapshotStatus.IsOpen(c.Status)), cancel);

    /// <summary>404: there is no such snapshot.</summary>
    public static ApiException NoSnapshot() => ApiException.NoMatch("Export");

    private async Task<T> WaitAsync<T>(Func<Task<T>> read, Func<T, bool> hasEnded, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(10);
        while (true)
        {
            var found = await read();
            if (hasEnded(found) || clock.GetElapsedTime(began) > Patience) return found;
            await Task.Delay(pause, clock, cancel);
            if (pause < TimeSpan.FromMilliseconds(200)) pause *= 1.5;
        }
    }
}
