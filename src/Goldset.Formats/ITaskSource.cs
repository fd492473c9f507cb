namespace Goldset.Formats;

/// <summary>The tasks of an export, in the order they are to be written (ascending id).</summary>
public interface ITaskSource
{
    /// <summary>
    /// Reads the tasks from the first to the last, each as the UTF-8 JSON of one exported task object. Some formats read
    /// twice: every call must give the same tasks. A buffer may be reused once the next task is asked for.
    /// </summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The same for formats that write an item for each annotation. Of the task only <c>id</c>, <c>data</c>, <c>annotations</c> and
    /// <c>agreement</c> need be there, of an annotation <c>id</c>, <c>result</c>, <c>completed_by</c>, <c>was_cancelled</c>,
    /// <c>created_at</c>, <c>updated_at</c>, <c>lead_time</c> and <c>history</c>.
    /// </summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadForItemsAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);
}
