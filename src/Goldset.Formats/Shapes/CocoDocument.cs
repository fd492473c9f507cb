using System.Globalization;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>The parts of a COCO document as they grow.</summary>
internal sealed class CocoDocument : IDisposable
{
    private readonly DateTimeOffset _at;
    private readonly SpoolFile _images = new();
    private readonly SpoolFile _annotations = new();
    private readonly JsonTextWriter _imageWriter;
    private readonly JsonTextWriter _annotationWriter;
    private readonly KeypointOrder? _keypoints;
    private readonly IReadOnlyList<string> _skeleton;
    private readonly long _skeletonId;
    private readonly CategoryList _categories;
    private long _imageCount;
    private long _annotationCount;

    public CocoDocument(ExportInput input)
    {
        _at = input.At;
        _imageWriter = new JsonTextWriter(_images, indented: true, depth: 2);
        _annotationWriter = new JsonTextWriter(_annotations, indented: true, depth: 2);
        _keypoints = KeypointOrder.Of(input.Config);
        _skeleton = _keypoints?.Indexed ?? [];
        _categories = new CategoryList([.. input.Config.Controls.Where(control => !KeypointOrder.IsKeypoints(control))], input.ClassOrder);
        _skeletonId = _keypoints is null ? -1 : _categories.IdOf(SkeletonName);
    }

    private static string SkeletonName => "default";

    /// <summary>Adds an item; false when nothing of it is in the document.</summary>
    public bool Add(ExportItem item, ImageFile image, ExportReceipt receipt)
    {
        var id = _imageCount;
        (double Width, double Height)? size = image.HasSize ? (image.Width, image.Height) : null;
        if (size is not null)
        {
            AddImage(image.Name, image.Width, image.Height);
        }
        else if (item.RegionCount == 0)
        {
            AddImage(image.Name, null, null);
        }

        Skeleton? skeleton = null;
        foreach (var region in item.Regions)
        {
            var reason = Add(new Shape(region), id, image.Name, ref size, ref skeleton);
            if (reason is { } why)
            {
                receipt.LeaveOut(why);
            }
            else
            {
                receipt.RegionsOut++;
            }
        }

        if (skeleton is not null)
        {
            receipt.RegionsOut -= skeleton.Superseded;
            receipt.LeaveOut(LeftOutReason.Superseded, skeleton.Superseded);
            AddSkeleton(skeleton, id);
        }

        var any = _imageCount > id;
        receipt.AnnotationsOut += any && item.IsAnnotated ? 1 : 0;
        return any;
    }

