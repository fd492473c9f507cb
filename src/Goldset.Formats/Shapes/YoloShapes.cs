using System.Buffers;
using Goldset.Formats.Items;

namespace Goldset.Formats.Shapes;

/// <summary>A line for each label of each rectangle or polygon.</summary>
internal sealed class YoloShapes(CategoryList categories, bool oriented) : IYoloLines
{
    public void Write(ExportItem item, IBufferWriter<byte> output, ExportReceipt receipt)
    {
        foreach (var region in item.Regions)
        {
            if (Write(new Shape(region), output) is { } reason)
            {
                receipt.LeaveOut(reason);
            }
            else
            {
                receipt.RegionsOut++;
            }
        }
    }

    private LeftOutReason? Write(in Shape shape, IBufferWriter<byte> output)
    {
        var labels = new List<string>();
        shape.RectangleLabels.AddTo(labels);
        shape.PolygonLabels.AddTo(labels);
        shape.Labels.AddTo(labels);
        if (labels.Count == 0)
        {
            return shape.WithoutLabel;
        }

        var classes = labels.ConvertAll(categories.IdOf);
        var isBox = shape.RectangleLabels.IsThere || shape.HasRectangle || shape.Labels.IsThere;
        if ((isBox ? BoxOf(shape) : PolygonOf(shape)) is not { } numbers)
        {
            return LeftOutReason.NoGeometry;
        }

        foreach (var id in classes)
        {
            var line = new YoloLine(output, id);
            foreach (var number in numbers)
            {
                line.Append(number);
            }

            output.Write("\n"u8);
        }

        return null;
    }

    private double[]? BoxOf(in Shape shape)
    {
        if (shape.Box is not { } box)
        {
            return null;
        }

        if (!oriented)
        {
            return [(box.X + (box.Width / 2)) / 100, (box.Y + (box.Height / 2)) / 100, box.Width / 100, box.Height / 100];
        }

        if (shape.Rotation is null || shape.ImageSize is not { } size || size.Width == 0 || size.Height == 0)
        {
            return null;
        }

        var corners = box.InPixels(size.Width, size.Height).Corners();
        return [.. corners.SelectMany(corner => (double[])[corner.X / size.Width, corner.Y / size.Height])];
    }

    private static double[]? PolygonOf(in Shape shape) =>
        shape.Points is { } points ? [.. points.SelectMany(point => (double[])[point.X / 100, point.Y / 100])] : null;
}
