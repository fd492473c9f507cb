namespace Goldset.Server.Import;

/// <summary>Takes the items that a source of tasks reads.</summary>
internal interface IItemConsumer
{
    /// <summary>The file that the next items come from; null when they come from the request itself.</summary>
    long? FileUploadId { get; set; }

    /// <summary>Items so far.</summary>
    int Count { get; }

    /// <summary>Takes an item: JSON text, good until the call is over.</summary>
    ValueTask AddAsync(ReadOnlyMemory<byte> item);
}

/// <summary>Counts items, for requests that do not commit.</summary>
internal sealed class ItemCounter : IItemConsumer
{
    /// <inheritdoc />
    public long? FileUploadId { get; set; }

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public ValueTask AddAsync(ReadOnlyMemory<byte> item)
    {
        Count++;
        return default;
    }
}
