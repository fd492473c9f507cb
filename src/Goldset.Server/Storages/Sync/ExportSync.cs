using Dapper;
using Goldset.Data;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>Writes annotations to export storages, and deletes the objects of those that are gone.</summary>
internal sealed partial class ExportSync(Database database, StorageKinds kinds, StorageVault vault, TimeProvider clock, ILogger<ExportSync> log)
{
    private const int PageSize = 200;
    private const int SideBySide = 8;
    private const int Attempts = 3;

    /// <summary>Writes all annotations of the project again.</summary>
    /// <exception cref="StorageException">It cannot go on; what was written stays.</exception>
    public async Task RunAsync(SyncClaim claim, IObjectStore store, CancellationToken cancel)
    {
        var storage = claim.Storage;
        await using (var connection = await database.ReadAsync(cancel))
            claim.Total = await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE t.project_id = @ProjectId", new { storage.ProjectId });
        long last = 0;
        while (true)
        {
            var page = await ReadAsync(storage.ProjectId, last, only: null, cancel);
            if (page.Count == 0) break;
            var keys = new (long Annotation, string Key)[page.Count];
            await Parallel.ForEachAsync(Enumerable.Range(0, page.Count), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel }, async (i, stop) =>
            {
                var item = page[i];
                keys[i] = (item.Annotation.Id, await store.WriteAsync(item.Annotation.Id, ExportDocuments.Write(item, Timestamp.Now(clock), store.Indented), stop));
            });
            await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                await claim.GuardAsync(tx);
                await LinkAsync(tx, storage.Id, keys);
            }, cancel);
            // What was saved meanwhile may have been written first, and lie under its older self now.
            foreach (var (id, updatedAt) in await TimesAsync(storage.ProjectId, page[0].Annotation.Id, page[^1].Annotation.Id, cancel))
                if (page.FirstOrDefault(item => item.Annotation.Id == id) is { } item && item.Annotation.UpdatedAt != updatedAt) await WriteAsync(storage, store, id, cancel);
            claim.Done += page.Count;
            last = page[^1].Annotation.Id;
        }
    }

    /// <summary>Writes one annotation to a storage. An annotation that is gone is passed over.</summary>
    /// <exception cref="StorageException">It cannot be written.</exception>
    public async Task WriteAsync(long storageId, long annotationId, CancellationToken cancel)
    {
        if (await FindAsync(storageId, cancel) is not { } storage || kinds.Find(storage.Kind) is not { } kind) return;
        using var store = kind.Open(storage.ToSetup(vault));
        await WriteAsync(storage, store, annotationId, cancel);
    }

    private async Task WriteAsync(StorageRow storage, IObjectStore store, long annotationId, CancellationToken cancel)
    {
        var found = await ReadAsync(storage.ProjectId, after: 0, annotationId, cancel);
        for (var attempt = 0; found.Count > 0 && attempt < Attempts; attempt++)
        {
            var key = await store.WriteAsync(annotationId, ExportDocuments.Write(found[0], Timestamp.Now(clock), store.Indented), cancel);
            await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                if (await tx.QueryFirstOrDefaultAsync<long?>("SELECT id FROM storages WHERE id = @Id", new { storage.Id }) is not null) await LinkAsync(tx, storage.Id, [(annotationId, key)]);
            }, cancel);
            // Whoever writes last must have read last.
            var written = found[0].Annotation.UpdatedAt;
            found = await ReadAsync(storage.ProjectId, after: 0, annotationId, cancel);
            if (found.Count > 0 && found[0].Annotation.UpdatedAt == written) return;
        }
    }

    private async Task<IReadOnlyList<(long Id, Timestamp UpdatedAt)>> TimesAsync(long projectId, long first, long last, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return [.. (await connection.QueryAsync<(long Id, long Micros)>("SELECT a.id, a.updated_at FROM annotations a WHERE a.project_id = @projectId AND a.id BETWEEN @first AND @last", new { projectId, first, last }))
            .Select(row => (row.Id, new Timestamp(row.Micros)))];
    }

    /// <summary>Deletes the objects of annotations that are gone, where the storage allows it.</summary>
    /// <param name="storageId">The storage.</param>
    /// <param name="annotationId">The annotation; null: any.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task DeleteOrphansAsync(long storageId, long? annotationId, CancellationToken cancel)
    {
        if (await FindAsync(storageId, cancel) is not { CanDeleteObjects: true } storage || kinds.Find(storage.Kind) is not { } kind) return;
        await using var connection = await database.ReadAsync(cancel);
        var orphans = (await connection.QueryAsync<Link>($"""
            SELECT l.id, l.key FROM storage_export_links l JOIN storages s ON s.id = l.storage_id
            WHERE l.storage_id = @storageId{(annotationId is null ? "" : " AND l.annotation_id = @annotationId")} AND NOT EXISTS (
                SELECT 1 FROM annotations a JOIN visible_tasks t ON t.id = a.task_id JOIN projects p ON p.id = t.project_id
                WHERE a.id = l.annotation_id AND p.id = s.project_id AND p.deleted_at IS NULL)
            """, new { storageId, annotationId })).AsList();
        if (orphans.Count == 0) return;
        try
        {
            using var store = kind.Open(storage.ToSetup(vault));
            foreach (var orphan in orphans)
            {
                await store.DeleteAsync(orphan.Key, cancel);
                await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("DELETE FROM storage_export_links WHERE id = @Id", new { orphan.Id }), cancel);
            }
        }
        catch (StorageException failed)
        {
            NotDeleted(log, storageId, failed.Message);
        }
    }

    private async Task<IReadOnlyList<AnnotatedTask>> ReadAsync(long projectId, long after, long? only, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await ExportDocuments.ReadAsync(connection, projectId, after, only, PageSize);
    }

    private async Task<StorageRow?> FindAsync(long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<StorageRow>($"SELECT {StorageRow.Columns} FROM storages s WHERE s.id = @id AND s.is_export", new { id });
    }

    private async Task LinkAsync(WriteTransaction tx, long storageId, IReadOnlyList<(long Annotation, string Key)> written)
    {
        foreach (var (annotation, key) in written)
            await tx.ExecuteAsync("""
                INSERT INTO storage_export_links (storage_id, annotation_id, key, created_at, updated_at) VALUES (@storageId, @annotation, @key, @now, @now)
                ON CONFLICT (storage_id, annotation_id) DO UPDATE SET key = excluded.key, updated_at = excluded.updated_at
                """, new { storageId, annotation, key, now = Timestamp.Now(clock) });
    }

    private sealed class Link
    {
        public long Id { get; init; }
        public string Key { get; init; } = "";
    }

    [LoggerMessage(LogLevel.Warning, "Objects of deleted annotations stay in storage {Id} for now: {Reason}")]
    private static partial void NotDeleted(ILogger log, long id, string reason);
}
