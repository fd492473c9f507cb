namespace Goldset.Formats;

/// <summary>The tasks of an export, in the order they are to be written (ascending id).</summary>
public interface ITaskSource
{
    /// <summary>
    /// Reads the tasks from the first to the last, each as the UTF-8 JSON of one exported task object. Some formats read
    /// twice: every call must give the same tasks. A buffer may be reused once the next task is asked for.
    /// </summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);
}
