using System.IO.Pipelines;

namespace Goldset.Server.Storages.Sync;

/// <summary>A text whose first character is known before it is read.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly PipeReader pipe;
    private readonly Stream rest;

    private PeekedStream(PipeReader pipe, char first)
    {
        this.pipe = pipe;
        rest = pipe.AsStream();
        First = first;
    }

    /// <summary>The first character that is no white space or byte order mark; a null character for a blank text.</summary>
    public char First { get; }

    /// <summary>Reads as far as the first character.</summary>
    public static async Task<PeekedStream> OpenAsync(Stream stream, CancellationToken cancel)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var first = FirstOf(read.Buffer);
            pipe.AdvanceTo(read.Buffer.Start, first == '\0' && !read.IsCompleted ? read.Buffer.End : read.Buffer.Start);
            if (first != '\0' || read.IsCompleted) return new PeekedStream(pipe, first);
        }
    }

    private static char FirstOf(System.Buffers.ReadOnlySequence<byte> text)
    {
        foreach (var part in text)
            foreach (var letter in part.Span)
                if (letter is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF)) return (char)letter;
        return '\0';
    }

    /// <inheritdoc />
    public override bool CanRead => true;
    /// <inheritdoc />
    public override bool CanSeek => false;
    /// <inheritdoc />
    public override bool CanWrite => false;
    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();
    /// <inheritdoc />
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    /// <inheritdoc />
    public override void Flush()
    {
    }
    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => rest.Read(buffer, offset, count);
    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => rest.ReadAsync(buffer, cancellationToken);
    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();
    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await pipe.CompleteAsync();
        await base.DisposeAsync();
    }
}
