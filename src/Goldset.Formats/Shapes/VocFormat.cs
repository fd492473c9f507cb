using System.Globalization;
using System.Text;
using System.Xml;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>Pascal VOC: an archive with an XML file for each image, and the images.</summary>
internal sealed class VocFormat : IExportFormat
{
    private const string Images = "images";
    private const string Annotations = "Annotations";

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "VOC", "Image");
        var receipt = new ExportReceipt();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var files = new ReplaceableFiles();
        var folder = new ImageFolder(zip, Images, ImageNaming.Plain, input.DownloadResources, receipt);
        zip.AddFolder(Images);
        var reader = new MediaReader(input, media, address => ImageFolder.Opens(address, input.DownloadResources, measures: false));
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            if (task.Address is not { } address)
            {
                receipt.LeaveOut(LeftOutReason.NoFile, task.Items.Sum(item => item.RegionCount));
                continue;
            }

            var image = await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false);
            var name = $"{Annotations}/{MediaAddress.Stem(image.FileName)}.xml";
            foreach (var item in task.Items.Where(item => item.RegionCount > 0))
            {
                Add(item, image, name, files, receipt);
            }

            receipt.TasksOut++;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        zip.AddFolder(Annotations);
        await files.WriteAsync(zip, receipt, cancellationToken).ConfigureAwait(false);
        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Add(ExportItem item, ImageFile image, string name, ReplaceableFiles files, ExportReceipt receipt)
    {
        // The first shape tells the size of the image; if it does not, a rectangle that does.
        var sized = item.Regions.FirstOrDefault(region => new Shape(region).IsPlaced);
        sized = IsSized(sized) ? sized : item.Regions.FirstOrDefault(region => LabelOf(new Shape(region)) is not null && IsSized(region));
        if (!IsSized(sized) || new Shape(sized).ImageSize is not { } size)
        {
            receipt.LeaveOut(LeftOutReason.NoImageSize, item.RegionCount);
            return;
        }

        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotation>\n");
        Element(text, "folder", Images);
        Element(text, "filename", image.FileName);
        text.Append("<source>\n");
        Element(text, "database", "MyDatabase");
        Element(text, "annotation", "COCO2017");
        Element(text, "image", "flickr");
        Element(text, "flickrid", "NULL");
        Element(text, "annotator", item.AnnotatorText ?? "");
        text.Append("</source>\n<owner>\n");
        Element(text, "flickrid", "NULL");
        Element(text, "name", "Label Studio");
        text.Append("</owner>\n<size>\n");
        Element(text, "width", sized.OriginalWidth.GetRawText());
        Element(text, "height", sized.OriginalHeight.GetRawText());
        Element(text, "depth", image.Bands.ToString(CultureInfo.InvariantCulture));
        text.Append("</size>\n");
        Element(text, "segmented", "0");
        var regions = 0;
        foreach (var region in item.Regions)
        {
            if (AddObject(text, region, size) is { } reason)
            {
                receipt.LeaveOut(reason);
            }
            else
            {
                receipt.RegionsOut++;
                regions++;
            }
        }

        text.Append("</annotation>\n");
        files.Add(name, Encoding.UTF8.GetBytes(text.ToString()), regions);
        receipt.AnnotationsOut++;
    }

    private static LeftOutReason? AddObject(StringBuilder text, in RegionValue region, (double Width, double Height) size)
    {
        var shape = new Shape(region);
        if (LabelOf(shape) is not { } label)
        {
            return region.Tag is "RectangleLabels" or "Labels" ? LeftOutReason.NoLabel : LeftOutReason.NotInFormat;
        }

        if (shape.Box is not { } box)
        {
            return LeftOutReason.NoGeometry;
        }

        var (x, y) = (Pixels(box.X, size.Width), Pixels(box.Y, size.Height));
        text.Append("<object>\n");
        Element(text, "name", label);
        Element(text, "pose", "Unspecified");
        Element(text, "truncated", "0");
        Element(text, "difficult", "0");
        text.Append("<bndbox>\n");
        Whole(text, "xmin", x);
        Whole(text, "ymin", y);
        Whole(text, "xmax", x + Pixels(box.Width, size.Width));
        Whole(text, "ymax", y + Pixels(box.Height, size.Height));
        text.Append("</bndbox>\n</object>\n");
        return null;
    }

    private static string? LabelOf(in Shape shape) => shape.RectangleLabels.First ?? shape.Labels.First;

    private static bool IsSized(RegionValue region) =>
        Shape.Number(region.OriginalWidth) is not null && Shape.Number(region.OriginalHeight) is not null;

    private static long Pixels(double percent, double whole) => (long)Math.Clamp(Math.Truncate(percent / 100 * whole), -1e15, 1e15);

    private static void Whole(StringBuilder text, string name, long value) => Element(text, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Element(StringBuilder text, string name, string value)
    {
        if (value.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{name}/>\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"<{name}>");
        for (var at = 0; at < value.Length; at++)
        {
            var c = value[at];
            if (at + 1 < value.Length && char.IsSurrogatePair(c, value[at + 1]))
            {
                text.Append(value, at++, 2);
            }
            else
            {
                text.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ when !XmlConvert.IsXmlChar(c) => "\uFFFD", _ => c.ToString() });
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }
}
