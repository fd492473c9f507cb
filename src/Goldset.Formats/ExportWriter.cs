using System.Buffers;
using System.IO.Pipelines;

namespace Goldset.Formats;

/// <summary>The open file: buffers what is written and decides when it leaves.</summary>
internal sealed class ExportWriter(PipeWriter pipe) : IBufferWriter<byte>
{
    private const int FlushAt = 64 * 1024;

    private int _unflushed;
    private bool _started;

    public void Advance(int count)
    {
        pipe.Advance(count);
        _unflushed += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => pipe.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => pipe.GetSpan(sizeHint);

    /// <summary>Call between tasks: sends what has gathered, the very first bytes at once.</summary>
    public ValueTask FlushWhenDueAsync(CancellationToken cancellationToken) =>
        _started && _unflushed < FlushAt ? ValueTask.CompletedTask : FlushAsync(cancellationToken);

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _started = true;
        _unflushed = 0;
        var result = await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The reader of the export went away.");
        }
    }
}
