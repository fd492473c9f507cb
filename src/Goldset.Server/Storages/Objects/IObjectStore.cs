namespace Goldset.Server.Storages.Objects;

/// <summary>An object of a storage.</summary>
/// <param name="Key">Key, or absolute path of a local file.</param>
/// <param name="LastModified">When it was written; null where the storage does not tell.</param>
/// <param name="Size">Bytes; null where the storage does not tell.</param>
internal sealed record StoredObject(string Key, DateTimeOffset? LastModified, long? Size);

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

    /// <summary>What stands for the object in a task's data; null: the objects of this kind are no files, they hold tasks.</summary>
    string? UriOf(string key);

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

/// <summary>The objects of a storage that browsers can be shown.</summary>
internal interface IMediaStore : IObjectStore
{
    /// <summary>An address at which whoever has it can read the object for a time.</summary>
    /// <exception cref="StorageException">There is none.</exception>
    Task<string> PresignAsync(string key, TimeSpan lifetime, DateTimeOffset now);

    /// <summary>Opens an object, or a range of its bytes.</summary>
    /// <param name="key">Key.</param>
    /// <param name="range">A <c>Range</c> header with one range, or null.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="StorageException">It cannot be read.</exception>
    Task<MediaObject> OpenAsync(string key, string? range, CancellationToken cancel);
}

/// <summary>An open object, as HTTP shows it.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Owner">What they come from.</param>
internal sealed record MediaObject(Stream Content, IDisposable Owner) : IDisposable
{
    /// <summary>200 or 206.</summary>
    public required int Status { get; init; }
    /// <summary>Bytes in <see cref="Content"/>.</summary>
    public long? Length { get; init; }
    public string? ContentType { get; init; }
    public string? ContentRange { get; init; }
    public string? ETag { get; init; }
    public DateTimeOffset? LastModified { get; init; }

    /// <inheritdoc />
    public void Dispose()
    {
        Content.Dispose();
        Owner.Dispose();
    }
}

/// <summary>A storage did not do what was asked. The message is for the user.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The field that is wrong, or null.</summary>
    public string? Field { get; init; }
}
