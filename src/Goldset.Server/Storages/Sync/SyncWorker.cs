using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Jobs;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>Runs the synchronizations that are queued, some side by side.</summary>
internal sealed partial class SyncWorker(
    Database database, SyncQueue queue, StorageKinds kinds, StorageVault vault, StorageIndex index, ImportSync imports, ExportSync exports, ExportQueue written, LeaseRunner runner,
    TimeProvider clock, ILogger<SyncWorker> log) : Worker
{
    private const int SideBySide = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    // Deletions of other processes are found by looking.
    private static readonly TimeSpan SweepRound = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim free = new(SideBySide);

    // Before the server takes requests, so that it knows its storages from the first one on.
    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await index.RefreshAsync(cancellationToken);
        if (database.Engine == Engine.Sqlite)
        {
            await queue.FailLostAsync(Timestamp.Now(clock), cancellationToken);
            await written.ReleaseAllAsync(cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var swept = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await queue.FailLostAsync(null, stoppingToken);
                if (database.Engine == Engine.Postgres) await index.RefreshAsync(stoppingToken);
                while (free.CurrentCount > 0 && await queue.ClaimAsync(stoppingToken) is { } claim)
                {
                    await free.WaitAsync(stoppingToken);
                    running.Add(RunAsync(claim, stoppingToken));
                }
                if (clock.GetElapsedTime(swept) > SweepRound)
                {
                    swept = clock.GetTimestamp();
                    written.TasksDeleted(projectId: null);
                }
                written.Start();
                while (written.TryTakeDeletion(out var storage)) await exports.DeleteOrphansAsync(storage, annotationId: null, stoppingToken);
            }
            catch (System.Data.Common.DbException failed)
            {
                Failed(log, failed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            running.RemoveAll(task => task.IsCompleted);
            await queue.Signal.WaitAsync(Round, stoppingToken);
        }
        await Task.WhenAll(running);
        await written.StopAsync();
    }

    private async Task RunAsync(SyncClaim claim, CancellationToken stop)
    {
        try
        {
            await runner.RunAsync(new SyncWork(kinds, vault, imports, exports, claim), stop);
        }
        finally
        {
            free.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storages could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
