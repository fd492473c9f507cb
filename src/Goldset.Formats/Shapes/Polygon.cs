namespace Goldset.Formats.Shapes;

/// <summary>Measures of polygons.</summary>
internal static class Polygon
{
    /// <summary>The area inside, whatever the direction.</summary>
    public static double Area(IReadOnlyList<(double X, double Y)> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return Math.Abs(twice) / 2;
    }
}
