using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Import;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Storages.Sync;

/// <summary>
/// Makes tasks of the objects of a storage that have none yet. Tasks and the links to their objects are written together, all tasks of an
/// object at once, so that whatever interrupts it, the next synchronization goes on where it ended.
/// </summary>
internal sealed class ImportSync(Database database, PendingImports imports, WebhookEvents events, LabelConfigs configs, TimeProvider clock)
{
    private const int LookUpSize = 500;

    private static readonly string[] TaskExtensions = [".json", ".jsonl"];

    /// <summary>Synchronizes.</summary>
    /// <exception cref="StorageException">It cannot go on; what was written stays.</exception>
    public async Task RunAsync(SyncClaim claim, IObjectStore store, CancellationToken cancel)
    {
        var storage = claim.Storage;
        var filter = new KeyFilter(storage.RegexFilter);
        var project = await ProjectAsync(storage, cancel);
        await using var intake = new StorageIntake(database, imports, events, project, claim, clock, cancel);
        var keys = new List<string>(LookUpSize);
        await foreach (var item in store.ListAsync(cancel))
        {
            if (!filter.Matches(store.FilteredPart(item.Key))) continue;
            keys.Add(item.Key);
            if (keys.Count == LookUpSize) await TakeAsync(keys, storage, store, intake, claim, cancel);
        }
        await TakeAsync(keys, storage, store, intake, claim, cancel);
        await intake.CompleteAsync();
    }

    private async Task TakeAsync(List<string> keys, StorageRow storage, IObjectStore store, StorageIntake intake, SyncClaim claim, CancellationToken cancel)
    {
        if (keys.Count == 0) return;
        var known = await KnownAsync(storage.Id, keys, cancel);
        claim.Total += known.Count;
        foreach (var key in keys.Where(key => !known.Contains(key)))
        {
            if (storage.UseBlobUrls && store.UriOf(key) is { } uri) await intake.AddAddressAsync(key, uri);
            else await ReadTasksAsync(key, store, intake, cancel);
            await intake.EndObjectAsync();
        }
        keys.Clear();
    }

    /// <summary>Of <paramref name="keys"/> those that tasks came from; deleted tasks do not count.</summary>
    private async Task<HashSet<string>> KnownAsync(long storageId, List<string> keys, CancellationToken cancel)
    {
        var parameters = new DynamicParameters(new { storageId });
        parameters.Add("keys", keys.ToArray());
        await using var connection = await database.ReadAsync(cancel);
        return [.. await connection.QueryAsync<string>(
            $"SELECT DISTINCT l.key FROM storage_import_links l JOIN visible_tasks t ON t.id = l.task_id WHERE l.storage_id = @storageId AND {database.Dialect.In("l.key", "@keys")}", parameters)];
    }

    private static async Task ReadTasksAsync(string key, IObjectStore store, StorageIntake intake, CancellationToken cancel)
    {
        var extension = Path.GetExtension(key);
        if (extension.Length > 0 && !TaskExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            throw new StorageException(extension.Equals(".parquet", StringComparison.OrdinalIgnoreCase)
                ? $"File \"{key}\" is a Parquet file, which storages do not read; import it into the project."
                : $"File \"{key}\" is not a JSON/JSONL/Parquet file. Only .json, .jsonl, and .parquet files can be processed.\n" +
                  "If you're trying to import non-JSON data (images, audio, text, etc.), edit storage settings and enable \"Tasks\" import method");
        await using var stream = await store.ReadAsync(key, cancel);
        await using var text = await PeekedStream.OpenAsync(stream, cancel);
        using var reader = new JsonItemReader(text, lines: text.First != '[');
        try
        {
            long row = 0;
            while (await reader.MoveNextAsync(cancel))
            {
                if (row == 0 && text.First is not ('[' or '{')) throw Unreadable(key, null);
                await intake.AddAsync(key, row++, reader.Current);
            }
            if (row == 0 && text.First != '[') throw Unreadable(key, null);
        }
        catch (Exception malformed) when (malformed is JsonException or JsonItemTooLargeException)
        {
            throw Unreadable(key, malformed);
        }
        catch (IOException failed)
        {
            throw new StorageException($"\"{key}\" cannot be read to its end: {failed.Message}", failed);
        }
    }

    private static StorageException Unreadable(string key, Exception? cause) => new(
        $"Can't import JSON-formatted tasks from {key}. If you're trying to import binary objects, perhaps you forgot to enable \"Tasks\" import method?", cause);

    private async Task<StorageProject> ProjectAsync(StorageRow storage, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var row = await connection.QueryFirstOrDefaultAsync<ProjectRow>($"SELECT {ProjectRow.Columns} {ProjectRow.From} WHERE p.id = @ProjectId AND p.deleted_at IS NULL", new { storage.ProjectId })
            ?? throw new StorageException("The storage's project was deleted");
        return new StorageProject(ImportProject.From(row, configs), row.OrganizationId);
    }
}

/// <summary>The project that a storage belongs to.</summary>
internal sealed record StorageProject(ImportProject Import, long OrganizationId);
