using System.Text.Json;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Items;

/// <summary>Makes the items of a task: one per annotation that is not skipped, newest first, or a single one without annotation.</summary>
internal sealed class ItemReader(LabelConfig config)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonTextWriter.MaxDepth };
    private static readonly JsonFields TaskFields = new("id", "data", "agreement", "annotations", "completions");
    private static readonly JsonFields AnnotationFields =
        new("id", "result", "completed_by", "was_cancelled", "skipped", "created_at", "updated_at", "lead_time", "history");

    private static readonly JsonFields RegionFields = new("from_name", "type", "value", "original_width", "original_height", "id", "parentID");

    private readonly JsonElement[] _task = new JsonElement[TaskFields.Count];
    private readonly JsonElement[] _annotation = new JsonElement[AnnotationFields.Count];
    private readonly JsonElement[] _region = new JsonElement[RegionFields.Count];
    private readonly RawNames<Source> _sources = new();

    /// <summary>Parses one task of the source. The document reads from <paramref name="task"/>, which must stay as it is until disposal.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> task) => JsonDocument.Parse(task, Options);

    /// <summary>The items of a task, counting what comes in and what no format can take.</summary>
    public IReadOnlyList<ExportItem> Read(JsonElement task, ExportReceipt receipt)
    {
        receipt.TasksIn++;
        TaskFields.Read(task, _task);
        var (id, data, agreement, annotations, completions) = (_task[0], _task[1], _task[2], _task[3], _task[4]);
        data = data.ValueKind == JsonValueKind.Object ? data : default;
        annotations = annotations.ValueKind == JsonValueKind.Undefined ? completions : annotations;
        if (annotations.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        if (annotations.ValueKind != JsonValueKind.Array || annotations.GetArrayLength() == 0)
        {
            return [new ExportItem { TaskId = id, Data = data, Agreement = agreement }];
        }

        receipt.AnnotationsIn += annotations.GetArrayLength();
        var items = new List<ExportItem>(annotations.GetArrayLength());
        foreach (var annotation in annotations.EnumerateArray())
        {
            if (annotation.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            AnnotationFields.Read(annotation, _annotation);
            var (result, cancelled, skipped) = (_annotation[1], _annotation[3], _annotation[4]);
            var regions = result.ValueKind == JsonValueKind.Array ? result.GetArrayLength() : 0;
            receipt.RegionsIn += regions;
            if (cancelled.ValueKind == JsonValueKind.True || skipped.ValueKind == JsonValueKind.True)
            {
                receipt.LeaveOut(LeftOutReason.SkippedAnnotation, regions);
                continue;
            }

            items.Add(new ExportItem
            {
                TaskId = id,
                Data = data,
                Agreement = agreement,
                IsAnnotated = true,
                AnnotationId = _annotation[0],
                Annotator = Annotator(_annotation[2]),
                CreatedAt = _annotation[5],
                UpdatedAt = _annotation[6],
                LeadTime = _annotation[7],
                History = _annotation[8],
                Outputs = regions == 0 ? [] : ReadResult(result, receipt),
            });
        }

        return items.Count < 2 ? items : [.. items.OrderByDescending(item => Text(item.CreatedAt) ?? "", CodePointOrder.Instance)];
    }

    private static JsonElement Annotator(JsonElement completedBy)
    {
        var author = completedBy.ValueKind == JsonValueKind.Object ? JsonStrings.Find(completedBy, "email"u8) : completedBy;
        return author.ValueKind is JsonValueKind.String or JsonValueKind.Number ? author : default;
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;

    private List<ControlOutput> ReadResult(JsonElement result, ExportReceipt receipt)
    {
        var outputs = new List<ControlOutput>();
        foreach (var element in result.EnumerateArray())
        {
            RegionFields.Read(element, _region);
            var (from, type, value) = (_region[0], _region[1], _region[2]);
            if (IsText(type, "relation"u8))
            {
                receipt.LeaveOut(LeftOutReason.Relation);
            }
            else if (value.ValueKind != JsonValueKind.Object)
            {
                receipt.LeaveOut(LeftOutReason.NoValue);
            }
            else if (from.ValueKind != JsonValueKind.String || SourceOf(JsonStrings.Raw(from)) is var source && TagOf(source, type) is not { } tag)
            {
                receipt.LeaveOut(LeftOutReason.UnknownControl);
            }
            else
            {
                var output = outputs.Find(known => known.Name == source.Name);
                if (output is null)
                {
                    output = new ControlOutput(source.Name);
                    outputs.Add(output);
                }

                output.Values.Add(new RegionValue(tag, value, _region[3], _region[4], _region[5], _region[6]));
            }
        }

        return outputs;
    }

    private static bool IsText(JsonElement value, ReadOnlySpan<byte> text) => value.ValueKind == JsonValueKind.String && JsonStrings.Matches(JsonStrings.Raw(value), text);

    private static string? TagOf(Source source, JsonElement type) => source.Tag ?? (IsText(type, "chatmessage"u8) ? RegionValue.ChatMessage : null);

    private Source SourceOf(ReadOnlySpan<byte> raw)
    {
        if (_sources.TryGet(raw, out var source))
        {
            return source;
        }

        var name = JsonStrings.Decode(raw);
        source = new Source(name, config.MatchControl(name)?.Type);
        _sources.Add(raw, source);
        return source;
    }

    /// <summary>What results call a control, and its tag; null when the configuration has none of that name.</summary>
    private readonly record struct Source(string Name, string? Tag);
}