    public async Task WriteAsync(ZipEntryWriter entry, CancellationToken cancellationToken)
    {
        var writer = new JsonTextWriter(entry, indented: true);
        writer.StartObject();
        writer.Name("images"u8);
        await writer.ArrayAsync(_images.Length > 0, () => entry.CopyAsync(_images.Read(), cancellationToken)).ConfigureAwait(false);
        writer.Name("categories"u8);
        writer.StartArray();
        foreach (var category in _categories.All)
        {
            WriteCategory(writer, category);
        }

        writer.EndArray();
        writer.Name("annotations"u8);
        await writer.ArrayAsync(_annotations.Length > 0, () => entry.CopyAsync(_annotations.Read(), cancellationToken)).ConfigureAwait(false);
        writer.Name("info"u8);
        writer.StartObject();
        writer.Name("year"u8);
        writer.Number(_at.Year);
        WriteText(writer, "version"u8, "1.0");
        WriteText(writer, "description"u8, "");
        WriteText(writer, "contributor"u8, "Label Studio");
        WriteText(writer, "url"u8, "");
        WriteText(writer, "date_created"u8, _at.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        writer.EndObject();
        writer.EndObject();
    }

    public void Dispose()
    {
        _images.Dispose();
        _annotations.Dispose();
    }

    private static void WriteText(JsonTextWriter writer, ReadOnlySpan<byte> name, string value)
    {
        writer.Name(name);
        writer.Text(value);
    }

    private LeftOutReason? Add(in Shape shape, long imageId, string imageName, ref (double Width, double Height)? size, ref Skeleton? skeleton)
    {
        if (LabelOf(shape) is not { } label)
        {
            return shape.WithoutLabel;
        }

        var own = shape.ImageSize;
        if (size is null)
        {
            if (own is null)
            {
                return LeftOutReason.NoImageSize;
            }

            size = own;
            AddImage(imageName, own.Value.Width, own.Value.Height);
        }

        if (shape.RectangleLabels.IsThere || shape.Labels.IsThere)
        {
            var category = _categories.IdOf(label);
            return shape.Box is { } box ? AddBox(box, own ?? size.Value, imageId, category) : LeftOutReason.NoGeometry;
        }

        if (shape.PolygonLabels.IsThere)
        {
            var category = _categories.IdOf(label);
            return shape.Points is { } points ? AddPolygon(points, size.Value, imageId, category) : LeftOutReason.NoGeometry;
        }

        if (shape.X is not { } x || shape.Y is not { } y)
        {
            return LeftOutReason.NoGeometry;
        }

        skeleton ??= new Skeleton(_skeleton);
        return skeleton.Place(label, x * size.Value.Width / 100, y * size.Value.Height / 100) ? null : LeftOutReason.NotInFormat;
    }

    /// <summary>The label of a region: the first of the first list that has one.</summary>
    private static string? LabelOf(in Shape shape) => shape.RectangleLabels.First ?? shape.PolygonLabels.First ?? shape.KeypointLabels.First ?? shape.Labels.First;

    private void AddImage(string name, double? width, double? height)
    {
        var writer = _imageWriter;
        writer.StartObject();
        writer.Name("width"u8);
        writer.WholeOrNull(width);
        writer.Name("height"u8);
        writer.WholeOrNull(height);
        writer.Name("id"u8);
        writer.Number(_imageCount++);
        WriteText(writer, "file_name"u8, name);
        writer.EndObject();
    }

    private LeftOutReason? AddBox(Box box, (double Width, double Height) size, long imageId, long category)
    {
        var (x, y, width, height) = (box.X, box.Y, box.Width, box.Height);
        if (box.Rotation != 0)
        {
            // The hull is taken in percent, as it always was: exact for square images only.
            var corners = box.Corners();
            (x, y) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
            (width, height) = (corners.Max(corner => corner.X) - x, corners.Max(corner => corner.Y) - y);
        }

        (x, width) = (x * size.Width / 100, width * size.Width / 100);
        (y, height) = (y * size.Height / 100, height * size.Height / 100);
        AddAnnotation(imageId, category, [], x, y, width, height, width * height);
        return null;
    }

    private LeftOutReason? AddPolygon(List<(double X, double Y)> points, (double Width, double Height) size, long imageId, long category)
    {
        var ring = points.ConvertAll(point => (X: point.X / 100 * size.Width, Y: point.Y / 100 * size.Height));
        var (x, y) = (ring.Min(point => point.X), ring.Min(point => point.Y));
        AddAnnotation(imageId, category, ring, x, y, ring.Max(point => point.X) - x, ring.Max(point => point.Y) - y, Polygon.Area(ring));
        return null;
    }

    private void AddAnnotation(long imageId, long category, List<(double X, double Y)> ring, double x, double y, double width, double height, double area)
    {
        var writer = _annotationWriter;
        writer.StartObject();
        WriteIds(writer, imageId, category);
        writer.Name("segmentation"u8);
        writer.StartArray();
        if (ring.Count > 0)
        {
            writer.StartArray();
            foreach (var point in ring)
            {
                writer.Number(point.X);
                writer.Number(point.Y);
            }

            writer.EndArray();
        }

        writer.EndArray();
        writer.Name("bbox"u8);
        writer.StartArray();
        writer.Number(x);
        writer.Number(y);
        writer.Number(width);
        writer.Number(height);
        writer.EndArray();
        writer.Name("ignore"u8);
        writer.Number(0);
        writer.Name("iscrowd"u8);
        writer.Number(0);
        writer.Name("area"u8);
        writer.Number(area);
        writer.EndObject();
    }

    private void AddSkeleton(Skeleton skeleton, long imageId)
    {
        var writer = _annotationWriter;
        var (minX, minY, maxX, maxY) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
        var present = 0;
        writer.StartObject();
        WriteIds(writer, imageId, _skeletonId >= 0 ? _skeletonId : _categories.IdOf(SkeletonName));
        writer.Name("keypoints"u8);
        writer.StartArray();
        foreach (var point in skeleton.Points)
        {
            var (x, y) = point is { } at ? (Round(at.X), Round(at.Y)) : (0, 0);
            writer.Number(x);
            writer.Number(y);
            writer.Number(point is null ? 0 : 2);
            if (point is not null)
            {
                present++;
                (minX, minY, maxX, maxY) = (Math.Min(minX, x), Math.Min(minY, y), Math.Max(maxX, x), Math.Max(maxY, y));
            }
        }

        writer.EndArray();
        writer.Name("num_keypoints"u8);
        writer.Number(present);
        writer.Name("bbox"u8);
        writer.StartArray();
        foreach (var side in present == 0 ? [0, 0, 0, 0] : (ReadOnlySpan<long>)[minX, minY, maxX - minX, maxY - minY])
        {
            writer.Number(side);
        }

        writer.EndArray();
        writer.Name("iscrowd"u8);
        writer.Number(0);
        writer.EndObject();
    }

    private static long Round(double value) => (long)Math.Clamp(Math.Round(value, MidpointRounding.ToEven), -1e15, 1e15);

    private void WriteIds(JsonTextWriter writer, long imageId, long category)
    {
        writer.Name("id"u8);
        writer.Number(_annotationCount++);
        writer.Name("image_id"u8);
        writer.Number(imageId);
        writer.Name("category_id"u8);
        writer.Number(category);
    }

    private void WriteCategory(JsonTextWriter writer, Category category)
    {
        writer.StartObject();
        writer.Name("id"u8);
        writer.Number(category.Id);
        WriteText(writer, "name"u8, category.Name);
        if (category.Id == _skeletonId && category.Name == SkeletonName)
        {
            WriteText(writer, "supercategory"u8, SkeletonName);
            writer.Name("keypoints"u8);
            writer.StartArray();
            foreach (var label in _keypoints!.Labels)
            {
                writer.Text(label);
            }

            writer.EndArray();
            writer.Name("skeleton"u8);
            writer.StartArray();
            writer.EndArray();
        }

        writer.EndObject();
    }

    /// <summary>The keypoints of one item.</summary>
    private sealed class Skeleton(IReadOnlyList<string> order)
    {
        private readonly Dictionary<string, (double X, double Y)> _placed = new(StringComparer.Ordinal);

        /// <summary>Points whose label came again.</summary>
        public int Superseded { get; private set; }

        public IEnumerable<(double X, double Y)?> Points => order.Select(label => _placed.TryGetValue(label, out var at) ? at : ((double, double)?)null);

        /// <summary>Places a point; false when its label has no place in the order.</summary>
        public bool Place(string label, double x, double y)
        {
            if (!order.Contains(label))
            {
                return false;
            }

            Superseded += _placed.ContainsKey(label) ? 1 : 0;
            _placed[label] = (x, y);
            return true;
        }
    }
}
