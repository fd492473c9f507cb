using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading.Coco;

/// <summary>One COCO file: its categories, and where its images and annotations are.</summary>
internal sealed class CocoDocument : IAsyncDisposable
{
    private static readonly string[] Lists = ["images", "annotations", "categories"];

    private readonly FileStream _stream;
    private readonly List<CocoCategory> _categories = [];
    private readonly List<(long? Line, string Reason)> _problems = [];

    private CocoDocument(DatasetFile file, FileStream stream) => (File, _stream, Index) = (file, stream, new CocoIndex(stream));

    public DatasetFile File { get; }

    public CocoIndex Index { get; }

    /// <summary>The categories, by number.</summary>
    public IReadOnlyList<CocoCategory> Categories { get; private set; } = [];

    /// <summary>Tags of the controls its annotations need, in order of appearance.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>What is wrong with entries of its lists.</summary>
    public IReadOnlyList<(long? Line, string Reason)> Problems => _problems;

    /// <exception cref="DatasetException">It is no COCO file.</exception>
    public static async Task<CocoDocument> OpenAsync(DatasetFile file, CancellationToken cancellationToken)
    {
        var document = new CocoDocument(file, await file.OpenSeekableAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            await JsonElements.VisitAsync(document._stream, file.Path, Lists, document.Note, cancellationToken).ConfigureAwait(false);
            document.Categories = [.. document._categories.OrderBy(category => category.Id)];
            return document;
        }
        catch
        {
            await document.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private void Note(string list, long offset, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var parsed = JsonDocument.ParseValue(ref reader);
        var element = parsed.RootElement;
        if (element.ValueKind != JsonValueKind.Object)
        {
            _problems.Add((null, $"an entry of {list} is no object"));
            return;
        }

        switch (list)
        {
            case "images":
                NoteImage(element, offset, json.Length);
                break;
            case "annotations":
                NoteAnnotation(element, offset, json.Length);
                break;
            case var _ when CocoCategory.Read(element) is { } category:
                _categories.Add(category);
                break;
            default:
                _problems.Add((null, "a category has no id or no name"));
                break;
        }
    }

    private void NoteImage(JsonElement image, long offset, int length)
    {
        if (CocoJson.Id(JsonStrings.Find(image, "id"u8)) is not { } id || CocoJson.Text(JsonStrings.Find(image, "file_name"u8)) is not { Length: > 0 } name)
        {
            _problems.Add((null, "an image has no id or no file_name"));
        }
        else if (!Index.AddImage(id, name, offset, length))
        {
            _problems.Add((null, $"there is a second image with the id {id}"));
        }
    }

    private void NoteAnnotation(JsonElement annotation, long offset, int length)
    {
        if (CocoJson.Id(JsonStrings.Find(annotation, "image_id"u8)) is not { } image)
        {
            _problems.Add((null, $"the annotation {JsonStrings.Find(annotation, "id"u8)} has no image_id"));
            return;
        }

        Index.AddAnnotation(image, offset, length);
        Need("KeyPointLabels", IsFilled(JsonStrings.Find(annotation, "keypoints"u8)));
        Need("PolygonLabels", IsFilled(JsonStrings.Find(annotation, "segmentation"u8)));
        Need("RectangleLabels", IsFilled(JsonStrings.Find(annotation, "bbox"u8)));

        void Need(string tag, bool isNeeded)
        {
            if (isNeeded && !Kinds.Contains(tag))
            {
                Kinds.Add(tag);
            }
        }
    }

    private static bool IsFilled(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0;
}
