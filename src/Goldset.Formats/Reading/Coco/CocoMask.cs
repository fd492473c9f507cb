using System.Text.Json;
using Goldset.Formats.Masks;
using Goldset.Labeling;

namespace Goldset.Formats.Reading.Coco;

/// <summary>Masks as COCO writes them: lengths of runs down the columns, that are off and on by turns, as a list or packed into text.</summary>
internal static class CocoMask
{
    /// <summary>Reads a mask; null when it is none, or has another size than the image.</summary>
    public static BrushMask? Read(JsonElement segmentation, (int Width, int Height) image)
    {
        if (CocoJson.Numbers(JsonStrings.Find(segmentation, "size"u8)) is not [var height, var width]
            || width != image.Width || height != image.Height || (long)image.Width * image.Height > BrushMask.MaxPixels)
        {
            return null;
        }

        var counts = JsonStrings.Find(segmentation, "counts"u8);
        var runs = counts.ValueKind switch
        {
            JsonValueKind.Array => CocoJson.Numbers(counts)?.Select(count => (long)count),
            JsonValueKind.String => Unpack(JsonStrings.Decode(counts)),
            _ => null,
        };
        var opacity = new byte[image.Width * image.Height];
        return runs is not null && Fill(opacity, runs, image.Width, image.Height) ? new BrushMask(image.Width, image.Height, opacity) : null;
    }

    private static bool Fill(byte[] opacity, IEnumerable<long> runs, int width, int height)
    {
        long at = 0;
        var isOn = false;
        foreach (var run in runs)
        {
            var end = at + run;
            if (run < 0 || end > opacity.Length)
            {
                return false;
            }

            for (; isOn && at < end; at++)
            {
                opacity[((at % height) * width) + (at / height)] = byte.MaxValue;
            }

            at = end;
            isOn = !isOn;
        }

        return at == opacity.Length;
    }

    /// <summary>Numbers of five bits a character, the lowest first, each but the first three as the difference to the one before the last.</summary>
    private static List<long>? Unpack(string text)
    {
        var runs = new List<long>();
        for (var at = 0; at < text.Length;)
        {
            long value = 0;
            var shift = 0;
            int bits;
            do
            {
                if (at == text.Length || shift > 40)
                {
                    return null;
                }

                bits = text[at++] - 48;
                if (bits is < 0 or > 63)
                {
                    return null;
                }

                value |= (long)(bits & 0x1f) << shift;
                shift += 5;
            }
            while ((bits & 0x20) != 0);

            if ((bits & 0x10) != 0)
            {
                value |= -1L << shift;
            }

            runs.Add(runs.Count > 2 ? value + runs[^2] : value);
        }

        return runs;
    }
}
