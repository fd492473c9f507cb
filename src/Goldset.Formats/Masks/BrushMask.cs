using System.Text.Json;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Masks;

/// <summary>A painted mask: a byte of opacity for each pixel, row by row.</summary>
internal sealed record BrushMask(int Width, int Height, byte[] Opacity)
{
    /// <summary>Most pixels of a mask that is decoded; images beyond count as broken.</summary>
    public const int MaxPixels = 1 << 27;

    private const int Channels = 4;

    /// <summary>Whether the region has a mask.</summary>
    public static bool Has(in Shape shape) => shape.Rle.ValueKind == JsonValueKind.Array;

    /// <summary>
    /// Decodes the mask of a region: a stream of bits in a list of bytes, which runs through red, green, blue and opacity of all
    /// pixels. Null when the data is cut off or does not fit the size of the image.
    /// </summary>
    public static BrushMask? Read(in Shape shape)
    {
        var rle = shape.Rle;
        if (rle.ValueKind != JsonValueKind.Array || shape.ImageSize is not { } size
            || !double.IsInteger(size.Width) || !double.IsInteger(size.Height) || size.Width < 1 || size.Height < 1 || size.Width * size.Height > MaxPixels)
        {
            return null;
        }

        var bytes = new byte[rle.GetArrayLength()];
        var at = 0;
        foreach (var value in rle.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetByte(out bytes[at++]))
            {
                return null;
            }
        }

        var (width, height) = ((int)size.Width, (int)size.Height);
        var opacity = new byte[width * height];
        return Decode(new Bits(bytes), opacity) ? new BrushMask(width, height, opacity) : null;
    }

    private static bool Decode(Bits bits, byte[] opacity)
    {
        var total = (long)opacity.Length * Channels;
        if (!bits.TryRead(32, out var count) || count != total || !bits.TryRead(5, out var wordSize))
        {
            return false;
        }

        wordSize++;
        Span<int> widths = stackalloc int[4];
        for (var i = 0; i < widths.Length; i++)
        {
            if (!bits.TryRead(4, out var width))
            {
                return false;
            }

            widths[i] = (int)width + 1;
        }

        for (long at = 0; at < total;)
        {
            if (!bits.TryRead(1, out var isRun) || !bits.TryRead(2, out var index) || !bits.TryRead(widths[(int)index], out var length))
            {
                return false;
            }

            var end = at + length + 1;
            if (end > total)
            {
                return false;
            }

            if (isRun == 1)
            {
                if (!bits.TryRead((int)wordSize, out var word))
                {
                    return false;
                }

                Fill(opacity, at, end, (byte)word);
                at = end;
                continue;
            }

            for (; at < end; at++)
            {
                if (!bits.TryRead((int)wordSize, out var word))
                {
                    return false;
                }

                if (at % Channels == Channels - 1)
                {
                    opacity[at / Channels] = (byte)word;
                }
            }
        }

        return true;
    }

    /// <summary>Fills the opacities among the values from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    private static void Fill(byte[] opacity, long start, long end, byte value)
    {
        // The value at 4p + 3 is the opacity of pixel p.
        var (first, last) = (start / Channels, (end / Channels) - 1);
        if (last >= first)
        {
            opacity.AsSpan((int)first, (int)(last - first + 1)).Fill(value);
        }
    }

    private ref struct Bits(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private long _at;

        /// <summary>The next bits, the most significant first.</summary>
        public bool TryRead(int count, out long value)
        {
            value = 0;
            if (_at + count > (long)_bytes.Length * 8)
            {
                return false;
            }

            while (count > 0)
            {
                var (index, used) = ((int)(_at >> 3), (int)(_at & 7));
                var take = Math.Min(8 - used, count);
                value = (value << take) | (long)((_bytes[index] >> (8 - used - take)) & ((1 << take) - 1));
                _at += take;
                count -= take;
            }

            return true;
        }
    }
}
