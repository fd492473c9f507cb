using System.Data.Common;
using Goldset.Data;
using Goldset.Formats;

namespace Goldset.Server.Export.Snapshots;

/// <summary>
/// Makes the snapshots and conversions that were asked for, some side by side. What a process that ended has begun is begun again, by
/// whoever finds its lease over.
/// </summary>
internal sealed partial class SnapshotWorker(Database database, SnapshotQueue queue, SnapshotMaker maker, SnapshotFiles files, TimeProvider clock, ILogger<SnapshotWorker> log) : BackgroundService
{
    private const int SideBySide = 2;

    /// <summary>A snapshot that has ended its process so often is not tried again.</summary>
    private const int MaxAttempts = 20;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepRound = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
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
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = BeatAsync(job, ended);
        var end = await WorkAsync(job, stop, ended.Token);
        await ended.CancelAsync();
        await beating;
        try
        {
            if (end is not null) await database.WriteAsync(WriteLane.Interactive, end, CancellationToken.None);
        }
        catch (Exception failed) when (failed is SnapshotLostException or DbException)
        {
            Lost(log, job.SnapshotId, failed);
        }
        queue.Signal.Wake();
    }

    /// <summary>Works.</summary>
    /// <returns>What is left to be written about the end; null: nothing.</returns>
    private async Task<Func<WriteTransaction, Task>?> WorkAsync(SnapshotJob job, CancellationToken stop, CancellationToken ended)
    {
        try
        {
            if (job.Attempt > MaxAttempts) return Ended($"It was interrupted {MaxAttempts} times.");
            await maker.RunAsync(job, ended);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return job.ReturnAsync;
        }
        catch (Exception lost) when (lost is SnapshotLostException or OperationCanceledException)
        {
            Lost(log, job.SnapshotId, lost);
            return null;
        }
        catch (UnfitFormatException unfit)
        {
            return Ended(unfit.Message);
        }
        catch (Exception unexpected)
        {
            Unexpected(log, unexpected, job.SnapshotId);
            // What it says may be about paths and addresses of the server, which are nobody else's business.
            return Ended("An error of the server, whose log says more.");
        }

        Func<WriteTransaction, Task> Ended(string reason) => tx => job.FailAsync(tx, Timestamp.Now(clock), reason);
    }

    /// <summary>Renews the lease until the end; without it the work ends.</summary>
    private async Task BeatAsync(SnapshotJob job, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(SnapshotQueue.Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
                await database.WriteAsync(WriteLane.Bulk, tx => job.RenewAsync(tx, queue.LeaseEnd()), ended.Token);
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
        catch (Exception failed) when (failed is SnapshotLostException or DbException)
        {
            Lost(log, job.SnapshotId, failed);
            await ended.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Snapshots could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Information, "Work on snapshot {Id} was given up")]
    private static partial void Lost(ILogger log, long id, Exception error);

    [LoggerMessage(LogLevel.Error, "Work on snapshot {Id} failed")]
    private static partial void Unexpected(ILogger log, Exception error, long id);
}
