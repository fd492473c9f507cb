using System.Buffers.Binary;

namespace Goldset.Formats.Speech;

/// <summary>What the head of a recording tells.</summary>
internal static class WaveFile
{
    private const int Pcm = 1;

    /// <summary>Length of an uncompressed WAV file in seconds; null when it is none.</summary>
    public static async Task<double?> SecondsAsync(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var head = new byte[16];
        if (!await FillAsync(head.AsMemory(0, 12)).ConfigureAwait(false) || !head.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !head.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            return null;
        }

        double? rate = null;
        double frame = 0;
        while (await FillAsync(head.AsMemory(0, 8)).ConfigureAwait(false))
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            var next = file.Position + size + (size & 1);
            if (head.AsSpan(0, 4).SequenceEqual("fmt "u8))
            {
                if (!await FillAsync(head).ConfigureAwait(false) || BinaryPrimitives.ReadUInt16LittleEndian(head) != Pcm)
                {
                    return null;
                }

                rate = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
                frame = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)) * ((BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(14)) + 7) / 8);
            }
            else if (head.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                return rate > 0 && frame > 0 ? Math.Floor(size / frame) / rate : null;
            }

            file.Position = next;
        }

        return null;

        async ValueTask<bool> FillAsync(Memory<byte> buffer) =>
            await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == buffer.Length;
    }
}
