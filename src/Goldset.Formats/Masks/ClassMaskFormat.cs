using System.Buffers;
using System.Globalization;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Masks;

/// <summary>SEGMENTATION_MASKS: an archive with an indexed PNG of class numbers for each annotation, and the classes.</summary>
internal sealed class ClassMaskFormat : IExportFormat
{
    private const int MaxClasses = 255;
    private static readonly string[] Painting = ["BrushLabels", "PolygonLabels", "RectangleLabels", "EllipseLabels", "Labels"];

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        TaskMedia.Of(input, "SEGMENTATION_MASKS", "Image");
        var classes = ClassesOf(input.Config);
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var names = new UnusedNames();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        zip.AddFolder("masks");
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var any = false;
            foreach (var item in items.Read(document.RootElement, receipt).Where(item => item.IsAnnotated))
            {
                if (Paint(item, classes, receipt) is { } mask)
                {
                    zip.Add($"masks/{names.Take(MediaAddress.FileName(item.FileStem))}.png", MaskFile.Png(mask, classes.Count + 1));
                    receipt.AnnotationsOut++;
                    any = true;
                }
            }

            receipt.TasksOut += any ? 1 : 0;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        zip.Add("classes.json", List(classes));
        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>The labels that can be painted, in the order of the configuration, from 1.</summary>
    private static Dictionary<string, byte> ClassesOf(LabelConfig config)
    {
        var names = config.Controls.Where(control => Painting.Contains(control.Type)).SelectMany(control => control.Labels).Select(label => label.Key).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MaxClasses
            ? names.Index().ToDictionary(label => label.Item, label => (byte)(label.Index + 1), StringComparer.Ordinal)
            : throw new UnfitFormatException($"SEGMENTATION_MASKS has room for {MaxClasses} labels, and the labeling config has {names.Count}.");
    }

    /// <summary>The mask of an annotation, as large as its first region says; null when nothing is on it.</summary>
    private static ClassMask? Paint(ExportItem item, Dictionary<string, byte> classes, ExportReceipt receipt)
    {
        ClassMask? mask = null;
        foreach (var region in item.Regions)
        {
            var shape = new Shape(region);
            if (Refusal(region, shape, mask, out var size) is { } reason)
            {
                receipt.LeaveOut(reason);
                continue;
            }

            if (LabelOf(shape) is not { } label || !classes.TryGetValue(label, out var number))
            {
                receipt.LeaveOut(LeftOutReason.NoLabel);
                continue;
            }

            var painted = mask ?? new ClassMask(size.Width, size.Height);
            if (Paint(painted, shape, number, out var isBroken) is not { } covers)
            {
                receipt.LeaveOut(isBroken ? LeftOutReason.BrokenMask : LeftOutReason.NoGeometry);
                continue;
            }

            mask = painted;
            receipt.RegionsOut++;
            receipt.Overlapping += covers ? 1 : 0;
        }

        return mask;
    }

    private static LeftOutReason? Refusal(in RegionValue region, in Shape shape, ClassMask? mask, out (int Width, int Height) size)
    {
        size = default;
        if (!Painting.Contains(region.Tag) || !(shape.IsPlaced || BrushMask.Has(shape)))
        {
            return LeftOutReason.NotInFormat;
        }

        if (shape.ImageSize is not { } known || known.Width < 1 || known.Height < 1 || known.Width * known.Height > BrushMask.MaxPixels)
        {
            return LeftOutReason.NoImageSize;
        }

        size = ((int)known.Width, (int)known.Height);
        return mask is null || (mask.Width == size.Width && mask.Height == size.Height) ? null : LeftOutReason.NoImageSize;
    }

    private static string? LabelOf(in Shape shape) =>
        shape.BrushLabels.First ?? shape.PolygonLabels.First ?? shape.RectangleLabels.First ?? shape.EllipseLabels.First ?? shape.Labels.First;

    /// <summary>Paints a region; whether another class was there before, null when it has no place.</summary>
    private static bool? Paint(ClassMask mask, in Shape shape, byte number, out bool isBroken)
    {
        isBroken = false;
        if (BrushMask.Has(shape))
        {
            var brush = BrushMask.Read(shape);
            isBroken = brush is null;
            return brush is null ? null : mask.Paint(brush, number);
        }

        if (shape.Points is { } points)
        {
            return mask.Paint(points.ConvertAll(point => (point.X / 100 * mask.Width, point.Y / 100 * mask.Height)), number);
        }

        if (shape.RadiusX is { } across && shape.RadiusY is { } down && shape.X is { } x && shape.Y is { } y)
        {
            return mask.PaintEllipse((x / 100 * mask.Width, y / 100 * mask.Height), (across / 100 * mask.Width, down / 100 * mask.Height), shape.Rotation ?? 0, number);
        }

        return shape.Box is { } box ? mask.Paint(box.InPixels(mask.Width, mask.Height).Corners(), number) : null;
    }

    private static ReadOnlySpan<byte> List(Dictionary<string, byte> classes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new JsonTextWriter(buffer, indented: true);
        writer.StartArray();
        foreach (var (name, number) in classes.Select(pair => (pair.Key, (int)pair.Value)).Prepend(("background", 0)))
        {
            var (red, green, blue) = ClassPalette.Of(number);
            writer.StartObject();
            writer.Name("id"u8);
            writer.Number(number);
            writer.Name("name"u8);
            writer.Text(name);
            writer.Name("color"u8);
            writer.Text(string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}"));
            writer.EndObject();
        }

        writer.EndArray();
        return buffer.WrittenSpan;
    }
}
