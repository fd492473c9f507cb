using Goldset.Server.Jobs;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>Synchronizes one storage.</summary>
internal sealed class SyncWork(StorageKinds kinds, StorageVault vault, ImportSync imports, ExportSync exports, SyncClaim claim) : ILeasedWork
{
    /// <inheritdoc />
    public string Name => $"storage {claim.Storage.Id}";

    /// <inheritdoc />
    public TimeSpan Beat => SyncQueue.Beat;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var storage = claim.Storage;
        var kind = kinds.Find(storage.Kind) ?? throw new StorageException($"Storages of the kind {storage.Kind} are not offered any more");
        using var store = kind.Open(storage.ToSetup(vault));
        if (storage.IsExport) await exports.RunAsync(claim, store, cancel);
        else await imports.RunAsync(claim, store, cancel);
    }

    /// <inheritdoc />
    public Task RenewAsync(CancellationToken cancel) => claim.BeatAsync(cancel);

    /// <inheritdoc />
    public Task EndAsync() => claim.CompleteAsync();

    /// <inheritdoc />
    public Task ReturnAsync() => claim.ReturnAsync();

    /// <inheritdoc />
    public Task FailAsync(Exception reason) =>
        claim.FailAsync(IsRefusal(reason) ? reason.Message : $"The synchronization ended with an error of the server: {reason.Message}");

    /// <inheritdoc />
    public bool IsRefusal(Exception reason) => reason is StorageException;
}
