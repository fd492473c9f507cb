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
            if (Write(region, output) is { } reason)
            {
                receipt.LeaveOut(reason);
            }
            else
            {
                receipt.RegionsOut++;
            }
        }
    }

    private LeftOutReason? Write(in RegionValue region, IBufferWriter<byte> output)
    {
        List<string> labels = [.. region.Texts("rectanglelabels"u8), .. region.Texts("polygonlabels"u8), .. region.Texts("labels"u8)];
        if (labels.Count == 0)
        {
            return region.WithoutLabel();
        }

        var classes = labels.ConvertAll(categories.IdOf);
        var isBox = region.Has("rectanglelabels"u8) || region.Has("rectangle"u8) || region.Has("labels"u8);
        if ((isBox ? BoxOf(region) : PolygonOf(region)) is not { } numbers)
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

    private double[]? BoxOf(in RegionValue region)
    {
        if (region.Box() is not { } box)
        {
            return null;
        }

        if (!oriented)
        {
            return [(box.X + (box.Width / 2)) / 100, (box.Y + (box.Height / 2)) / 100, box.Width / 100, box.Height / 100];
        }

        if (region.Number("rotation"u8) is null || region.ImageSize() is not { } size || size.Width == 0 || size.Height == 0)
        {
            return null;
        }

        var corners = box.InPixels(size.Width, size.Height).Corners();
        return [.. corners.SelectMany(corner => (double[])[corner.X / size.Width, corner.Y / size.Height])];
    }

    private static double[]? PolygonOf(in RegionValue region) =>
        region.Points() is { } points ? [.. points.SelectMany(point => (double[])[point.X / 100, point.Y / 100])] : null;
}
