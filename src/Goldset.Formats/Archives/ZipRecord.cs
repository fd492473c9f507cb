using System.Buffers.Binary;
using System.Text;

namespace Goldset.Formats.Archives;

/// <summary>What the archive says about one entry.</summary>
internal sealed record ZipRecord(string Name, uint Time, long Offset, uint Checksum)
{
    public const ushort VersionMadeBy = 45;
    public const ushort VersionOfLargeFiles = 45;

    private const ushort Version = 20;
    private const ushort NameIsUtf8 = 1 << 11;
    private const ushort SizesFollow = 1 << 3;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(Name);

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>Bytes in the archive.</summary>
    public long Packed { get; init; }

    public bool Deflated { get; init; }

    /// <summary>Checksum and sizes come after the bytes.</summary>
    public bool Streamed { get; init; }

    private bool IsLarge => Streamed || Size >= uint.MaxValue || Packed >= uint.MaxValue;

    /// <summary>What stands before the bytes.</summary>
    public byte[] LocalHeader()
    {
        var extra = IsLarge ? 20 : 0;
        var header = new byte[30 + _name.Length + extra];
        var at = header.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(at, 0x04034b50);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], IsLarge ? VersionOfLargeFiles : Version);
        WriteCommon(at[6..], Streamed ? 0 : Checksum, IsLarge);
        BinaryPrimitives.WriteUInt16LittleEndian(at[28..], (ushort)extra);
        _name.CopyTo(at[30..]);
        if (IsLarge)
        {
            at = at[(30 + _name.Length)..];
            BinaryPrimitives.WriteUInt16LittleEndian(at, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], 16);
            BinaryPrimitives.WriteInt64LittleEndian(at[4..], Size);
            BinaryPrimitives.WriteInt64LittleEndian(at[12..], Packed);
        }

        return header;
    }

    /// <summary>What stands after the bytes of a streamed entry.</summary>
    public byte[] Descriptor()
    {
        var descriptor = new byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor, 0x08074b50);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor.AsSpan(4), Checksum);
        BinaryPrimitives.WriteInt64LittleEndian(descriptor.AsSpan(8), Packed);
        BinaryPrimitives.WriteInt64LittleEndian(descriptor.AsSpan(16), Size);
        return descriptor;
    }

    /// <summary>What stands in the archive's directory.</summary>
    public byte[] DirectoryHeader()
    {
        var isLarge = Size >= uint.MaxValue || Packed >= uint.MaxValue || Offset >= uint.MaxValue;
        var extra = isLarge ? 28 : 0;
        var header = new byte[46 + _name.Length + extra];
        var at = header.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(at, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], VersionMadeBy);
        BinaryPrimitives.WriteUInt16LittleEndian(at[6..], IsLarge || isLarge ? VersionOfLargeFiles : Version);
        WriteCommon(at[8..], Checksum, isLarge);
        BinaryPrimitives.WriteUInt16LittleEndian(at[30..], (ushort)extra);
        BinaryPrimitives.WriteUInt32LittleEndian(at[38..], Name.EndsWith('/') ? 0x10u : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(at[42..], isLarge ? uint.MaxValue : (uint)Offset);
        _name.CopyTo(at[46..]);
        if (isLarge)
        {
            at = at[(46 + _name.Length)..];
            BinaryPrimitives.WriteUInt16LittleEndian(at, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], 24);
            BinaryPrimitives.WriteInt64LittleEndian(at[4..], Size);
            BinaryPrimitives.WriteInt64LittleEndian(at[12..], Packed);
            BinaryPrimitives.WriteInt64LittleEndian(at[20..], Offset);
        }

        return header;
    }

    // From the flags to the length of the name, which both headers have in common.
    private void WriteCommon(Span<byte> at, uint checksum, bool sizesElsewhere)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)(NameIsUtf8 | (Streamed ? SizesFollow : 0)));
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], (ushort)(Deflated ? 8 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(at[4..], Time);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(at[12..], sizesElsewhere ? uint.MaxValue : (uint)Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(at[16..], sizesElsewhere ? uint.MaxValue : (uint)Size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[20..], (ushort)_name.Length);
    }
}
