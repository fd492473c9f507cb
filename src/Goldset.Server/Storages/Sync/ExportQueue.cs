using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>
/// Writes annotations to the export storages of their project when they are saved: at once where that is quick, otherwise soon after. What
/// is to be written is put down in the transaction that saves the annotation, and stays there until it is written: a storage that does not
/// answer is tried again each minute, and what a process has left when it ended, by the next one.
/// </summary>
internal sealed partial class ExportQueue(Database database, StorageIndex index, StorageKinds kinds, ExportSync exports, SyncQueue queue, TimeProvider clock, ILogger<ExportQueue> log)
{
    private const int Attempts = 3;
    private const int SideBySide = 8;

    // A request that writes at once is given this long before others take care of what it has left.
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, bool> deletions = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();
    private bool isStarted;
    private Task writing = Task.CompletedTask;

    /// <summary>Puts down that annotations are to be written, in the transaction that saves them.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="projectId">Their project.</param>
    /// <param name="annotationIds">The annotations.</param>
    /// <param name="writesAtOnce"><see cref="SavedAsync"/> is called after the commit.</param>
    public async Task OrderAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> annotationIds, bool writesAtOnce = false)
    {
        if (annotationIds.Count == 0 || !index.Of(projectId).Any(storage => storage.IsExport)) return;
        var parameters = new DynamicParameters(new { projectId, own = Timestamp.Now(clock).Add(RequestTime) });
        parameters.Add("quick", kinds.All.Where(kind => writesAtOnce && kind.WritesAtOnce).Select(kind => kind.Name).ToArray());
        foreach (var annotation in annotationIds.Order())
        {
            parameters.Add("annotation", annotation);
            await tx.ExecuteAsync($"""
                INSERT INTO storage_write_orders (storage_id, annotation_id, change, leased_until)
                SELECT s.id, @annotation, 1, CASE WHEN {tx.Dialect.In("s.kind", "@quick")} THEN @own END FROM storages s WHERE s.project_id = @projectId AND s.is_export{tx.Dialect.ForKeyShare("s")}
                ON CONFLICT (storage_id, annotation_id) DO UPDATE SET change = storage_write_orders.change + 1, leased_until = excluded.leased_until
                """, parameters);
        }
        tx.AfterCommit(Start);
    }

    /// <summary>An annotation was saved, and put down with <see cref="OrderAsync"/>: writes it where that is quick.</summary>
    public async Task SavedAsync(long projectId, long annotationId)
    {
        foreach (var storage in index.Of(projectId))
        {
            if (!storage.IsExport || kinds.Find(storage.Kind) is not { WritesAtOnce: true }) continue;
            try
            {
                await using var connection = await database.ReadAsync(CancellationToken.None);
                var order = await connection.QueryFirstOrDefaultAsync<Order>(
                    "SELECT storage_id, annotation_id, change FROM storage_write_orders WHERE storage_id = @Id AND annotation_id = @annotationId", new { storage.Id, annotationId });
                if (order is null) continue;
                await exports.WriteAsync(storage.Id, annotationId, CancellationToken.None);
                await DoneAsync(order);
            }
            catch (Exception failed) when (failed is StorageException or DbException)
            {
                NotWritten(log, annotationId, storage.Id, failed.Message);
            }
        }
    }

    /// <summary>An annotation was deleted.</summary>
    public async Task DeletedAsync(long projectId, long annotationId)
    {
        foreach (var storage in index.Of(projectId))
        {
            if (!storage.DeletesObjects) continue;
            if (kinds.Find(storage.Kind) is { WritesAtOnce: true }) await exports.DeleteOrphansAsync(storage.Id, annotationId, CancellationToken.None);
            else Sweep(storage.Id);
        }
    }

    /// <summary>Tasks, or annotations of several, were deleted: of one project, or of any.</summary>
    public void TasksDeleted(long? projectId)
    {
        foreach (var storage in projectId is { } id ? index.Of(id) : index.All)
            if (storage.DeletesObjects) Sweep(storage.Id);
    }

    /// <summary>The next storage in which objects of deleted annotations may be left.</summary>
    public bool TryTakeDeletion(out long storageId)
    {
        storageId = deletions.Keys.FirstOrDefault();
        return storageId != 0 && deletions.TryRemove(storageId, out _);
    }

    /// <summary>Ends all leases: those of an earlier process, where there can be no other one.</summary>
    public Task ReleaseAllAsync(CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE storage_write_orders SET leased_until = NULL WHERE leased_until IS NOT NULL"), cancel);

    /// <summary>Has what is due written.</summary>
    public void Start()
    {
        lock (starting)
        {
            if (isStarted) return;
            // After the one before, which may have just looked for the last time.
            isStarted = true;
            writing = writing.ContinueWith(_ => WriteAllAsync(), TaskScheduler.Default).Unwrap();
        }
    }

    /// <summary>Ends what is being written. The rest stays for the next start.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await writing;
    }

    private void Sweep(long storageId)
    {
        deletions[storageId] = true;
        queue.Signal.Wake();
    }

    private async Task WriteAllAsync()
    {
        lock (starting) isStarted = false;
        try
        {
            while (!stopping.IsCancellationRequested && await TakeAsync() is { Count: > 0 } orders) await Task.WhenAll(orders.Select(WriteAsync));
        }
        catch (DbException failed)
        {
            Failed(log, failed);
        }
    }

    private async Task<IReadOnlyList<Order>> TakeAsync()
    {
        var now = Timestamp.Now(clock);
        var due = $"SELECT o.storage_id, o.annotation_id FROM storage_write_orders o WHERE o.leased_until IS NULL OR o.leased_until < @now ORDER BY o.storage_id, o.annotation_id LIMIT {SideBySide}";
        // Mostly there is nothing, which a reader can tell without a writer.
        await using (var connection = await database.ReadAsync(CancellationToken.None))
            if (await connection.QueryFirstOrDefaultAsync<Order>(due, new { now }) is null) return [];
        return await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryAsync<Order>($"""
            UPDATE storage_write_orders SET leased_until = @until WHERE (storage_id, annotation_id) IN ({due}{tx.Dialect.ForUpdateSkipLocked("o")}) RETURNING storage_id, annotation_id, change
            """, new { now, until = now.Add(Lease) }), CancellationToken.None);
    }

    private async Task WriteAsync(Order order)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await exports.WriteAsync(order.StorageId, order.AnnotationId, CancellationToken.None);
                await DoneAsync(order);
                return;
            }
            catch (StorageException) when (attempt < Attempts && !stopping.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), clock, stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (StorageException failed)
            {
                NotWritten(log, order.AnnotationId, order.StorageId, failed.Message);
                await PostponeAsync(order.StorageId);
                return;
            }
    }

    /// <summary>An annotation that was changed after it had been taken up is still to be written.</summary>
    private Task DoneAsync(Order order) => database.WriteAsync(WriteLane.Bulk, async tx =>
    {
        if (await tx.ExecuteAsync("DELETE FROM storage_write_orders WHERE storage_id = @StorageId AND annotation_id = @AnnotationId AND change = @Change", order) == 0)
            await tx.ExecuteAsync("UPDATE storage_write_orders SET leased_until = NULL WHERE storage_id = @StorageId AND annotation_id = @AnnotationId", order);
    }, CancellationToken.None);

    /// <summary>What one annotation could not do, the others of the storage need not try now.</summary>
    private Task PostponeAsync(long storageId) => database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync(
        "UPDATE storage_write_orders SET leased_until = @until WHERE storage_id = @storageId", new { storageId, until = Timestamp.Now(clock).Add(Pause) }), CancellationToken.None);

    private sealed class Order
    {
        public long StorageId { get; init; }
        public long AnnotationId { get; init; }
        public int Change { get; init; }
    }

    [LoggerMessage(LogLevel.Warning, "Annotation {Annotation} was not written to storage {Storage}; it will be tried again: {Reason}")]
    private static partial void NotWritten(ILogger log, long annotation, long storage, string reason);

    [LoggerMessage(LogLevel.Warning, "Annotations could not be written to storages; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
