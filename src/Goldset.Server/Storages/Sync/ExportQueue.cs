using System.Collections.Concurrent;
using System.Threading.Channels;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>
/// Writes annotations to the export storages of their project when they are saved: at once where that is quick, otherwise soon after. What
/// cannot be written is logged and written by the next synchronization; the annotation is saved all the same.
/// </summary>
internal sealed partial class ExportQueue(StorageIndex index, StorageKinds kinds, ExportSync exports, SyncQueue queue, ILogger<ExportQueue> log)
{
    private const int Attempts = 3;
    private const int Capacity = 10_000;
    private const int Together = 1000;

    private readonly Channel<(long Storage, long Annotation)> waiting = Channel.CreateBounded<(long, long)>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly ConcurrentDictionary<long, bool> deletions = new();
    private readonly Lock starting = new();
    private Task writing = Task.CompletedTask;

    /// <summary>An annotation was made or changed.</summary>
    public async Task SavedAsync(long projectId, long annotationId)
    {
        foreach (var storage in index.Of(projectId))
        {
            if (!storage.IsExport) continue;
            if (kinds.Find(storage.Kind) is { WritesAtOnce: true }) await WriteAsync(storage.Id, annotationId, attempts: 1);
            else if (waiting.Writer.TryWrite((storage.Id, annotationId))) Start();
            else NotWritten(log, annotationId, storage.Id, "too many annotations wait to be written");
        }
    }

    /// <summary>
    /// Many annotations were made or changed. More than there is room for are written by a synchronization of the storage, which goes on after
    /// a restart.
    /// </summary>
    public async Task SavedAsync(long projectId, IReadOnlyCollection<long> annotationIds, CancellationToken cancel)
    {
        if (annotationIds.Count == 0 || !index.Of(projectId).Any(storage => storage.IsExport)) return;
        if (annotationIds.Count <= Together)
            foreach (var id in annotationIds) await SavedAsync(projectId, id);
        else
            foreach (var storage in index.Of(projectId).Where(storage => storage.IsExport)) await queue.EnqueueAsync(storage.Id, cancel);
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

    /// <summary>Waits until all is written.</summary>
    public Task DrainAsync() => writing;

    private void Sweep(long storageId)
    {
        deletions[storageId] = true;
        queue.Wake();
    }

    private void Start()
    {
        // After the one before, which may have just looked for the last time.
        lock (starting) writing = writing.IsCompleted ? Task.Run(WriteAllAsync) : writing.ContinueWith(_ => WriteAllAsync(), TaskScheduler.Default).Unwrap();
    }

    private async Task WriteAllAsync()
    {
        while (waiting.Reader.TryRead(out var next)) await WriteAsync(next.Storage, next.Annotation, Attempts);
    }

    private async Task WriteAsync(long storage, long annotation, int attempts)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await exports.WriteAsync(storage, annotation, CancellationToken.None);
                return;
            }
            catch (StorageException) when (attempt < attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
            }
            catch (Exception failed) when (failed is StorageException or System.Data.Common.DbException)
            {
                NotWritten(log, annotation, storage, failed.Message);
                return;
            }
    }

    [LoggerMessage(LogLevel.Warning, "Annotation {Annotation} was not written to storage {Storage}: {Reason}")]
    private static partial void NotWritten(ILogger log, long annotation, long storage, string reason);
}
