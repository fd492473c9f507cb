using System.Buffers;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>A line for each rectangle, with the keypoints that belong to it in the order of their <c>model_index</c>.</summary>
internal sealed class YoloSkeletons(CategoryList categories, KeypointOrder order) : IYoloLines
{
    public void Write(ExportItem item, IBufferWriter<byte> output, ExportReceipt receipt)
    {
        var bodies = new OrderedDictionary<string, Body>(StringComparer.Ordinal);
        foreach (var region in item.Regions)
        {
            if (region.Tag == "RectangleLabels")
            {
                AddBody(region, bodies, receipt);
            }
        }

        foreach (var region in item.Regions)
        {
            if (region.Tag != "RectangleLabels")
            {
                AddPoint(region, bodies, receipt);
            }
        }

        var first = true;
        foreach (var body in bodies.Values)
        {
            // The last line has no end, as ever.
            output.Write(first ? default : "\n"u8);
            first = false;
            Write(body, output);
        }
    }

    private void AddBody(in RegionValue region, OrderedDictionary<string, Body> bodies, ExportReceipt receipt)
    {
        var shape = new Shape(region);
        if (shape.RectangleLabels.First is not { } label)
        {
            receipt.LeaveOut(LeftOutReason.NoLabel);
        }
        else if (shape.Box is not { } box)
        {
            receipt.LeaveOut(LeftOutReason.NoGeometry);
        }
        else
        {
            var id = Text(region.Id) ?? $"\0{bodies.Count}";
            if (bodies.ContainsKey(id))
            {
                receipt.LeaveOut(LeftOutReason.Superseded);
            }
            else
            {
                receipt.RegionsOut++;
            }

            bodies[id] = new Body(categories.IdOf(label), box, []);
        }
    }

    private void AddPoint(in RegionValue region, OrderedDictionary<string, Body> bodies, ExportReceipt receipt)
    {
        var shape = new Shape(region);
        if (shape.KeypointLabels.First is not { } label)
        {
            receipt.LeaveOut(region.Tag == "KeyPointLabels" ? LeftOutReason.NoLabel : LeftOutReason.NotInFormat);
        }
        else if (shape.X is not { } x || shape.Y is not { } y)
        {
            receipt.LeaveOut(LeftOutReason.NoGeometry);
        }
        else if (!order.Indexed.Contains(label) || Text(region.ParentId) is not { } parent || !bodies.TryGetValue(parent, out var body))
        {
            receipt.LeaveOut(LeftOutReason.NotInFormat);
        }
        else
        {
            if (body.Points.ContainsKey(label))
            {
                receipt.LeaveOut(LeftOutReason.Superseded);
            }
            else
            {
                receipt.RegionsOut++;
            }

            body.Points[label] = (x / 100, y / 100);
        }
    }

    private void Write(Body body, IBufferWriter<byte> output)
    {
        var box = body.Box;
        var line = new YoloLine(output, body.Category);
        line.Append((box.X + (box.Width / 2)) / 100);
        line.Append((box.Y + (box.Height / 2)) / 100);
        line.Append(box.Width / 100);
        line.Append(box.Height / 100);
        foreach (var label in order.Indexed)
        {
            var isThere = body.Points.TryGetValue(label, out var point);
            line.Append(point.X);
            line.Append(point.Y);
            line.Append(isThere ? 2L : 0L);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;

    private sealed record Body(long Category, Box Box, Dictionary<string, (double X, double Y)> Points);
}
