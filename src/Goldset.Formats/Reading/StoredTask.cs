using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading;

/// <summary>A task as it was exported. Its results name the controls they belong to.</summary>
internal sealed class StoredTask(JsonElement task, DatasetOptions options) : DatasetTask
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonElement _annotations = List(JsonStrings.Find(task, "annotations"u8));
    private readonly JsonElement _predictions = List(JsonStrings.Find(task, "predictions"u8));

    public override int AnnotationCount => (options.AsPredictions ? Count(_predictions) : 0) + Count(_annotations);

    public override int RegionCount => Results().Sum(Count);

    public override void Write(IBufferWriter<byte> output, DatasetBinding binding, string? address)
    {
        using var writer = new Utf8JsonWriter(output, Writing);
        if (JsonStrings.Find(task, "data"u8).ValueKind != JsonValueKind.Object)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(task), skipInputValidation: true);
            writer.WriteEndObject();
        }
        else if (options.AsPredictions && Count(_annotations) > 0)
        {
            WriteAsPredictions(writer);
        }
        else
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(task), skipInputValidation: true);
        }
    }

    internal override void Describe(ImpliedConfig config)
    {
        foreach (var element in Results().Where(result => result.ValueKind == JsonValueKind.Array).SelectMany(result => result.EnumerateArray()))
        {
            if (Text(element, "from_name"u8) is { } from && Text(element, "to_name"u8) is { } to && Text(element, "type"u8) is { } type && ResultKinds.TagOf(type) is { } kind)
            {
                var control = config.Control(from, kind.Tag, ObjectOf(config, to, kind.Object), fixedName: true);
                ResultKinds.UseLabels(control, JsonStrings.Find(element, "value"u8), type);
            }
        }
    }

    private static JsonElement List(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value : default;

    private static int Count(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    private static string? Text(JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && JsonStrings.Find(element, name) is { ValueKind: JsonValueKind.String } text ? JsonStrings.Decode(text) : null;

    private IEnumerable<JsonElement> Results() =>
        ((JsonElement[])[_annotations, _predictions]).Where(list => list.ValueKind == JsonValueKind.Array).SelectMany(list => list.EnumerateArray())
            .Where(entry => entry.ValueKind == JsonValueKind.Object).Select(entry => JsonStrings.Find(entry, "result"u8));

    /// <summary>The object that results call <paramref name="name"/>: it shows the key of that name, or the first that may be shown so.</summary>
    private ImpliedObject ObjectOf(ImpliedConfig config, string name, string? tag)
    {
        var known = config.Objects.FirstOrDefault(shown => shown.Name == name);
        if (known is not null)
        {
            return known;
        }

        var data = JsonStrings.Find(task, "data"u8);
        List<(string Key, string Tag)> texts = data.ValueKind != JsonValueKind.Object
            ? []
            : [.. data.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String).Select(field => (JsonStrings.Name(field), ResultKinds.ObjectOf(JsonStrings.Decode(field.Value))))];
        var (key, seen) = texts.Where(field => field.Key == name).Concat(texts.Where(field => tag is null || field.Tag == tag)).Concat(texts).FirstOrDefault((name, "Text"));
        return config.Object(name, tag ?? seen, key);
    }

    private void WriteAsPredictions(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var field in task.EnumerateObject())
        {
            if (!JsonStrings.IsNamed(field, "annotations"u8) && !JsonStrings.IsNamed(field, "predictions"u8))
            {
                field.WriteTo(writer);
            }
        }

        writer.WriteStartArray("predictions"u8);
        foreach (var annotation in _annotations.EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WritePropertyName("result"u8);
            var result = annotation.ValueKind == JsonValueKind.Object ? JsonStrings.Find(annotation, "result"u8) : default;
            writer.WriteRawValue(result.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(result), skipInputValidation: true);
            if (options.ModelVersion is { } version)
            {
                writer.WriteString("model_version"u8, version);
            }

            writer.WriteEndObject();
        }

        for (var at = 0; at < Count(_predictions); at++)
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(_predictions[at]), skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
