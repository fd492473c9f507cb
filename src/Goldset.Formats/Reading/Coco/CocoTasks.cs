using System.Runtime.CompilerServices;
using System.Text.Json;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Reading.Coco;

/// <summary>The tasks of COCO files: one for each image; entries that share a file name are annotations of one task.</summary>
internal sealed class CocoTasks : IDatasetTasks
{
    private readonly ImageFiles _images;
    private readonly DatasetOptions _options;
    private readonly ImpliedObject _shown;
    private readonly List<CocoDocument> _documents = [];
    private readonly IReadOnlyList<string> _skeleton;

    public CocoTasks(ImageFiles images, DatasetOptions options)
    {
        (_images, _options) = (images, options);
        _shown = Config.Object(options.ObjectName, "Image", options.ObjectName);
        _skeleton = options.Config is { } config && KeypointOrder.Of(config) is { } order ? order.Indexed : [];
    }

    public ImpliedConfig Config { get; } = new();

    public async Task AddAsync(DatasetFile file, CancellationToken cancellationToken)
    {
        var document = await CocoDocument.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        _documents.Add(document);
        foreach (var tag in _options.LikeConverter ? document.Kinds : [])
        {
            foreach (var category in document.Categories)
            {
                Control(tag).Declare(category.Name);
            }
        }
    }

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var document in _documents)
        {
            foreach (var (line, reason) in document.Problems)
            {
                report.Add(document.File.Path, line, reason);
            }

            foreach (var id in document.Index.Unknown)
            {
                report.Add(document.File.Path, null, $"annotations are about the image {id}, which is not there");
            }

            var read = new CocoRegions(this, document, report);
            foreach (var group in document.Index.Groups())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return TaskOf(document, group, read);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var document in _documents)
        {
            await document.DisposeAsync().ConfigureAwait(false);
        }
    }

    private LabelledTask TaskOf(CocoDocument document, IReadOnlyList<long> ids, CocoRegions read)
    {
        var first = document.Index.ReadImage(ids[0]);
        var name = CocoJson.Text(JsonStrings.Find(first, "file_name"u8))!;
        var file = _images.Find(document.File.Folder, name);
        var size = SizeOf(first) ?? ids.Skip(1).Select(id => SizeOf(document.Index.ReadImage(id))).FirstOrDefault(known => known is not null) ?? (file is null ? null : ImageFiles.Measure(file));
        var url = CocoJson.Text(JsonStrings.Find(first, "coco_url"u8)) ?? CocoJson.Text(JsonStrings.Find(first, "flickr_url"u8));
        var (value, media) = _images.Place(file, name, url);
        List<IReadOnlyList<DatasetRegion>> annotations = [.. ids.Select(id => read.Of(document.Index.ReadAnnotations(id), size))];
        return new LabelledTask(_shown, value, annotations, _options) { Media = media, Size = size };
    }

    private static (int Width, int Height)? SizeOf(JsonElement image) =>
        CocoJson.Number(JsonStrings.Find(image, "width"u8)) is { } width && CocoJson.Number(JsonStrings.Find(image, "height"u8)) is { } height
            && width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue
            ? ((int)width, (int)height)
            : null;

    private ImpliedControl Control(string tag) => Config.Control(
        _options.ControlName + tag switch { "RectangleLabels" => "_rectangles", "PolygonLabels" => "polygons", "KeyPointLabels" => "_keypoints", _ => "_brush" }, tag, _shown);

    /// <summary>Makes regions of the annotations of a document.</summary>
    private sealed class CocoRegions
    {
        private readonly CocoTasks _tasks;
        private readonly CocoDocument _document;
        private readonly DatasetReport _report;
        private readonly Dictionary<long, CocoCategory> _categories;

        public CocoRegions(CocoTasks tasks, CocoDocument document, DatasetReport report)
        {
            (_tasks, _document, _report) = (tasks, document, report);
            _categories = [];
            foreach (var category in document.Categories)
            {
                _categories.TryAdd(category.Id, category);
            }
        }

        private bool LikeConverter => _tasks._options.LikeConverter;

        public List<DatasetRegion> Of(IEnumerable<JsonElement> annotations, (int Width, int Height)? size)
        {
            var regions = new List<DatasetRegion>();
            foreach (var annotation in annotations)
            {
                var before = regions.Count;
                if (Add(annotation, size, regions) is { } reason)
                {
                    regions.RemoveRange(before, regions.Count - before);
                    _report.Add(_document.File.Path, null, $"annotation {JsonStrings.Find(annotation, "id"u8)}: {reason}");
                }
            }

            return regions;
        }

        /// <summary>Adds the regions of an annotation; what is wrong with it, or null.</summary>
        private string? Add(JsonElement annotation, (int Width, int Height)? imageSize, List<DatasetRegion> regions)
        {
            var number = JsonStrings.Find(annotation, "category_id"u8);
            if (CocoJson.Id(number) is not { } id || !_categories.TryGetValue(id, out var category))
            {
                return $"there is no category {number}";
            }

            if (imageSize is not { } size)
            {
                return "the image has no width and height";
            }

            var score = CocoJson.Number(JsonStrings.Find(annotation, "score"u8));
            var segmentation = JsonStrings.Find(annotation, "segmentation"u8);
            var box = CocoJson.Numbers(JsonStrings.Find(annotation, "bbox"u8));
            var keypoints = JsonStrings.Find(annotation, "keypoints"u8);
            var hasKeypoints = keypoints.ValueKind == JsonValueKind.Array && keypoints.GetArrayLength() > 0;
            var isOutlined = (segmentation.ValueKind == JsonValueKind.Array && segmentation.GetArrayLength() > 0) || segmentation.ValueKind == JsonValueKind.Object;
            var before = regions.Count;
            if (box is { Length: 4 } && (LikeConverter || (!isOutlined && !(hasKeypoints && category.IsSkeleton))))
            {
                regions.Add(new BoxRegion(
                    Control("RectangleLabels"), category.Name, box[0] / size.Width * 100, box[1] / size.Height * 100, box[2] / size.Width * 100, box[3] / size.Height * 100, 0) { Score = score });
            }

            var reason = segmentation.ValueKind switch
            {
                JsonValueKind.Object => AddMask(segmentation, category, size, score, regions),
                JsonValueKind.Array => AddPolygons(segmentation, category, size, score, regions),
                _ => null,
            };
            reason ??= hasKeypoints ? AddKeypoints(keypoints, category, size, regions, regions.Count > before ? regions[before] : null) : null;
            return reason ?? (regions.Count > before || isOutlined || hasKeypoints || box is { Length: 4 } ? null : "it has no bbox, segmentation or keypoints");
        }

        private string? AddPolygons(JsonElement segmentation, CocoCategory category, (int Width, int Height) size, double? score, List<DatasetRegion> regions)
        {
            foreach (var part in segmentation.EnumerateArray())
            {
                if (CocoJson.Numbers(part) is not { } ring || ring.Length % 2 != 0)
                {
                    return "its segmentation is no list of points";
                }

                if (ring.Length == 0)
                {
                    continue;
                }

                List<(double, double)> points = [.. ring.Chunk(2).Select(point => (point[0] / size.Width * 100, point[1] / size.Height * 100))];
                regions.Add(new PolygonRegion(Control("PolygonLabels"), category.Name, points, IsClosed: !LikeConverter) { Score = score });
            }

            return null;
        }

        private string? AddMask(JsonElement segmentation, CocoCategory category, (int Width, int Height) size, double? score, List<DatasetRegion> regions)
        {
            if (CocoMask.Read(segmentation, size) is not { } mask)
            {
                return "its mask cannot be read, or has not the size of the image";
            }

            regions.Add(new BrushRegion(Control("BrushLabels"), category.Name, Masks.BrushEncoder.Encode(mask)) { Score = score });
            return null;
        }

        private string? AddKeypoints(JsonElement list, CocoCategory category, (int Width, int Height) size, List<DatasetRegion> regions, DatasetRegion? parent)
        {
            if (CocoJson.Numbers(list) is not { } numbers || numbers.Length % 3 != 0)
            {
                return "its keypoints are not x, y, v for each point";
            }

            var names = NamesOf(category, numbers.Length / 3);
            foreach (var (at, point) in numbers.Chunk(3).Index())
            {
                var (x, y, visibility) = (point[0], point[1], point[2]);
                if (visibility == 0 && !LikeConverter)
                {
                    continue;
                }

                var label = LikeConverter ? category.Name : at < names.Count ? names[at] : $"{category.Name} {at}";
                var control = Control("KeyPointLabels");
                if (!LikeConverter)
                {
                    control.Declare(label, at);
                }

                regions.Add(new KeypointRegion(control, label, x / size.Width * 100, y / size.Height * 100, _tasks._options.PointWidth, visibility < 2) { Parent = LikeConverter ? null : parent });
            }

            return null;
        }

        /// <summary>The points by their place in the list. Exports list labels as the configuration has them and points by their index.</summary>
        private IReadOnlyList<string> NamesOf(CocoCategory category, int count)
        {
            var own = _tasks._skeleton;
            return own.Count == count && own.All(category.Keypoints.Contains) ? own : category.Keypoints;
        }

        private ImpliedControl Control(string tag)
        {
            var control = _tasks.Control(tag);
            if (!LikeConverter && control.Labels.Count == 0 && tag != "KeyPointLabels")
            {
                foreach (var category in _tasks._documents.SelectMany(document => document.Categories).Where(category => !category.IsSkeleton))
                {
                    control.Declare(category.Name);
                }
            }

            return control;
        }
    }
}
