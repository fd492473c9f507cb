using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Goldset.Formats.Reading.Voc;

/// <summary>The tasks of VOC files: one for each.</summary>
internal sealed class VocTasks(IReadOnlyList<DatasetFile> documents, ImageFiles images, DatasetOptions options) : IDatasetTasks
{
    private ImpliedObject Shown => Config.Object(options.ObjectName, "Image", options.ObjectName);

    public ImpliedConfig Config { get; } = new();

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(document, report) is { } task)
            {
                yield return task;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private LabelledTask? Read(DatasetFile document, DatasetReport report)
    {
        VocAnnotation annotation;
        try
        {
            annotation = VocAnnotation.Read(document);
        }
        catch (DatasetException unreadable)
        {
            report.Add(document.Path, unreadable.Line, unreadable.Reason);
            return null;
        }

        var name = annotation.FileName ?? Path.ChangeExtension(document.Name, ".jpg");
        var image = images.Find(document.Folder, name);
        var size = annotation.Size ?? (image is null ? null : ImageFiles.Measure(image));
        var regions = new List<DatasetRegion>();
        foreach (var element in annotation.Objects)
        {
            if (Add(element, size, regions) is { } reason)
            {
                report.Add(document.Path, VocAnnotation.LineOf(element), reason);
            }
        }

        var (value, media) = images.Place(image, name);
        return new LabelledTask(Shown, value, [regions], options) { Media = media, Size = size };
    }

    /// <summary>Adds the region of an object; what is wrong with it, or null.</summary>
    private string? Add(XElement element, (int Width, int Height)? imageSize, List<DatasetRegion> regions)
    {
        if (element.Element("name")?.Value.Trim() is not { Length: > 0 } label)
        {
            return "the object has no name";
        }

        if (imageSize is not { } size)
        {
            return "the size of the image is not known";
        }

        if (element.Element("polygon") is { } polygon)
        {
            return PointsOf(polygon, size) is { Count: > 0 } points ? AddPolygon(points) : "the polygon's points are no numbers";
        }

        var box = element.Element("bndbox");
        if (VocAnnotation.Number(box?.Element("xmin")) is not { } left || VocAnnotation.Number(box?.Element("ymin")) is not { } top
            || VocAnnotation.Number(box?.Element("xmax")) is not { } right || VocAnnotation.Number(box?.Element("ymax")) is not { } bottom)
        {
            return "the object has no bndbox with xmin, ymin, xmax and ymax";
        }

        var control = Config.Control(options.ControlName + "_rectangles", "RectangleLabels", Shown);
        regions.Add(new BoxRegion(control, label, left / size.Width * 100, top / size.Height * 100, (right - left) / size.Width * 100, (bottom - top) / size.Height * 100, 0));
        return null;

        string? AddPolygon(List<(double, double)> points)
        {
            regions.Add(new PolygonRegion(Config.Control(options.ControlName + "polygons", "PolygonLabels", Shown), label, points, IsClosed: true));
            return null;
        }
    }

    /// <summary>The points <c>x1 y1 x2 y2 …</c>, or <c>pt</c> with x and y; null when one is no number.</summary>
    private static List<(double X, double Y)>? PointsOf(XElement polygon, (int Width, int Height) size)
    {
        IEnumerable<XElement> coordinates = polygon.Elements("pt").Any() ? polygon.Elements("pt").SelectMany(point => point.Elements()) : polygon.Elements().Where(e => e.Name.LocalName is ['x' or 'y', ..]);
        var numbers = coordinates.Select(VocAnnotation.Number).ToList();
        return numbers.Count % 2 != 0 || numbers.Contains(null)
            ? null
            : [.. numbers.Chunk(2).Select(point => (point[0]!.Value / size.Width * 100, point[1]!.Value / size.Height * 100))];
    }
}
