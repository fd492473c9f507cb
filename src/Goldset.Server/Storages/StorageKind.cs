using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages;

/// <summary>A kind of storage.</summary>
internal abstract class StorageKind
{
    /// <summary>In addresses and answers.</summary>
    public abstract string Name { get; }

    /// <summary>For people.</summary>
    public abstract string Title { get; }

    /// <summary>The form for an import storage, JSON.</summary>
    public abstract string ImportForm { get; }

    /// <summary>The form for an export storage, JSON.</summary>
    public abstract string ExportForm { get; }

    /// <summary>Requests and answers of import storages.</summary>
    public abstract StorageContract Import { get; }

    /// <summary>Requests and answers of export storages.</summary>
    public abstract StorageContract Export { get; }

    /// <summary>Writing an annotation takes so little time that the annotator may wait for it.</summary>
    public abstract bool WritesAtOnce { get; }

    /// <summary>As the API shows it.</summary>
    public abstract StorageResponse ToResponse(StorageRow row);

    /// <summary>What the addresses of the objects in task data begin with; null: they are no addresses to resolve.</summary>
    public virtual string? UriPrefix(StorageSettings settings) => null;

    /// <summary>Opens the storage.</summary>
    /// <exception cref="StorageException">The setup lacks something.</exception>
    public abstract IObjectStore Open(StorageSetup setup);

    /// <summary>Checks the setup and whether the storage can be reached.</summary>
    /// <exception cref="StorageException">It cannot; the message says why.</exception>
    public abstract Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel);

    /// <summary>Whether a request has to be checked: some say nothing about where the storage is.</summary>
    public abstract bool NeedsCheck(StorageRequest request);

    /// <summary>What is checked of a request, where it is not all of the <paramref name="setup"/> that would come out of it.</summary>
    public virtual StorageSetup Checked(StorageSetup setup, StorageRequest request) => setup;
}

/// <summary>The kinds that are offered, in the order in which they are shown.</summary>
internal sealed class StorageKinds(IEnumerable<StorageKind> all)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<StorageKind> All { get; } = [.. all];

    /// <summary>The kind of a stored storage, or null when it is not offered any more.</summary>
    public StorageKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
