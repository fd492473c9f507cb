namespace Goldset.Formats.Tests.Masks;

/// <summary>Writes masks as the editor stores them.</summary>
internal static class RunLength
{
    /// <summary>Encodes opacities, one a pixel, with colour zero: a run for each value that differs from the one before.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> opacity, int wordSize = 8, params ReadOnlySpan<int> widths)
    {
        widths = widths.IsEmpty ? [3, 4, 8, 16] : widths;
        var bits = new List<bool>();
        var values = new byte[opacity.Length * 4];
        for (var i = 0; i < opacity.Length; i++)
        {
            values[(4 * i) + 3] = opacity[i];
        }

        Add(bits, values.Length, 32);
        Add(bits, wordSize - 1, 5);
        foreach (var width in widths)
        {
            Add(bits, width - 1, 4);
        }

        for (var at = 0; at < values.Length;)
        {
            var length = 1;
            while (at + length < values.Length && values[at + length] == values[at] && length < 1 << widths[3])
            {
                length++;
            }

            var index = length > 1 << widths[0] ? 3 : 0;
            Add(bits, length > 1 ? 1 : 0, 1);
            Add(bits, index, 2);
            Add(bits, length - 1, widths[index]);
            Add(bits, values[at], wordSize);
            at += length;
        }

        var bytes = new byte[(bits.Count + 7) / 8];
        for (var i = 0; i < bits.Count; i++)
        {
            bytes[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        }

        return bytes;
    }

    private static void Add(List<bool> bits, long value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            bits.Add(((value >> bit) & 1) == 1);
        }
    }
}
