using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Masks;

/// <summary>The parts of the document as they grow.</summary>
internal sealed class BrushCocoDocument : IDisposable
{
    private const int FewestPoints = 3;

    private readonly DateTimeOffset _at;
    private readonly SpoolFile _images = new();
    private readonly SpoolFile _annotations = new();
    private readonly JsonTextWriter _imageWriter;
    private readonly JsonTextWriter _annotationWriter;
    private readonly OrderedDictionary<string, int> _categories = new(StringComparer.Ordinal);
    private long _annotationCount;

    public BrushCocoDocument(DateTimeOffset at)
    {
        _at = at;
        _imageWriter = new JsonTextWriter(_images, indented: true, depth: 2);
        _annotationWriter = new JsonTextWriter(_annotations, indented: true, depth: 2);
    }

    /// <summary>Adds an item; false when nothing of it is in the document.</summary>
    public bool Add(ExportItem item, long image, string address, ExportReceipt receipt)
    {
        var annotator = item.AnnotatorText ?? "unknown";
        (double Width, double Height)? size = null;
        foreach (var region in item.Regions)
        {
            var before = _annotationCount;
            var shape = new Shape(region);
            if (Add(shape, image, annotator) is { } reason)
            {
                receipt.LeaveOut(reason);
            }
            else
            {
                receipt.RegionsOut++;
            }

            size ??= _annotationCount > before ? shape.ImageSize : null;
        }

        if (size is not { } known)
        {
            return false;
        }

        var writer = _imageWriter;
        writer.StartObject();
        writer.Name("id"u8);
        writer.Number(image);
        Text(writer, "file_name"u8, MediaAddress.FileName(address[(address.LastIndexOf('/') + 1)..]));
        Text(writer, "path"u8, address);
        writer.Name("width"u8);
        writer.WholeOrNull(known.Width);
        writer.Name("height"u8);
        writer.WholeOrNull(known.Height);
        writer.EndObject();
        receipt.AnnotationsOut++;
        return true;
    }

