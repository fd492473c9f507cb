using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Goldset.Formats.Masks;

/// <summary>Masks as files.</summary>
internal static class MaskFile
{
    private const int NumPyAlignment = 64;
    private const byte Grey = 0;
    private const byte Indexed = 3;

    /// <summary>A NumPy file of version 1.0: an array of unsigned bytes, height by width, in C order.</summary>
    public static byte[] NumPy(BrushMask mask)
    {
        var shape = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({mask.Height}, {mask.Width}), }}");
        var start = (10 + shape.Length + 1 + NumPyAlignment - 1) / NumPyAlignment * NumPyAlignment;
        var file = new byte[start + mask.Opacity.Length];
        ReadOnlySpan<byte> magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];
        magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)(start - 10));
        file.AsSpan(10, start - 10).Fill((byte)' ');
        Encoding.ASCII.GetBytes(shape, file.AsSpan(10));
        file[start - 1] = (byte)'\n';
        mask.Opacity.CopyTo(file, start);
        return file;
    }

    /// <summary>A PNG file of eight bits grey.</summary>
    public static byte[] Png(BrushMask mask) => Png(mask.Width, mask.Height, Grey, default, mask.Opacity);

    /// <summary>A PNG file of eight bits an index, with the colours of the first classes.</summary>
    public static byte[] Png(ClassMask mask, int classes)
    {
        var palette = new byte[classes * 3];
        for (var number = 0; number < classes; number++)
        {
            (palette[number * 3], palette[(number * 3) + 1], palette[(number * 3) + 2]) = ClassPalette.Of(number);
        }

        return Png(mask.Width, mask.Height, Indexed, palette, mask.Classes);
    }

    private static byte[] Png(int width, int height, byte kind, ReadOnlySpan<byte> palette, byte[] values)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, kind);
        WriteChunk(file, "IHDR"u8, header);
        if (palette.Length > 0)
        {
            WriteChunk(file, "PLTE"u8, palette);
        }

        using (var pixels = new MemoryStream())
        {
            using (var packed = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
            {
                for (var row = 0; row < height; row++)
                {
                    // Masks are large areas of one value, which pack well without a filter.
                    packed.WriteByte(0);
                    packed.Write(values, row * width, width);
                }
            }

            WriteChunk(file, "IDAT"u8, pixels.GetBuffer().AsSpan(0, (int)pixels.Length));
        }

        WriteChunk(file, "IEND"u8, default);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(content);
        var crc = new Crc32();
        crc.Append(kind);
        crc.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
