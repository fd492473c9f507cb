using Goldset.Formats.Shapes;

namespace Goldset.Formats.Masks;

/// <summary>An image of class numbers, 0 for the background. What is painted later covers what was there.</summary>
internal sealed class ClassMask(int width, int height)
{
    public int Width => width;

    public int Height => height;

    /// <summary>A class for each pixel, row by row.</summary>
    public byte[] Classes { get; } = new byte[width * height];

    /// <summary>Paints all pixels of a mask of the same size that are not clear; whether another class was there on one of them.</summary>
    public bool Paint(BrushMask mask, byte number)
    {
        var covers = false;
        for (var at = 0; at < Classes.Length; at++)
        {
            if (mask.Opacity[at] != 0)
            {
                covers |= Set(at, number);
            }
        }

        return covers;
    }

    /// <summary>Paints the pixels whose centres are in a polygon, by the even-odd rule; whether another class was there on one of them.</summary>
    /// <param name="ring">The corners, in pixels.</param>
    /// <param name="number">The class.</param>
    public bool Paint(IReadOnlyList<(double X, double Y)> ring, byte number)
    {
        var covers = false;
        var crossings = new List<double>();
        var first = (int)Math.Clamp(Math.Floor(ring.Min(point => point.Y) - 0.5), 0, height);
        var last = (int)Math.Clamp(Math.Ceiling(ring.Max(point => point.Y)), 0, height);
        for (var row = first; row < last; row++)
        {
            Cross(ring, row + 0.5, crossings);
            for (var pair = 0; pair + 1 < crossings.Count; pair += 2)
            {
                covers |= PaintRow(row, crossings[pair], crossings[pair + 1], number);
            }
        }

        return covers;
    }

    /// <summary>Paints the pixels whose centres are in a turned ellipse; whether another class was there on one of them.</summary>
    /// <param name="middle">Its middle, in pixels.</param>
    /// <param name="radii">Its radii, in pixels.</param>
    /// <param name="rotation">Degrees clockwise.</param>
    /// <param name="number">The class.</param>
    public bool PaintEllipse((double X, double Y) middle, (double X, double Y) radii, double rotation, byte number)
    {
        var reach = Math.Max(Math.Abs(radii.X), Math.Abs(radii.Y));
        if (reach == 0)
        {
            return false;
        }

        var covers = false;
        var (sin, cos) = Math.SinCos(-rotation * (Math.PI / 180));
        for (var row = (int)Math.Clamp(middle.Y - reach - 1, 0, height); row < Math.Clamp(middle.Y + reach + 1, 0, height); row++)
        {
            for (var column = (int)Math.Clamp(middle.X - reach - 1, 0, width); column < Math.Clamp(middle.X + reach + 1, 0, width); column++)
            {
                var (x, y) = (column + 0.5 - middle.X, row + 0.5 - middle.Y);
                var (across, down) = (((x * cos) - (y * sin)) / radii.X, ((x * sin) + (y * cos)) / radii.Y);
                if ((across * across) + (down * down) <= 1)
                {
                    covers |= Set((row * width) + column, number);
                }
            }
        }

        return covers;
    }

    /// <summary>Where a ring crosses a row, from left to right.</summary>
    private static void Cross(IReadOnlyList<(double X, double Y)> ring, double y, List<double> crossings)
    {
        crossings.Clear();
        for (var at = 0; at < ring.Count; at++)
        {
            var (from, to) = (ring[at], ring[(at + 1) % ring.Count]);
            if (from.Y <= y != to.Y <= y)
            {
                crossings.Add(from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)));
            }
        }

        crossings.Sort();
    }

    private bool PaintRow(int row, double from, double until, byte number)
    {
        var covers = false;
        var end = (int)Math.Clamp(Math.Ceiling(until - 0.5), 0, width);
        for (var column = (int)Math.Clamp(Math.Ceiling(from - 0.5), 0, width); column < end; column++)
        {
            covers |= Set((row * width) + column, number);
        }

        return covers;
    }

    private bool Set(int at, byte number)
    {
        var covers = Classes[at] != 0 && Classes[at] != number;
        Classes[at] = number;
        return covers;
    }
}
