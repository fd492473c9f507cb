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

    /// <summary>Parses one task of the source. The document reads from <paramref name="task"/>, which must stay as it is until disposal.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> task) => JsonDocument.Parse(task, Options);

    /// <summary>The items of a task, counting what comes in and what no format can take.</summary>
    public IReadOnlyList<ExportItem> Read(JsonElement task, ExportReceipt receipt)
    {
        receipt.TasksIn++;
        if (TaskFields.Of(task) is not [var id, var data, var agreement, var annotations, var completions])
        {
            return [];
        }

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
            if (annotation.ValueKind != JsonValueKind.Object
                || AnnotationFields.Of(annotation) is not
                    [var annotationId, var result, var author, var cancelled, var skipped, var created, var updated, var leadTime, var history])
            {
                continue;
            }

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
                AnnotationId = annotationId,
                Annotator = Annotator(author),
                CreatedAt = created,
                UpdatedAt = updated,
                LeadTime = leadTime,
                History = history,
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
            if (RegionFields.Of(element) is not [var from, var kind, var value, var width, var height, var id, var parent])
            {
                continue;
            }

            var (fromName, type) = (Text(from), Text(kind));
            if (type == "relation")
            {
                receipt.LeaveOut(LeftOutReason.Relation);
            }
            else if (value.ValueKind != JsonValueKind.Object)
            {
                receipt.LeaveOut(LeftOutReason.NoValue);
            }
            else if (fromName is null || TagOf(fromName, type) is not { } tag)
            {
                receipt.LeaveOut(LeftOutReason.UnknownControl);
            }
            else
            {
                var output = outputs.Find(known => known.Name == fromName);
                if (output is null)
                {
                    output = new ControlOutput(fromName);
                    outputs.Add(output);
                }

                output.Values.Add(new RegionValue(tag, value, width, height, id, parent));
            }
        }

        return outputs;
    }

    private string? TagOf(string fromName, string? type) =>
        config.MatchControl(fromName)?.Type ?? (type == RegionValue.ChatMessage ? RegionValue.ChatMessage : null);
}
