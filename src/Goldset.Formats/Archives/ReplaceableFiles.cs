using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Goldset.Formats.Archives;

/// <summary>
/// Small files of an archive of which a later one takes the place of an earlier one with the same name, across the whole
/// export. They wait in a temporary file; memory holds 16 bytes a name.
/// </summary>
internal sealed class ReplaceableFiles : IDisposable
{
    private const int HeaderSize = 13;

    private readonly SpoolFile _spool = new();
    private readonly HashSet<UInt128> _names = [];
    private readonly HashSet<UInt128> _repeated = [];

    /// <summary>Adds a file. One that is <paramref name="placeholder"/> stands back where there is another of its name.</summary>
    /// <param name="name">Name in the archive.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="regions">How many regions are in it, for the receipt.</param>
    /// <param name="placeholder">It says nothing but that there is nothing.</param>
    public void Add(string name, ReadOnlySpan<byte> content, int regions = 0, bool placeholder = false)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var hash = XxHash128.HashToUInt128(bytes);
        if (!_names.Add(hash))
        {
            _repeated.Add(hash);
        }

        Span<byte> header = stackalloc byte[HeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(header, bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], regions);
        header[12] = placeholder ? (byte)1 : (byte)0;
        _spool.Write(header);
        _spool.Write(bytes);
        _spool.Write(content);
    }

    /// <summary>Writes the files that are left, in order; the regions of replaced ones are taken out of the receipt.</summary>
    public async Task WriteAsync(ZipWriter zip, ExportReceipt receipt, CancellationToken cancellationToken)
    {
        var last = await FindLastAsync(cancellationToken).ConfigureAwait(false);
        long index = 0;
        await foreach (var file in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var name = Encoding.UTF8.GetString(file.Name.Span);
            if (last.GetValueOrDefault(name, index) == index)
            {
                zip.Add(name, file.Content.Span);
                await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (!file.IsPlaceholder)
            {
                receipt.TakeBack(file.Regions);
            }

            index++;
        }
    }

    public void Dispose() => _spool.Dispose();

    /// <summary>Of the names that occur more than once, which file is the one.</summary>
    private async Task<Dictionary<string, long>> FindLastAsync(CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        if (_repeated.Count == 0)
        {
            return last;
        }

        long index = 0;
        await foreach (var file in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_repeated.Contains(XxHash128.HashToUInt128(file.Name.Span)))
            {
                var name = Encoding.UTF8.GetString(file.Name.Span);
                if (!file.IsPlaceholder || !last.ContainsKey(name))
                {
                    last[name] = index;
                }
            }

            index++;
        }

        return last;
    }

    private async IAsyncEnumerable<Spooled> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new BufferedStream(_spool.Read(), 64 * 1024);
        var header = new byte[HeaderSize];
        var buffer = Array.Empty<byte>();
        while (await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == HeaderSize)
        {
            var name = BinaryPrimitives.ReadInt32LittleEndian(header);
            var content = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
            buffer = buffer.Length < name + content ? new byte[Math.Max(2 * buffer.Length, name + content)] : buffer;
            await stream.ReadExactlyAsync(buffer.AsMemory(0, name + content), cancellationToken).ConfigureAwait(false);
            yield return new Spooled(buffer.AsMemory(0, name), buffer.AsMemory(name, content), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)), header[12] == 1);
        }
    }

    private readonly record struct Spooled(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Content, int Regions, bool IsPlaceholder);
}
