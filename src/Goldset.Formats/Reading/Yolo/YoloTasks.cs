using System.Globalization;
using System.Runtime.CompilerServices;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Reading.Yolo;

/// <summary>The tasks of a YOLO dataset: one for each image, and for each file of labels whose image is not there.</summary>
internal sealed class YoloTasks : IDatasetTasks
{
    private const string Labels = "labels";
    private const string Images = "images";
    private const string ConverterRoot = "/data/local-files/?d=images";
    private const int MaxLabelFile = 64 * 1024 * 1024;

    private static readonly string[] NoLabels = ["train.txt", "val.txt", "valid.txt", "test.txt", "requirements.txt", "license.txt", "readme.txt", "readme.roboflow.txt", "readme.dataset.txt"];
    private static readonly string[] ConverterEndings = [".jpg", ".jpeg", ".png"];

    private readonly DatasetOptions _options;
    private readonly bool _oriented;
    private readonly ImageFiles _images;
    private readonly ImpliedObject _shown;
    private readonly YoloClasses _classes;
    private readonly IReadOnlyList<string> _keypoints;
    private readonly List<(DatasetFile? Image, DatasetFile? Labels)> _pairs = [];

    public YoloTasks(DatasetFiles files, DatasetOptions options, bool oriented)
    {
        _options = options.LikeConverter && options.RootUrl is null ? options with { RootUrl = ConverterRoot } : options;
        _oriented = oriented;
        _images = new ImageFiles(files, _options);
        _classes = YoloClasses.Read(files);
        _shown = Config.Object(options.ObjectName, "Image", options.ObjectName);
        var order = options.Config is { } config ? KeypointOrder.Of(config) : null;
        _keypoints = order is not null && _classes.Keypoints.Count == order.Labels.Count && order.Labels.All(_classes.Keypoints.Contains) ? order.Indexed : _classes.Keypoints;
        Pair(files);
        if (options.LikeConverter)
        {
            DeclareClasses(Control("RectangleLabels"));
        }
    }

    public ImpliedConfig Config { get; } = new();

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (image, labels) in _pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = image is not null ? NameOf(image.Path, Images) : NameOf(WithoutEnding(labels!.Path), Labels) + _options.MissingImageEnding;
            if (image is null && _options.MissingImageEnding is null)
            {
                report.Add(labels!.Path, null, "the image of these labels is not in the dataset");
                continue;
            }

            var size = image is null ? null : ImageFiles.Measure(image);
            var (value, media) = _images.Place(image, name);
            IReadOnlyList<IReadOnlyList<DatasetRegion>> annotations = labels is null ? [] : [ReadLabels(labels, size, report)];
            yield return new LabelledTask(_shown, value, annotations, _options) { Media = media, Size = size };
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string WithoutEnding(string path) => path[..^Path.GetExtension(path).Length];

