namespace Goldset.Formats.Shapes;

/// <summary>A rectangle: its corner and size before it is turned by <paramref name="Rotation"/> degrees clockwise about that corner.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height, double Rotation)
{
    /// <summary>A rectangle in percent, in pixels of an image of this size.</summary>
    public Box InPixels(double width, double height) => new(X / 100 * width, Y / 100 * height, Width / 100 * width, Height / 100 * height, Rotation);

    /// <summary>The four corners, from the stored one clockwise.</summary>
    public (double X, double Y)[] Corners()
    {
        var (sin, cos) = Math.SinCos(Rotation * (Math.PI / 180));
        return
        [
            (X, Y),
            (X + (Width * cos), Y + (Width * sin)),
            (X + (Width * cos) - (Height * sin), Y + (Width * sin) + (Height * cos)),
            (X - (Height * sin), Y + (Height * cos)),
        ];
    }
}
