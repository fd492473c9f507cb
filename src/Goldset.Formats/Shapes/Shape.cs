using System.Runtime.CompilerServices;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Json;

namespace Goldset.Formats.Shapes;

/// <summary>What a region's value says about its place and its labels, as far as it is what it should be. Read in one go.</summary>
internal readonly struct Shape
{
    private static readonly JsonFields Fields = new(
        "x", "y", "width", "height", "rotation", "points", "rectanglelabels", "polygonlabels", "brushlabels", "keypointlabels", "labels", "rectangle", "rle", "start", "end", "text",
        "original_width", "original_height", "ellipselabels", "radiusX", "radiusY", "choices");

    private readonly RegionValue _region;
    private readonly Values _fields;

    public Shape(in RegionValue region)
    {
        _region = region;
        Fields.Read(region.Value, _fields);
    }

    public double? X => Number(_fields[0]);

    public double? Y => Number(_fields[1]);

    public double? Rotation => Number(_fields[4]);

    public LabelList RectangleLabels => new(_fields[6]);

    public LabelList PolygonLabels => new(_fields[7]);

    public LabelList BrushLabels => new(_fields[8]);

    public LabelList KeypointLabels => new(_fields[9]);

    public LabelList Labels => new(_fields[10]);

    public LabelList EllipseLabels => new(_fields[18]);

    public double? RadiusX => Number(_fields[19]);

    public double? RadiusY => Number(_fields[20]);

    public LabelList Choices => new(_fields[21]);

    public bool HasRectangle => _fields[11].ValueKind != JsonValueKind.Undefined;

    /// <summary>The bytes of a painted mask; undefined when there is none.</summary>
    public JsonElement Rle => _fields[12].ValueKind == JsonValueKind.Array ? _fields[12] : default;

    public double? Start => Number(_fields[13]);

    public double? End => Number(_fields[14]);

    public LabelList Text => new(_fields[15]);

    /// <summary>Whether it is somewhere on an image.</summary>
    public bool IsPlaced => _fields[0].ValueKind != JsonValueKind.Undefined || _fields[5].ValueKind != JsonValueKind.Undefined || Rle.ValueKind == JsonValueKind.Array;

    /// <summary>The rectangle in percent; null when a coordinate is missing.</summary>
    public Box? Box => X is { } x && Y is { } y && Number(_fields[2]) is { } width && Number(_fields[3]) is { } height ? new Box(x, y, width, height, Rotation ?? 0) : null;

    /// <summary>The corners of a polygon in percent; null when there are none, or one is no point.</summary>
    public List<(double X, double Y)>? Points
    {
        get
        {
            var list = _fields[5];
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
    }

    /// <summary>Width and height of the image in pixels; null when the region does not say both.</summary>
    public (double Width, double Height)? ImageSize
    {
        get
        {
            var width = Number(_region.OriginalWidth) ?? Number(_fields[16]);
            var height = Number(_region.OriginalHeight) ?? Number(_fields[17]);
            return width is { } w && height is { } h ? (w, h) : null;
        }
    }

    /// <summary>Why a region without a label that the format knows is left out.</summary>
    public LeftOutReason WithoutLabel =>
        _region.Tag is "RectangleLabels" or "PolygonLabels" or "KeyPointLabels" or "BrushLabels" or "Labels" or "Rectangle" or "Polygon"
            ? LeftOutReason.NoLabel
            : LeftOutReason.NotInFormat;

    /// <summary>A number; null when it is absent or none.</summary>
    public static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The values of the fields, on the stack: there are millions of regions.</summary>
    [InlineArray(22)]
    private struct Values
    {
        private JsonElement _first;
    }
}
