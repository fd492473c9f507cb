using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Storages;

/// <summary>Makes, changes and deletes storages.</summary>
internal sealed class StorageCommands(Database database, StorageVault vault, StorageIndex index, TimeProvider clock)
{
    /// <summary>Stores a new storage.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> CreateAsync(Caller caller, StorageKind kind, bool isExport, StorageSetup setup, CancellationToken cancel)
    {
        var id = await database.WriteAsync(WriteLane.Interactive, tx => tx.QueryFirstOrDefaultAsync<long>("""
            INSERT INTO storages (project_id, kind, is_export, title, description, created_by_id, created_at, synchronizable, allow_private, regex_filter, use_blob_urls, presign, presign_ttl,
                recursive_scan, can_delete_objects, status, attempt, meta, settings, sealed_secrets)
            VALUES (@ProjectId, @Name, @isExport, @Title, @Description, @UserId, @now, @Synchronizable, @AllowPrivate, @RegexFilter, @UseBlobUrls, @Presign, @PresignTtl,
                @RecursiveScan, @CanDeleteObjects, 'initialized', 0, '{}', @settings, @secrets)
            RETURNING id
            """, Parameters(setup, new { kind.Name, isExport, caller.UserId, now = Timestamp.Now(clock) })), cancel);
        await index.RefreshAsync(cancel);
        return id;
    }

    /// <summary>Stores what a person has changed.</summary>
    public async Task UpdateAsync(long id, StorageSetup setup, CancellationToken cancel)
    {
        await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("""
            UPDATE storages SET project_id = @ProjectId, title = @Title, description = @Description, synchronizable = @Synchronizable, allow_private = @AllowPrivate, regex_filter = @RegexFilter,
                use_blob_urls = @UseBlobUrls, presign = @Presign, presign_ttl = @PresignTtl, recursive_scan = @RecursiveScan, can_delete_objects = @CanDeleteObjects,
                settings = @settings, sealed_secrets = @secrets
            WHERE id = @id
            """, Parameters(setup, new { id })), cancel);
        await index.RefreshAsync(cancel);
    }

    /// <summary>Deletes a storage with its links. Tasks, annotations and objects stay.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancel)
    {
        await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("DELETE FROM storages WHERE id = @id", new { id }), cancel);
        await index.RefreshAsync(cancel);
    }

    private Dapper.DynamicParameters Parameters(StorageSetup setup, object others)
    {
        var parameters = new Dapper.DynamicParameters(others);
        parameters.AddDynamicParams(new
        {
            setup.ProjectId,
            setup.Title,
            setup.Description,
            setup.Synchronizable,
            setup.AllowPrivate,
            setup.RegexFilter,
            setup.UseBlobUrls,
            setup.Presign,
            setup.PresignTtl,
            setup.RecursiveScan,
            setup.CanDeleteObjects,
            settings = JsonSerializer.Serialize(setup.Settings, Json.Options),
            secrets = vault.Seal(setup.Secrets),
        });
        return parameters;
    }
}
