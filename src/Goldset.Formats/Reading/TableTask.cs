using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading;

/// <summary>A task from the rows of a table: its data, and an annotation for each row.</summary>
internal sealed class TableTask : DatasetTask
{
    private const string DataPrefix = "_data_";
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Fixed = new(["id", "annotation_id", "annotator", "created_at", "updated_at", "lead_time", "agreement", "history"], StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _columns;
    private readonly IDictionary<string, object> _first;
    private readonly DatasetOptions _options;
    private readonly bool _isExport;
    private readonly List<TableAnnotation> _annotations = [];
    private readonly HashSet<string> _controls = new(StringComparer.Ordinal);

    public TableTask(IReadOnlyList<string> columns, IDictionary<string, object> row, DatasetOptions options)
    {
        (_columns, _first, _options) = (columns, row, options);
        _isExport = columns.Contains("annotation_id") && columns.Contains("id");
    }

    public override int AnnotationCount => _annotations.Count;

    public override int RegionCount => _annotations.Sum(annotation => annotation.Regions.Count);

    /// <summary>Whether a row is another annotation of this task.</summary>
    public bool Continues(IDictionary<string, object> row) =>
        _isExport && row.TryGetValue("id", out var id) && _first.TryGetValue("id", out var own) && Equals(id, own);

    /// <summary>Adds the annotation of a row.</summary>
    public void Add(IDictionary<string, object> row)
    {
        var regions = new List<TableRegion>();
        foreach (var column in _columns.Where(name => !(_isExport && Fixed.Contains(name))))
        {
            if (row.TryGetValue(column, out var cell) && cell is string text && RegionsOf(column, text) is { } found)
            {
                regions.AddRange(found);
                _controls.Add(column);
            }
        }

        if (regions.Count > 0 || (_isExport && row.ContainsKey("annotation_id")))
        {
            _annotations.Add(new TableAnnotation(regions, row.TryGetValue("lead_time", out var seconds) && seconds is double and var number && double.IsFinite(number) ? number : null));
        }
    }

    public override void Write(IBufferWriter<byte> output, DatasetBinding binding, string? address)
    {
        using var writer = new Utf8JsonWriter(output, Writing);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        foreach (var column in _columns.Where(name => !(_isExport && Fixed.Contains(name)) && !IsControl(name)))
        {
            if (_first.TryGetValue(column, out var value) || !_isExport)
            {
                writer.WritePropertyName(_isExport && column.StartsWith(DataPrefix, StringComparison.Ordinal) ? column[DataPrefix.Length..] : column);
                CellJson.Write(writer, value, mayBeJson: _isExport);
            }
        }

        writer.WriteEndObject();
        if (_annotations.Count > 0)
        {
            writer.WriteStartArray(_options.AsPredictions ? "predictions"u8 : "annotations"u8);
            foreach (var annotation in _annotations)
            {
                WriteAnnotation(writer, annotation, binding);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal override void Describe(ImpliedConfig config)
    {
        foreach (var region in _annotations.SelectMany(annotation => annotation.Regions))
        {
            var known = _options.Config?.MatchControl(region.Column);
            var kind = known is null ? ResultKinds.TagOf(region.Type) : (known.Type, known.ToNames.Select(_options.Config!.FindObject).FirstOrDefault()?.Type);
            if (kind is var (tag, about))
            {
                var control = config.Control(region.Column, tag, ObjectOf(config, about), fixedName: true);
                ResultKinds.UseLabels(control, region.Value, region.Type);
            }
        }
    }

    private bool IsControl(string column) => _controls.Contains(column) || (_isExport && _options.Config?.MatchControl(column) is not null);

    private ImpliedObject ObjectOf(ImpliedConfig config, string? tag)
    {
        var known = config.Objects.FirstOrDefault(shown => tag is null || shown.Tag == tag);
        if (known is not null)
        {
            return known;
        }

        var texts = _columns.Where(name => !Fixed.Contains(name) && !IsControl(name) && _first.TryGetValue(name, out var value) && value is string)
            .Select(name => (Key: name, Tag: ResultKinds.ObjectOf((string)_first[name]))).ToList();
        var (key, seen) = texts.Where(field => tag is null || field.Tag == tag).Concat(texts).FirstOrDefault((Key: "text", Tag: "Text"));
        return config.Object(key, tag ?? seen, key);
    }

    /// <summary>The regions a cell holds; null when it holds data.</summary>
    private List<TableRegion>? RegionsOf(string column, string text)
    {
        var control = _isExport ? _options.Config?.MatchControl(column) : null;
        if (control is null && !text.StartsWith("[{", StringComparison.Ordinal))
        {
            return null;
        }

        var json = CellJson.Parse(text);
        IEnumerable<JsonElement> values = json is null ? [] : json.Value.ValueKind == JsonValueKind.Array ? json.Value.EnumerateArray() : [json.Value];
        var regions = new List<TableRegion>();
        foreach (var value in values)
        {
            if (value.ValueKind == JsonValueKind.Object && (control?.ResultType ?? ResultKinds.TypeOf(value)) is { } type)
            {
                regions.Add(new TableRegion(column, type, value));
            }
            else if (value.ValueKind == JsonValueKind.String && control is not null)
            {
                regions.Add(Simple(column, control, JsonStrings.Decode(value)));
            }
            else
            {
                regions.Clear();
                break;
            }
        }

        return regions.Count > 0 ? regions : control is null ? null : [Simple(column, control, text)];
    }

    /// <summary>A single choice or text stands for itself in a table.</summary>
    private static TableRegion Simple(string column, ControlTag control, string text)
    {
        var key = control.Type == "TextArea" ? "text" : control.ResultType;
        return new TableRegion(column, control.ResultType, JsonSerializer.SerializeToElement(new Dictionary<string, string[]> { [key] = [text] }));
    }

    private void WriteAnnotation(Utf8JsonWriter writer, TableAnnotation annotation, DatasetBinding binding)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("result"u8);
        foreach (var region in annotation.Regions)
        {
            var to = binding.ObjectNameOf(region.Column);
            writer.WriteStartObject();
            writer.WriteString("id"u8, RandomNumberGenerator.GetString(IdAlphabet, 10));
            writer.WriteString("from_name"u8, region.Column);
            writer.WriteString("to_name"u8, to);
            writer.WriteString("type"u8, region.Type);
            writer.WriteStartObject("value"u8);
            foreach (var field in region.Value.EnumerateObject().Where(field => !IsSize(field)))
            {
                field.WriteTo(writer);
            }

            writer.WriteEndObject();
            foreach (var field in region.Value.EnumerateObject().Where(IsSize))
            {
                field.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("ground_truth"u8, false);
        if (!_options.AsPredictions && annotation.LeadTime is { } seconds)
        {
            writer.WriteNumber("lead_time"u8, seconds);
        }

        if (_options is { AsPredictions: true, ModelVersion: { } version })
        {
            writer.WriteString("model_version"u8, version);
        }

        writer.WriteEndObject();
    }

    private static bool IsSize(JsonProperty field) => JsonStrings.IsNamed(field, "original_width"u8) || JsonStrings.IsNamed(field, "original_height"u8);

    private sealed record TableAnnotation(IReadOnlyList<TableRegion> Regions, double? LeadTime);

    private sealed record TableRegion(string Column, string Type, JsonElement Value);
}
