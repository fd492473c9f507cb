using System.Data.Common;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Jobs;

namespace Goldset.Server.Export.Snapshots;

/// <summary>
/// Makes the snapshots and conversions that were asked for, some side by side. What a process that ended has begun is begun again, by
/// whoever finds its lease over.
/// </summary>
internal sealed partial class SnapshotWorker(Database database, SnapshotQueue queue, SnapshotMaker maker, SnapshotFiles files, LeaseRunner runner, TimeProvider clock, ILogger<SnapshotWorker> log) : Worker
{
    private const int SideBySide = 2;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepRound = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var isFirst = database.Engine == Engine.Sqlite;
        long? swept = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // One process alone writes to an SQLite file, so leases that are there when it starts are left from an earlier one.
                if (isFirst) await queue.ReleaseAllAsync(stoppingToken);
                isFirst = false;
                running.RemoveAll(task => task.IsCompleted);
                while (running.Count < SideBySide && await queue.ClaimAsync(stoppingToken) is { } job) running.Add(RunAsync(job, stoppingToken));
                if (swept is null || clock.GetElapsedTime(swept.Value) > SweepRound)
                {
                    await files.SweepAsync(stoppingToken);
                    swept = clock.GetTimestamp();
                }
            }
            catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException)
            {
                Failed(log, failed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            await queue.Signal.WaitAsync(Round, stoppingToken);
        }
        await Task.WhenAll(running);
    }

    private async Task RunAsync(SnapshotJob job, CancellationToken stop)
    {
        await runner.RunAsync(new SnapshotWork(database, queue, maker, clock, job), stop);
        queue.Signal.Wake();
    }

    [LoggerMessage(LogLevel.Warning, "Snapshots could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
