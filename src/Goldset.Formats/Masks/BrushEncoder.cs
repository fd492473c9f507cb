namespace Goldset.Formats.Masks;

/// <summary>Packs masks as the editor stores them: see <see cref="BrushMask"/>. A run for each stretch of equal values.</summary>
internal static class BrushEncoder
{
    private const int Channels = 4;
    private const int WordSize = 8;
    private static readonly int[] Widths = [3, 4, 8, 16];

    /// <summary>The bytes of <c>rle</c>. What is opaque is white.</summary>
    public static byte[] Encode(BrushMask mask)
    {
        var bits = new BitList();
        bits.Add((long)mask.Opacity.Length * Channels, 32);
        bits.Add(WordSize - 1, 5);
        foreach (var width in Widths)
        {
            bits.Add(width - 1, 4);
        }

        var opacity = mask.Opacity;
        for (var at = 0; at < opacity.Length;)
        {
            var end = at + 1;
            while (end < opacity.Length && opacity[end] == opacity[at])
            {
                end++;
            }

            if (opacity[at] == 0)
            {
                AddRun(bits, (long)(end - at) * Channels, 0);
            }
            else if (opacity[at] == byte.MaxValue)
            {
                // White that covers has one value in all channels.
                AddRun(bits, (long)(end - at) * Channels, byte.MaxValue);
            }
            else
            {
                for (; at < end; at++)
                {
                    AddRun(bits, Channels - 1, 0);
                    AddRun(bits, 1, opacity[at]);
                }
            }

            at = end;
        }

        return bits.ToArray();
    }

    private static void AddRun(BitList bits, long length, byte value)
    {
        while (length > 0)
        {
            var part = Math.Min(length, 1L << Widths[^1]);
            var index = Array.FindIndex(Widths, width => part <= 1L << width);
            bits.Add(1, 1);
            bits.Add(index, 2);
            bits.Add(part - 1, Widths[index]);
            bits.Add(value, WordSize);
            length -= part;
        }
    }

    private sealed class BitList
    {
        private readonly List<byte> _bytes = [];
        private int _free;

        /// <summary>Adds the lowest bits of a value, the most significant first.</summary>
        public void Add(long value, int count)
        {
            while (count > 0)
            {
                if (_free == 0)
                {
                    _bytes.Add(0);
                    _free = 8;
                }

                var take = Math.Min(_free, count);
                _bytes[^1] |= (byte)(((value >> (count - take)) & ((1 << take) - 1)) << (_free - take));
                _free -= take;
                count -= take;
            }
        }

        public byte[] ToArray() => [.. _bytes];
    }
}
