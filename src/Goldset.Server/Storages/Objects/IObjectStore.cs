namespace Goldset.Server.Storages.Objects;

/// <summary>An object of a storage.</summary>
/// <param name="Key">Key, or absolute path of a local file.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Size">Bytes.</param>
internal sealed record StoredObject(string Key, DateTimeOffset LastModified, long Size);

/// <summary>The objects of one storage.</summary>
internal interface IObjectStore : IDisposable
{
    /// <summary>All objects to import, in a stable order; in folders below too where the storage says so.</summary>
    /// <exception cref="StorageException">They cannot be listed.</exception>
    IAsyncEnumerable<StoredObject> ListAsync(CancellationToken cancel);

    /// <summary>The part of a key that the filter is matched with.</summary>
    string FilteredPart(string key);

    /// <summary>The bytes of an object; dispose the stream.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    Task<Stream> ReadAsync(string key, CancellationToken cancel);

    /// <summary>What stands for the object in a task's data.</summary>
    string UriOf(string key);

    /// <summary>Writes an annotation, over the object that is there.</summary>
    /// <returns>The object's key.</returns>
    /// <exception cref="StorageException">It cannot be written.</exception>
    Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel);

    /// <summary>Deletes an object; one that is gone counts as deleted.</summary>
    /// <exception cref="StorageException">It cannot be deleted.</exception>
    Task DeleteAsync(string key, CancellationToken cancel);

    /// <summary>What is written is made for people to read.</summary>
    bool Indented { get; }
}

/// <summary>A storage did not do what was asked. The message is for the user.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The field that is wrong, or null.</summary>
    public string? Field { get; init; }
}
