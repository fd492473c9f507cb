using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace Goldset.Formats.Archives;

/// <summary>A file of an archive that is packed while it is written.</summary>
internal sealed class ZipEntryWriter : IBufferWriter<byte>, IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly ZipWriter _zip;
    private readonly ZipRecord _entry;
    private readonly long _start;
    private readonly Crc32 _crc = new();
    private readonly DeflateStream _deflate;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _used;
    private long _size;

    internal ZipEntryWriter(ZipWriter zip, ZipRecord entry)
    {
        _zip = zip;
        _entry = entry;
        _start = zip.Position;
        _deflate = new DeflateStream(new Sink(zip), CompressionLevel.Fastest);
    }

    public void Advance(int count) => _used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_used);
    }

    /// <summary>Copies all that is left of a stream.</summary>
    public async Task CopyAsync(Stream content, CancellationToken cancellationToken)
    {
        Pack();
        for (int read; (read = await content.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            _used = read;
            Pack();
            await _zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Hands on what was written, when there is enough of it.</summary>
    public ValueTask FlushWhenDueAsync(CancellationToken cancellationToken) => _zip.FlushWhenDueAsync(cancellationToken);

    /// <summary>Ends the file.</summary>
    public void End()
    {
        Pack();
        _deflate.Dispose();
        var ended = _entry with { Packed = _zip.Position - _start, Size = _size, Checksum = _crc.GetCurrentHashAsUInt32() };
        _zip.Write(ended.Descriptor());
        _zip.Enter(ended);
    }

    public void Dispose()
    {
        _deflate.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int size)
    {
        if (_buffer.Length - _used >= Math.Max(size, 1))
        {
            return;
        }

        Pack();
        if (_buffer.Length < size)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(size);
        }
    }

    private void Pack()
    {
        var bytes = _buffer.AsSpan(0, _used);
        _crc.Append(bytes);
        _deflate.Write(bytes);
        _size += _used;
        _used = 0;
    }

    /// <summary>Where the packed bytes go.</summary>
    private sealed class Sink(ZipWriter zip) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => zip.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => zip.Write(buffer);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
