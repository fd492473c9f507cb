using System.Buffers;

namespace Goldset.Formats.Archives;

/// <summary>
/// A temporary file that only this process can read: written from the start to the end, then read back. It is gone when it is
/// disposed. Keeps what an export has to hold back out of memory.
/// </summary>
internal sealed class SpoolFile : IBufferWriter<byte>, IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _file = TemporaryFile.Create();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _used;

    /// <summary>Bytes written.</summary>
    public long Length => _file.Length + _used;

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

    /// <summary>The file from its start, for reading. It belongs to this object.</summary>
    public Stream Read()
    {
        Empty();
        _file.Position = 0;
        return _file;
    }

    public void Dispose()
    {
        _file.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int size)
    {
        if (_buffer.Length - _used >= Math.Max(size, 1))
        {
            return;
        }

        Empty();
        if (_buffer.Length < size)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(size);
        }
    }

    private void Empty()
    {
        _file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
