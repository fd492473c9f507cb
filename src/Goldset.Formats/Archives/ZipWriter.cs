using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Goldset.Formats.Archives;

/// <summary>
/// Writes a zip archive forward only. Unlike the library's writer it keeps its directory in a temporary file, so the memory it
/// takes does not grow with the number of entries, and it hands on what it has written between entries.
/// </summary>
internal sealed class ZipWriter : IDisposable
{
    private const int SmallestDeflated = 256;
    private const int CopySize = 64 * 1024;

    private readonly ExportWriter _output;
    private readonly SpoolFile _directory = new();
    private readonly uint _time;
    private long _entries;

    /// <param name="output">Where the archive goes.</param>
    /// <param name="time">What the entries say they were changed at.</param>
    public ZipWriter(ExportWriter output, DateTimeOffset time)
    {
        _output = output;
        var year = Math.Clamp(time.Year, 1980, 2107) - 1980;
        _time = (uint)((year << 25) | (time.Month << 21) | (time.Day << 16) | (time.Hour << 11) | (time.Minute << 5) | (time.Second >> 1));
    }

    /// <summary>Bytes written so far.</summary>
    internal long Position { get; private set; }

    /// <summary>Adds an entry for a folder; <paramref name="name"/> without a slash at the end.</summary>
    public void AddFolder(string name) => Add(name + "/", []);

    /// <summary>Adds a small file.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var entry = new ZipRecord(name, _time, Position, Crc32.HashToUInt32(content)) { Size = content.Length, Packed = content.Length };
        if (content.Length < SmallestDeflated)
        {
            Write(entry.LocalHeader());
            Write(content);
        }
        else
        {
            using var packed = new MemoryStream();
            using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(content);
            }

            entry = entry with { Packed = packed.Length, Deflated = true };
            Write(entry.LocalHeader());
            Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        }

        Enter(entry);
    }

    /// <summary>Adds a file as it is, from its start. Read twice: its checksum stands before it.</summary>
    public async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            var crc = new Crc32();
            content.Position = 0;
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; size += read)
            {
                crc.Append(buffer.AsSpan(0, read));
            }

            var entry = new ZipRecord(name, _time, Position, crc.GetCurrentHashAsUInt32()) { Size = size, Packed = size };
            Write(entry.LocalHeader());
            content.Position = 0;
            for (var left = size; left > 0;)
            {
                var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    throw new EndOfStreamException($"{name} became shorter while it was written.");
                }

                left -= read;
                Write(buffer.AsSpan(0, read));
                await _output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
            }

            Enter(entry);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Begins a file of any size, packed as it is written. Nothing else is added until it is ended.</summary>
    public ZipEntryWriter Begin(string name)
    {
        var entry = new ZipRecord(name, _time, Position, 0) { Deflated = true, Streamed = true };
        Write(entry.LocalHeader());
        return new ZipEntryWriter(this, entry);
    }

    /// <summary>Hands on what was written, when there is enough of it.</summary>
    public ValueTask FlushWhenDueAsync(CancellationToken cancellationToken) => _output.FlushWhenDueAsync(cancellationToken);

    /// <summary>Writes the directory: the archive is complete.</summary>
    /// <param name="comment">What archive tools show beside the list of files, ASCII.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task CompleteAsync(string comment, CancellationToken cancellationToken)
    {
        var start = Position;
        var directory = _directory.Read();
        var buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            for (int read; (read = await directory.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                Write(buffer.AsSpan(0, read));
                await _output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        WriteEnd(start, Encoding.ASCII.GetBytes(comment));
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Takes an entry whose bytes have been written into the directory.</summary>
    internal void Enter(ZipRecord entry)
    {
        _directory.Write(entry.DirectoryHeader());
        _entries++;
    }

    /// <summary>Writes bytes of the archive.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        Position += bytes.Length;
    }

    private void WriteEnd(long start, byte[] comment)
    {
        var size = Position - start;
        var end = Position;
        if (_entries >= ushort.MaxValue || start >= uint.MaxValue || size >= uint.MaxValue)
        {
            Span<byte> large = stackalloc byte[76];
            large.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(large, 0x06064b50);
            BinaryPrimitives.WriteInt64LittleEndian(large[4..], 44);
            BinaryPrimitives.WriteUInt16LittleEndian(large[12..], ZipRecord.VersionMadeBy);
            BinaryPrimitives.WriteUInt16LittleEndian(large[14..], ZipRecord.VersionOfLargeFiles);
            BinaryPrimitives.WriteInt64LittleEndian(large[24..], _entries);
            BinaryPrimitives.WriteInt64LittleEndian(large[32..], _entries);
            BinaryPrimitives.WriteInt64LittleEndian(large[40..], size);
            BinaryPrimitives.WriteInt64LittleEndian(large[48..], start);
            BinaryPrimitives.WriteUInt32LittleEndian(large[56..], 0x07064b50);
            BinaryPrimitives.WriteInt64LittleEndian(large[64..], end);
            BinaryPrimitives.WriteUInt32LittleEndian(large[72..], 1);
            Write(large);
        }

        Span<byte> last = stackalloc byte[22];
        last.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(last, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(last[8..], (ushort)Math.Min(_entries, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(last[10..], (ushort)Math.Min(_entries, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(last[12..], (uint)Math.Min(size, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(last[16..], (uint)Math.Min(start, uint.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(last[20..], (ushort)comment.Length);
        Write(last);
        Write(comment);
    }
}
