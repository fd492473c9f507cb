using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Goldset.Formats.Reading;

/// <summary>A task about one image or text with its labelled regions.</summary>
/// <param name="shown">What shows it.</param>
/// <param name="value">What the data says: an address or a text; null when <see cref="DatasetTask.Media"/> is to be kept first.</param>
/// <param name="annotations">The regions of each annotation.</param>
/// <param name="options">How the dataset is read.</param>
internal sealed class LabelledTask(ImpliedObject shown, string? value, IReadOnlyList<IReadOnlyList<DatasetRegion>> annotations, DatasetOptions options) : DatasetTask
{
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int IdLength = 10;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Size of the image in pixels; null for texts and where it is not known.</summary>
    public (int Width, int Height)? Size { get; init; }

    public override int AnnotationCount => annotations.Count;

    public override int RegionCount => annotations.Sum(regions => regions.Count);

    public override void Write(IBufferWriter<byte> output, DatasetBinding binding, string? address)
    {
        using var writer = new Utf8JsonWriter(output, Writing);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteString(binding.DataKey(shown), value ?? address);
        writer.WriteEndObject();
        if (annotations.Count > 0)
        {
            writer.WriteStartArray(options.AsPredictions ? "predictions"u8 : "annotations"u8);
            foreach (var regions in annotations)
            {
                WriteAnnotation(writer, regions, binding);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal override void Describe(ImpliedConfig config)
    {
        foreach (var region in annotations.SelectMany(regions => regions))
        {
            region.Control.Use(region.Label);
        }
    }

    private static string ResultType(string tag) => tag.ToLowerInvariant();

    private void WriteAnnotation(Utf8JsonWriter writer, IReadOnlyList<DatasetRegion> regions, DatasetBinding binding)
    {
        var ids = new Dictionary<DatasetRegion, string>(ReferenceEqualityComparer.Instance);
        writer.WriteStartObject();
        writer.WriteStartArray("result"u8);
        foreach (var region in regions)
        {
            var id = ids[region] = RandomNumberGenerator.GetString(IdAlphabet, IdLength);
            var parent = region.Parent is null ? null : ids.GetValueOrDefault(region.Parent);
            var control = binding.Find(region.Control, region.Label);
            if (control.Geometry is { } drawing)
            {
                var type = ResultType(region.Control.Tag.Replace("Labels", "", StringComparison.Ordinal));
                WriteRegion(writer, region, id, parent, control with { FromName = drawing }, type, labelled: false);
            }

            WriteRegion(writer, region, id, parent, control, ResultType(control.Tag), labelled: true);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("ground_truth"u8, false);
        if (options is { AsPredictions: true, ModelVersion: { } version })
        {
            writer.WriteString("model_version"u8, version);
        }

        writer.WriteEndObject();
    }

    private void WriteRegion(Utf8JsonWriter writer, DatasetRegion region, string id, string? parent, BoundControl control, string type, bool labelled)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, type);
        writer.WriteStartObject("value"u8);
        region.WritePlace(writer);
        if (labelled)
        {
            writer.WriteStartArray(type);
            writer.WriteStringValue(region.Label);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteString("to_name"u8, control.ToName);
        writer.WriteString("from_name"u8, control.FromName);
        if (shown.Tag == "Image")
        {
            writer.WriteNumber("image_rotation"u8, 0);
            if (Size is var (width, height))
            {
                writer.WriteNumber("original_width"u8, width);
                writer.WriteNumber("original_height"u8, height);
            }
        }

        if (region.Score is { } score)
        {
            writer.WriteNumber("score"u8, score);
        }

        if (parent is not null)
        {
            writer.WriteString("parentID"u8, parent);
        }

        writer.WriteEndObject();
    }
}
