using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Storages.Sync;

namespace Goldset.Server.Storages;

/// <summary>What the API does with storages.</summary>
internal sealed class StorageActions(
    Database database, StorageQueries queries, StorageCommands commands, StorageVault vault, SyncQueue queue, TimeProvider clock)
{
    // A synchronization that takes no longer is answered with its end, as clients of the original expect of every one.
    private static readonly TimeSpan SyncPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ListPatience = TimeSpan.FromSeconds(30);
    private const int DefaultLimit = 100;

    /// <summary>Makes a storage; an export storage begins to synchronize.</summary>
    public async Task<StorageRow> CreateAsync(Caller caller, StorageKind kind, bool isExport, StorageRequest request, CancellationToken cancel)
    {
        var setup = await SetupAsync(caller, request, NewSetup(caller, request), cancel);
        await CheckAsync(kind, isExport, request, setup, cancel);
        var id = await commands.CreateAsync(caller, kind, isExport, setup, cancel);
        if (!isExport || !setup.Synchronizable) return await queries.GetAsync(caller, kind, isExport, id, cancel);
        await queue.EnqueueAsync(id, cancel);
        var queued = await queries.GetAsync(caller, kind, isExport, id, cancel);
        await WaitAsync(caller, kind, isExport, id, cancel);
        return queued;
    }

    /// <summary>Changes a storage.</summary>
    public async Task<StorageRow> UpdateAsync(Caller caller, StorageKind kind, bool isExport, long id, StorageRequest request, CancellationToken cancel)
    {
        var stored = (await queries.GetAsync(caller, kind, isExport, id, cancel)).ToSetup(vault);
        var setup = await SetupAsync(caller, request, stored, cancel);
        // Whoever says where a storage is answers for it.
        if (setup.Settings != stored.Settings) setup = setup with { AllowPrivate = caller.Role >= Role.Administrator };
        await CheckAsync(kind, isExport, request, setup, cancel);
        await commands.UpdateAsync(id, setup, cancel);
        return await queries.GetAsync(caller, kind, isExport, id, cancel);
    }

    /// <summary>Checks the storage that a request describes; nothing is stored.</summary>
    public async Task ValidateAsync(Caller caller, StorageKind kind, bool isExport, StorageRequest request, CancellationToken cancel) =>
        await CheckAsync(kind, isExport, request, await DescribedAsync(caller, kind, isExport, request, cancel), cancel);

    /// <summary>The first objects of the storage that a request describes.</summary>
    public async Task<StorageFiles> ListFilesAsync(Caller caller, StorageKind kind, StorageRequest request, CancellationToken cancel)
    {
        var setup = await DescribedAsync(caller, kind, isExport: false, request, cancel);
        await CheckAsync(kind, isExport: false, request, setup, cancel);
        var limit = request.Limit.Or(DefaultLimit);
        var files = new List<StorageFile>();
        using var patience = new CancellationTokenSource(ListPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        IObjectStore store;
        try
        {
            store = kind.Open(setup);
        }
        catch (StorageException)
        {
            throw new ValidationException("Error validating storage connection");
        }
        using (store)
            try
            {
                var filter = new KeyFilter(setup.RegexFilter);
                await foreach (var item in store.ListAsync(either.Token))
                {
                    if (!filter.Matches(store.FilteredPart(item.Key))) continue;
                    files.Add(new StorageFile(item.Key, item.LastModified is { } modified ? Timestamp.From(modified) : null, item.Size));
                    if (files.Count < limit) continue;
                    files.Add(new StorageFile(null, null, null));
                    break;
                }
            }
            catch (StorageException)
            {
                throw new ValidationException("Failed to list storage files");
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                files.Add(new StorageFile("... storage scan timeout reached ...", null, null));
            }
        return new StorageFiles(files);
    }

    /// <summary>Synchronizes; waits a moment for the end.</summary>
    /// <returns>The storage; null: it may not be synchronized.</returns>
    public async Task<StorageRow?> SyncAsync(Caller caller, StorageKind kind, bool isExport, long id, CancellationToken cancel)
    {
        await queue.FailLostAsync(null, cancel);
        var row = await queries.GetAsync(caller, kind, isExport, id, cancel);
        if (!row.Synchronizable) return null;
        if (!row.IsBusy)
        {
            await CheckAsync(kind, isExport, row.ToSetup(vault), cancel);
            await queue.EnqueueAsync(id, cancel);
        }
        return await WaitAsync(caller, kind, isExport, id, cancel);
    }

    private async Task<StorageRow> WaitAsync(Caller caller, StorageKind kind, bool isExport, long id, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(10);
        while (true)
        {
            var row = await queries.GetAsync(caller, kind, isExport, id, cancel);
            if (!row.IsBusy || clock.GetElapsedTime(began) > SyncPatience) return row;
            await Task.Delay(pause, clock, cancel);
            if (pause < TimeSpan.FromMilliseconds(200)) pause *= 1.5;
        }
    }

    private async Task<StorageSetup> SetupAsync(Caller caller, StorageRequest request, StorageSetup setup, CancellationToken cancel)
    {
        var wanted = request.ApplyTo(setup);
        await using var connection = await database.ReadAsync(cancel);
        if (request.Project.IsSet && await ProjectQueries.FindAsync(connection, null, caller, wanted.ProjectId) is null)
            throw new ValidationException("project", $"Invalid pk \"{wanted.ProjectId}\" - object does not exist.");
        return wanted;
    }

    /// <summary>The storage that a request to try it out describes: blank credentials are those of the stored one it names.</summary>
    private async Task<StorageSetup> DescribedAsync(Caller caller, StorageKind kind, bool isExport, StorageRequest request, CancellationToken cancel)
    {
        var setup = await SetupAsync(caller, request, NewSetup(caller, request), cancel);
        if (request.Id is not { IsSet: true, Value: { } id }) return setup;
        var stored = await queries.GetAsync(caller, kind, isExport, id, cancel);
        return setup with { Secrets = setup.Secrets.FilledFrom(vault.Open(stored.SealedSecrets)) };
    }

    private static StorageSetup NewSetup(Caller caller, StorageRequest request) => new() { ProjectId = request.Project.Value, AllowPrivate = caller.Role >= Role.Administrator };

    private static Task CheckAsync(StorageKind kind, bool isExport, StorageRequest request, StorageSetup setup, CancellationToken cancel) =>
        kind.NeedsCheck(request) ? CheckAsync(kind, isExport, kind.Checked(setup, request), cancel) : Task.CompletedTask;

    private static async Task CheckAsync(StorageKind kind, bool isExport, StorageSetup setup, CancellationToken cancel)
    {
        try
        {
            await kind.CheckAsync(setup, isExport, cancel);
        }
        catch (StorageException refused)
        {
            throw new ValidationException(refused.Field ?? ValidationErrors.NonField, refused.Message);
        }
    }
}
