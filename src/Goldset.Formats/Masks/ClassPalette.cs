namespace Goldset.Formats.Masks;

/// <summary>The colours of classes, as Pascal VOC has them: the bits of the number are dealt out to red, green and blue, the highest first.</summary>
internal static class ClassPalette
{
    /// <summary>The colour of a class.</summary>
    public static (byte Red, byte Green, byte Blue) Of(int number)
    {
        var (red, green, blue) = (0, 0, 0);
        for (var bit = 7; number != 0; bit--, number >>= 3)
        {
            red |= (number & 1) << bit;
            green |= ((number >> 1) & 1) << bit;
            blue |= ((number >> 2) & 1) << bit;
        }

        return ((byte)red, (byte)green, (byte)blue);
    }
}
