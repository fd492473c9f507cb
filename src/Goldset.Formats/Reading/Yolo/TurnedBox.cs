using Goldset.Formats.Shapes;

namespace Goldset.Formats.Reading.Yolo;

/// <summary>Turned boxes from their corners.</summary>
internal static class TurnedBox
{
    /// <summary>The box, in percent, of four corners given as parts of the image; the first is the one it is turned about.</summary>
    /// <param name="corners">x and y of each, around the box in either direction.</param>
    /// <param name="width">Of the image, in pixels.</param>
    /// <param name="height">Of the image, in pixels.</param>
    public static Box Of(ReadOnlySpan<double> corners, int width, int height)
    {
        var (x, y) = (corners[0] * width, corners[1] * height);
        var (right, down) = ((X: (corners[2] * width) - x, Y: (corners[3] * height) - y), (X: (corners[6] * width) - x, Y: (corners[7] * height) - y));
        if ((right.X * down.Y) - (right.Y * down.X) < 0)
        {
            (right, down) = (down, right);
        }

        var rotation = Math.Atan2(right.Y, right.X) * (180 / Math.PI);
        return new Box(
            corners[0] * 100,
            corners[1] * 100,
            Math.Sqrt((right.X * right.X) + (right.Y * right.Y)) / width * 100,
            Math.Sqrt((down.X * down.X) + (down.Y * down.Y)) / height * 100,
            rotation < 0 ? rotation + 360 : rotation);
    }
}
