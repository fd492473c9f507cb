using System.Data.Common;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.Jobs;

/// <summary>Does the jobs that were asked for, some side by side. What a process that ended has begun is taken up by whoever finds its lease over.</summary>
internal sealed partial class JobWorker(Database database, JobQueue queue, JobFiles files, LeaseRunner runner, TimeProvider clock, ILogger<JobWorker> log) : Worker
{
    private const int SideBySide = 4;

    /// <summary>How long a job that has ended can be looked at.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

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
                    await SweepAsync(stoppingToken);
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

    private async Task RunAsync(JobClaim job, CancellationToken stop)
    {
        await runner.RunAsync(job, stop);
        queue.Signal.Wake();
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        await files.SweepAsync(cancel);
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("DELETE FROM jobs WHERE finished_at < @before", new { before = Timestamp.Now(clock).Add(-Kept) }), cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Jobs could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
