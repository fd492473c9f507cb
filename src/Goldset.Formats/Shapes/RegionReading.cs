using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

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

/// <summary>Reads the values of regions on images, as far as they are what they should be.</summary>
internal static class RegionReading
{
    /// <summary>A number; null when it is absent or none.</summary>
    public static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number of the value; null when it is absent or none.</summary>
    public static double? Number(this in RegionValue region, ReadOnlySpan<byte> name) => Number(JsonStrings.Find(region.Value, name));

    /// <summary>Whether the value has this key.</summary>
    public static bool Has(this in RegionValue region, ReadOnlySpan<byte> name) => JsonStrings.Find(region.Value, name).ValueKind != JsonValueKind.Undefined;

    /// <summary>The texts of a list, or of a single text.</summary>
    public static List<string> Texts(this in RegionValue region, ReadOnlySpan<byte> name)
    {
        var value = JsonStrings.Find(region.Value, name);
        return value.ValueKind switch
        {
            JsonValueKind.String => [JsonStrings.Decode(value)],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(JsonStrings.Decode)],
            _ => [],
        };
    }

    /// <summary>The rectangle in percent; null when a coordinate is missing.</summary>
    public static Box? Box(this in RegionValue region) =>
        region.Number("x"u8) is { } x && region.Number("y"u8) is { } y && region.Number("width"u8) is { } width && region.Number("height"u8) is { } height
            ? new Box(x, y, width, height, region.Number("rotation"u8) ?? 0)
            : null;

    /// <summary>The corners of a polygon in percent; null when there are none, or one is no point.</summary>
    public static List<(double X, double Y)>? Points(this in RegionValue region)
    {
        var list = JsonStrings.Find(region.Value, "points"u8);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return null;
        }

        var points = new List<(double, double)>(list.GetArrayLength());
        foreach (var point in list.EnumerateArray())
        {
            if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || Number(point[0]) is not { } x || Number(point[1]) is not { } y)
            {
                return null;
            }

            points.Add((x, y));
        }

        return points;
    }

    /// <summary>Width and height of the image in pixels; null when the region does not say both.</summary>
    public static (double Width, double Height)? ImageSize(this in RegionValue region)
    {
        var width = Number(region.OriginalWidth) ?? region.Number("original_width"u8);
        var height = Number(region.OriginalHeight) ?? region.Number("original_height"u8);
        return width is { } w && height is { } h ? (w, h) : null;
    }

    /// <summary>Why a region without a label that the format knows is left out.</summary>
    public static LeftOutReason WithoutLabel(this in RegionValue region) =>
        region.Tag is "RectangleLabels" or "PolygonLabels" or "KeyPointLabels" or "BrushLabels" or "Labels" or "Rectangle" or "Polygon"
            ? LeftOutReason.NoLabel
            : LeftOutReason.NotInFormat;
}