    /// <summary>A path below the folder of images or labels, or the whole path.</summary>
    private static string NameOf(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;

    /// <summary>The path of labels or images with the last folder called <c>labels</c> or <c>images</c> left out, and no ending: both halves of a pair have the same.</summary>
    private static string KeyOf(string path)
    {
        var parts = WithoutEnding(path).Split('/');
        var folder = Array.FindLastIndex(parts, parts.Length - 1, part => part is Labels or Images or "obj_train_data");
        return folder < 0 || folder == parts.Length - 1 ? string.Join('/', parts) : string.Join('/', parts.Where((_, at) => at != folder));
    }

    private void Pair(DatasetFiles files)
    {
        var texts = files.All.Where(file => file.EndsWith(".txt") && !YoloClasses.IsList(file) && !NoLabels.Contains(file.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        var inFolder = texts.Where(file => file.Folder.Split('/').Contains(Labels)).ToList();
        var labels = new Dictionary<string, DatasetFile>(StringComparer.Ordinal);
        foreach (var file in inFolder.Count > 0 ? inFolder : texts)
        {
            labels.TryAdd(KeyOf(file.Path), file);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var image in files.All.Where(IsWanted))
        {
            var key = KeyOf(image.Path);
            _pairs.Add((image, labels.GetValueOrDefault(key)));
            taken.Add(key);
        }

        if (!_options.LikeConverter)
        {
            _pairs.AddRange(labels.Where(pair => !taken.Contains(pair.Key)).Select(pair => ((DatasetFile?)null, (DatasetFile?)pair.Value)));
        }
    }

    private bool IsWanted(DatasetFile file) =>
        _options.LikeConverter ? file.Folder == Images && ConverterEndings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)) : ImageFiles.IsImage(file);

    private List<DatasetRegion> ReadLabels(DatasetFile file, (int Width, int Height)? size, DatasetReport report)
    {
        var regions = new List<DatasetRegion>();
        using var reader = new StreamReader(new MemoryStream(file.ReadAll(MaxLabelFile)));
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text) && Add(text, size, regions) is { } reason)
            {
                report.Add(file.Path, line, reason);
            }
        }

        return regions;
    }

    /// <summary>Adds the regions of a line; what is wrong with it, or null.</summary>
    private string? Add(string line, (int Width, int Height)? size, List<DatasetRegion> regions)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            if (!double.TryParse(parts[at], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[at]) || !double.IsFinite(numbers[at]))
            {
                return $"\"{parts[at]}\" is no number";
            }
        }

        if (!_classes.Names.TryGetValue((long)numbers[0], out var label) || !double.IsInteger(numbers[0]))
        {
            return $"there is no class {parts[0]}";
        }

        var values = numbers.AsSpan(1);
        if (_keypoints.Count > 0 && values.Length >= 4 + (_keypoints.Count * _classes.PointSize))
        {
            AddSkeleton(values, label, regions);
            return null;
        }

        switch (values.Length)
        {
            case 4 or 5:
                regions.Add(BoxOf(values, label) with { Score = values.Length > 4 && values[4] != 0 ? values[4] : null });
                return null;
            case 8 or 9 when _oriented:
                return AddTurned(values, label, size, regions);
            case >= 6:
                AddPolygon(values, label, regions);
                return null;
            default:
                return $"there are {values.Length} numbers behind the class, which is neither a box nor a polygon";
        }
    }

    private BoxRegion BoxOf(ReadOnlySpan<double> values, string label) =>
        new(Control("RectangleLabels"), label, (values[0] - (values[2] / 2)) * 100, (values[1] - (values[3] / 2)) * 100, values[2] * 100, values[3] * 100, 0);

    private void AddPolygon(ReadOnlySpan<double> values, string label, List<DatasetRegion> regions)
    {
        var points = new List<(double, double)>(values.Length / 2);
        for (var at = 0; at + 1 < values.Length; at += 2)
        {
            points.Add((values[at] * 100, values[at + 1] * 100));
        }

        regions.Add(new PolygonRegion(Control("PolygonLabels"), label, points, IsClosed: true) { Score = values.Length % 2 == 1 ? values[^1] : null });
    }

    private string? AddTurned(ReadOnlySpan<double> values, string label, (int Width, int Height)? imageSize, List<DatasetRegion> regions)
    {
        if (imageSize is not { } size)
        {
            return "a turned box needs the size of the image, which cannot be read";
        }

        var box = TurnedBox.Of(values, size.Width, size.Height);
        regions.Add(new BoxRegion(Control("RectangleLabels"), label, box.X, box.Y, box.Width, box.Height, box.Rotation) { Score = values.Length > 8 ? values[8] : null });
        return null;
    }

    private void AddSkeleton(ReadOnlySpan<double> values, string label, List<DatasetRegion> regions)
    {
        var points = values[4..];
        var rest = points.Length - (_keypoints.Count * _classes.PointSize);
        var body = BoxOf(values, label) with { Score = rest == 1 ? points[^1] : null };
        regions.Add(body);
        var control = Control("KeyPointLabels");
        for (var at = 0; at < _keypoints.Count; at++)
        {
            control.Declare(_keypoints[at], at);
            var point = points.Slice(at * _classes.PointSize, _classes.PointSize);
            var isThere = _classes.PointSize == 3 ? point[2] > 0 : point[0] != 0 || point[1] != 0;
            if (isThere)
            {
                regions.Add(new KeypointRegion(control, _keypoints[at], point[0] * 100, point[1] * 100, _options.PointWidth, _classes.PointSize == 3 && point[2] < 2) { Parent = body });
            }
        }
    }

    private ImpliedControl Control(string tag)
    {
        var name = _options.ControlName + tag switch { "PolygonLabels" => "polygons", "KeyPointLabels" => "_keypoints", _ => "" };
        var control = Config.Control(name, tag, _shown);
        if (control.Labels.Count == 0 && tag != "KeyPointLabels")
        {
            DeclareClasses(control);
        }

        return control;
    }

    private void DeclareClasses(ImpliedControl control)
    {
        foreach (var name in _classes.Names.Values)
        {
            control.Declare(name);
        }
    }
}
