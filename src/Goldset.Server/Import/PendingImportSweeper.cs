using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.Import;

/// <summary>Removes the rows of imports that failed, were cut off, or whose process is gone.</summary>
internal sealed partial class PendingImportSweeper(Database database, PendingImports imports, TimeProvider clock, ILogger<PendingImportSweeper> log) : Worker
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Made before the server takes requests, so no import of this process is older.
    private readonly Timestamp started = Timestamp.Now(clock);

    /// <inheritdoc />
    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        // One process alone writes to an SQLite file, so what is pending when it starts is left from an earlier one.
        var deadSince = database.Engine == Engine.Sqlite ? started : started.Add(-PendingImports.DeadAfter);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (imports.Abandoned.TryRead(out var id)) await SweepAsync(id, stoppingToken);
                foreach (var id in await DeadAsync(deadSince, stoppingToken)) await SweepAsync(id, stoppingToken);
            }
            catch (System.Data.Common.DbException failed)
            {
                Failed(log, failed);
            }
            await WaitAsync(stoppingToken);
            deadSince = Timestamp.Now(clock).Add(-PendingImports.DeadAfter);
        }
    }

    /// <summary>Waits for an import to be given up, or for the next round.</summary>
    private async Task WaitAsync(CancellationToken stop)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
        round.CancelAfter(Interval);
        try
        {
            await imports.Abandoned.WaitToReadAsync(round.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for the next round, or the end.
        }
    }

    /// <summary>Imports that are dead or were already being swept.</summary>
    private async Task<IReadOnlyList<long>> DeadAsync(Timestamp since, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<long>("SELECT id FROM pending_imports WHERE heartbeat < @since", new { since })).AsList();
    }

    /// <summary>From here on the import can neither write nor finish.</summary>
    private static Task<int> MarkAsync(WriteTransaction tx, long id) => tx.ExecuteAsync("UPDATE pending_imports SET heartbeat = 0 WHERE id = @id", new { id });

    private async Task SweepAsync(long id, CancellationToken cancel)
    {
        var import = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            await MarkAsync(tx, id);
            return await tx.QueryFirstOrDefaultAsync<PendingRow>("SELECT project_id, first_task_id FROM pending_imports WHERE id = @id", new { id });
        }, cancel);
        if (import is null) return;
        var (from, removed) = (import.FirstTaskId, 0);
        while (true)
        {
            var last = await database.WriteAsync(WriteLane.Bulk, tx => DeleteAsync(tx, id, import.ProjectId, from), cancel);
            if (last is null) break;
            from = last.Value + 1;
            removed += BatchSize;
        }
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("DELETE FROM pending_imports WHERE id = @id", new { id }), cancel);
        Swept(log, id, import.ProjectId, removed);
    }

    /// <summary>Deletes the next tasks of the import.</summary>
    /// <returns>The last one's id; null: there are none.</returns>
    private static async Task<long?> DeleteAsync(WriteTransaction tx, long importId, long projectId, long from)
    {
        var ids = await tx.QueryAsync<long>(
            $"SELECT id FROM tasks WHERE project_id = @projectId AND id >= @from AND import_id = @importId ORDER BY id LIMIT {BatchSize}", new { projectId, from, importId });
        if (ids.Count == 0) return null;
        var range = new { projectId, first = ids[0], last = ids[^1], importId };
        const string Tasks = "SELECT id FROM tasks WHERE project_id = @projectId AND id BETWEEN @first AND @last AND import_id = @importId";
        await tx.ExecuteAsync($"DELETE FROM annotations WHERE task_id IN ({Tasks})", range);
        await tx.ExecuteAsync($"DELETE FROM predictions WHERE task_id IN ({Tasks})", range);
        await tx.ExecuteAsync("DELETE FROM tasks WHERE project_id = @projectId AND id BETWEEN @first AND @last AND import_id = @importId", range);
        return range.last;
    }

    private sealed class PendingRow
    {
        public long ProjectId { get; init; }
        public long FirstTaskId { get; init; }
    }

    [LoggerMessage(LogLevel.Information, "Unfinished import {Id} into project {ProjectId} was removed, up to {Tasks} tasks")]
    private static partial void Swept(ILogger log, long id, long projectId, int tasks);

    [LoggerMessage(LogLevel.Warning, "Unfinished imports could not be removed; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
