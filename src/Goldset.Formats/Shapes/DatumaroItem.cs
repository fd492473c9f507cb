using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Masks;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>Writes the item of a task.</summary>
internal sealed class DatumaroItem
{
    private readonly Utf8JsonWriter _writer;
    private readonly DatumaroLabels _labels;
    private int _id;
    private int _group;

    private DatumaroItem(Utf8JsonWriter writer, DatumaroLabels labels) => (_writer, _labels) = (writer, labels);

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ExportItem> items, string id, ImageFile image, DatumaroLabels labels, ExportReceipt receipt)
    {
        var item = new DatumaroItem(writer, labels);
        (double Width, double Height)? size = image.HasSize ? (image.Width, image.Height) : items.SelectMany(annotation => annotation.Regions).Select(region => new Shape(region).ImageSize).FirstOrDefault(known => known is not null);
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteStartArray("annotations"u8);
        foreach (var annotation in items)
        {
            foreach (var region in annotation.Regions)
            {
                if (item.Add(annotation, region, size) is { } reason)
                {
                    receipt.LeaveOut(reason);
                }
                else
                {
                    receipt.RegionsOut++;
                }
            }

            receipt.AnnotationsOut += annotation.IsAnnotated ? 1 : 0;
        }

        writer.WriteEndArray();
        writer.WriteStartObject("image"u8);
        writer.WriteString("path"u8, image.FileName);
        if (size is { } known)
        {
            writer.WriteStartArray("size"u8);
            writer.WriteNumberValue((long)known.Height);
            writer.WriteNumberValue((long)known.Width);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private LeftOutReason? Add(ExportItem annotation, in RegionValue region, (double Width, double Height)? size)
    {
        var shape = new Shape(region);
        var names = new List<string>();
        switch (region.Tag)
        {
            case "Choices":
                shape.Choices.AddTo(names);
                names.ForEach(name => Simple(annotation, "label", name));
                return names.Count > 0 ? null : LeftOutReason.NoLabel;
            case "TextArea":
                shape.Text.AddTo(names);
                names.ForEach(text =>
                {
                    Begin(annotation, "caption", null);
                    _writer.WriteString("caption"u8, text);
                    _writer.WriteEndObject();
                });
                return names.Count > 0 ? null : LeftOutReason.NoValue;
        }

        var label = shape.RectangleLabels.First ?? shape.PolygonLabels.First ?? shape.KeypointLabels.First ?? shape.EllipseLabels.First ?? shape.BrushLabels.First ?? shape.Labels.First;
        if (label is null)
        {
            return shape.WithoutLabel;
        }

        if ((shape.ImageSize ?? size) is not { } pixels)
        {
            return LeftOutReason.NoImageSize;
        }

        if (BrushMask.Has(shape))
        {
            return AddMask(annotation, shape, label);
        }

        if (shape.Points is { } points)
        {
            Numbers(annotation, "polygon", label, "points", [.. points.SelectMany(point => (double[])[point.X / 100 * pixels.Width, point.Y / 100 * pixels.Height])], 0);
            return null;
        }

        if (shape.Box is { } box && !shape.KeypointLabels.IsThere)
        {
            box = box.InPixels(pixels.Width, pixels.Height);
            Numbers(annotation, "bbox", label, "bbox", [box.X, box.Y, box.Width, box.Height], box.Rotation);
            return null;
        }

        return shape.X is { } x && shape.Y is { } y ? AddPoint(annotation, shape, label, x / 100 * pixels.Width, y / 100 * pixels.Height, pixels) : LeftOutReason.NoGeometry;
    }

    private LeftOutReason? AddPoint(ExportItem annotation, in Shape shape, string label, double x, double y, (double Width, double Height) pixels)
    {
        if (shape is { RadiusX: { } radiusX, RadiusY: { } radiusY })
        {
            var (width, height) = (radiusX / 100 * pixels.Width, radiusY / 100 * pixels.Height);
            Numbers(annotation, "ellipse", label, "points", [x - width, y - height, x + width, y + height], shape.Rotation ?? 0);
            return null;
        }

        if (!shape.KeypointLabels.IsThere)
        {
            return LeftOutReason.NoGeometry;
        }

        Numbers(annotation, "points", label, "points", [x, y], 0);
        return null;
    }

    /// <summary>The pieces of a mask are polygons of one group.</summary>
    private LeftOutReason? AddMask(ExportItem annotation, in Shape shape, string label)
    {
        if (BrushMask.Read(shape) is not { } mask)
        {
            return LeftOutReason.BrokenMask;
        }

        var rings = MaskContours.Find(mask).Where(ring => ring.Count > 2).ToList();
        _group++;
        foreach (var ring in rings)
        {
            Numbers(annotation, "polygon", label, "points", [.. ring.SelectMany(point => (double[])[point.X, point.Y])], 0, _group);
        }

        return rings.Count > 0 ? null : LeftOutReason.EmptyMask;
    }

    private void Simple(ExportItem annotation, string type, string label)
    {
        Begin(annotation, type, label);
        _writer.WriteEndObject();
    }

    private void Numbers(ExportItem annotation, string type, string label, string name, double[] numbers, double rotation, int group = 0)
    {
        Begin(annotation, type, label, rotation, group);
        _writer.WriteNumber("z_order"u8, 0);
        _writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            _writer.WriteNumberValue(number);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void Begin(ExportItem annotation, string type, string? label, double rotation = 0, int group = 0)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("id"u8, _id++);
        _writer.WriteString("type"u8, type);
        _writer.WriteStartObject("attributes"u8);
        if (annotation.AnnotationId.ValueKind == JsonValueKind.Number)
        {
            _writer.WritePropertyName("annotation"u8);
            annotation.AnnotationId.WriteTo(_writer);
        }

        if (annotation.AnnotatorText is { } who)
        {
            _writer.WriteString("annotator"u8, who);
        }

        if (rotation != 0)
        {
            _writer.WriteNumber("rotation"u8, rotation);
        }

        _writer.WriteEndObject();
        _writer.WriteNumber("group"u8, group);
        if (label is not null)
        {
            _writer.WriteNumber("label_id"u8, _labels.PlaceOf(label));
        }
    }
}
