using Goldset.Data;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>Runs the synchronizations that are queued, some side by side.</summary>
internal sealed partial class SyncWorker(
    Database database, SyncQueue queue, StorageKinds kinds, StorageVault vault, StorageIndex index, ImportSync imports, ExportSync exports, ExportQueue written, TimeProvider clock,
    ILogger<SyncWorker> log) : BackgroundService
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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
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
            await WaitAsync(stoppingToken);
        }
        await Task.WhenAll(running);
        await written.StopAsync();
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
        round.CancelAfter(Round);
        try
        {
            await queue.Signal.ReadAsync(round.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for the next round, or the end.
        }
    }

    private async Task RunAsync(SyncClaim claim, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = BeatAsync(claim, ended);
        var end = await WorkAsync(claim, stop, ended.Token);
        await ended.CancelAsync();
        await beating;
        try
        {
            if (end is not null) await end();
        }
        catch (Exception failed) when (failed is SyncLostException or System.Data.Common.DbException)
        {
            LostClaim(log, claim.Storage.Id, failed);
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Synchronizes.</summary>
    /// <returns>How the claim is to end; null: it was lost.</returns>
    private async Task<Func<Task>?> WorkAsync(SyncClaim claim, CancellationToken stop, CancellationToken ended)
    {
        try
        {
            var storage = claim.Storage;
            var kind = kinds.Find(storage.Kind) ?? throw new StorageException($"Storages of the kind {storage.Kind} are not offered any more");
            using var store = kind.Open(storage.ToSetup(vault));
            if (storage.IsExport) await exports.RunAsync(claim, store, ended);
            else await imports.RunAsync(claim, store, ended);
            return claim.CompleteAsync;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return claim.ReturnAsync;
        }
        catch (Exception failed) when (failed is SyncLostException or OperationCanceledException)
        {
            LostClaim(log, claim.Storage.Id, failed);
            return null;
        }
        catch (StorageException refused)
        {
            return () => claim.FailAsync(refused.Message);
        }
        catch (Exception unexpected)
        {
            Unexpected(log, unexpected, claim.Storage.Id);
            return () => claim.FailAsync($"The synchronization ended with an error of the server: {unexpected.Message}");
        }
    }

    /// <summary>Beats until the end; without its claim the synchronization ends.</summary>
    private async Task BeatAsync(SyncClaim claim, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(SyncQueue.Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token)) await claim.BeatAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
        catch (Exception failed) when (failed is SyncLostException or System.Data.Common.DbException)
        {
            LostClaim(log, claim.Storage.Id, failed);
            await ended.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storages could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Warning, "The synchronization of storage {Id} has lost its claim")]
    private static partial void LostClaim(ILogger log, long id, Exception error);

    [LoggerMessage(LogLevel.Error, "The synchronization of storage {Id} failed")]
    private static partial void Unexpected(ILogger log, Exception error, long id);
}