    public async Task WriteAsync(ZipEntryWriter entry, CancellationToken cancellationToken)
    {
        var writer = new JsonTextWriter(entry, indented: true);
        writer.StartObject();
        writer.Name("images"u8);
        await writer.ArrayAsync(_images.Length > 0, () => entry.CopyAsync(_images.Read(), cancellationToken)).ConfigureAwait(false);
        writer.Name("annotations"u8);
        await writer.ArrayAsync(_annotations.Length > 0, () => entry.CopyAsync(_annotations.Read(), cancellationToken)).ConfigureAwait(false);
        writer.Name("categories"u8);
        writer.StartArray();
        foreach (var (name, id) in _categories)
        {
            writer.StartObject();
            writer.Name("id"u8);
            writer.Number(id);
            Text(writer, "name"u8, name);
            Text(writer, "supercategory"u8, "");
            Text(writer, "color"u8, ColorOf(name));
            writer.Name("metadata"u8);
            writer.StartObject();
            writer.EndObject();
            writer.EndObject();
        }

        writer.EndArray();
        writer.Name("info"u8);
        writer.StartObject();
        writer.Name("year"u8);
        writer.Number(_at.Year);
        Text(writer, "version"u8, "1.0");
        Text(writer, "description"u8, "Converted from Label Studio");
        Text(writer, "contributor"u8, "Label Studio Converter");
        Text(writer, "date_created"u8, _at.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        writer.EndObject();
        writer.EndObject();
    }

    public void Dispose()
    {
        _images.Dispose();
        _annotations.Dispose();
    }

    /// <summary>A colour that stays the same from export to export.</summary>
    private static string ColorOf(string name) => $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 3))}";

    private static void Text(JsonTextWriter writer, ReadOnlySpan<byte> name, string value)
    {
        writer.Name(name);
        writer.Text(value);
    }

    private LeftOutReason? Add(in Shape shape, long image, string annotator)
    {
        var labels = new List<string>();
        shape.BrushLabels.AddTo(labels);
        shape.PolygonLabels.AddTo(labels);
        shape.RectangleLabels.AddTo(labels);
        shape.Labels.AddTo(labels);
        if (labels.Count == 0)
        {
            return shape.WithoutLabel;
        }

        var categories = labels.ConvertAll(CategoryOf);
        if (shape.ImageSize is not { } size)
        {
            return LeftOutReason.NoImageSize;
        }

        if (shape.BrushLabels.IsThere)
        {
            return BrushMask.Has(shape) ? AddMask(shape, image, categories, annotator) : LeftOutReason.NoGeometry;
        }

        if (shape.PolygonLabels.IsThere)
        {
            if (shape.Points is not { } points)
            {
                return LeftOutReason.NoGeometry;
            }

            AddRing(points.ConvertAll(point => (Pixel(point.X, size.Width), Pixel(point.Y, size.Height))), image, categories, annotator);
            return null;
        }

        if (shape.Box is not { } box)
        {
            return BrushMask.Has(shape) ? LeftOutReason.NotInFormat : LeftOutReason.NoGeometry;
        }

        var (width, height) = (box.Width * size.Width / 100, box.Height * size.Height / 100);
        foreach (var category in categories)
        {
            Write(image, category, [], width * height, [box.X * size.Width / 100, box.Y * size.Height / 100, width, height], annotator);
        }

        return null;
    }

    private int CategoryOf(string label)
    {
        if (!_categories.TryGetValue(label, out var id))
        {
            id = _categories.Count + 1;
            _categories.Add(label, id);
        }

        return id;
    }

    private LeftOutReason? AddMask(in Shape shape, long image, List<int> categories, string annotator)
    {
        if (BrushMask.Read(shape) is not { } mask)
        {
            return LeftOutReason.BrokenMask;
        }

        var rings = MaskContours.Find(mask).Where(ring => ring.Count >= FewestPoints).ToList();
        foreach (var ring in rings)
        {
            AddRing(ring, image, categories, annotator);
        }

        return rings.Count > 0 ? null : LeftOutReason.EmptyMask;
    }

    private void AddRing(List<(int X, int Y)> ring, long image, List<int> categories, string annotator)
    {
        var (x, y) = (ring.Min(point => point.X), ring.Min(point => point.Y));
        var area = Math.Truncate(Polygon.Area(ring.ConvertAll(point => ((double)point.X, (double)point.Y))));
        foreach (var category in categories)
        {
            Write(image, category, ring, area, [x, y, ring.Max(point => point.X) - x + 1, ring.Max(point => point.Y) - y + 1], annotator);
        }
    }

    private void Write(long image, int category, List<(int X, int Y)> ring, double area, ReadOnlySpan<double> box, string annotator)
    {
        var writer = _annotationWriter;
        writer.StartObject();
        writer.Name("id"u8);
        writer.Number(_annotationCount++);
        writer.Name("image_id"u8);
        writer.Number(image);
        writer.Name("category_id"u8);
        writer.Number(category);
        writer.Name("segmentation"u8);
        writer.StartArray();
        if (ring.Count > 0)
        {
            writer.StartArray();
            foreach (var (x, y) in ring)
            {
                writer.Number(x);
                writer.Number(y);
            }

            writer.EndArray();
        }

        writer.EndArray();
        writer.Name("area"u8);
        Measure(writer, area, ring.Count > 0);
        writer.Name("bbox"u8);
        writer.StartArray();
        foreach (var side in box)
        {
            Measure(writer, side, ring.Count > 0);
        }

        writer.EndArray();
        writer.Name("iscrowd"u8);
        writer.Number(0);
        Text(writer, "annotator"u8, annotator);
        writer.EndObject();
    }

    private static void Measure(JsonTextWriter writer, double value, bool whole)
    {
        if (whole)
        {
            writer.Number((long)value);
        }
        else
        {
            writer.Number(value);
        }
    }

    private static int Pixel(double percent, double whole) => (int)Math.Clamp(Math.Round(percent / 100 * whole, MidpointRounding.ToEven), -1e9, 1e9);
}
