using System.Text.Json;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Items;

/// <summary>Makes the items of a task: one per annotation that is not skipped, newest first, or a single one without annotation.</summary>
internal sealed class ItemReader(LabelConfig config)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonTextWriter.MaxDepth };

    /// <summary>Parses one task of the source. The document reads from <paramref name="task"/>, which must stay as it is until disposal.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> task) => JsonDocument.Parse(task, Options);

    /// <summary>The annotations of a task, under the older name too; undefined when it has no such field.</summary>
    public static JsonElement Annotations(JsonElement task) =>
        ExportItem.Field(task, "annotations"u8) is { ValueKind: not JsonValueKind.Undefined } list ? list : ExportItem.Field(task, "completions"u8);

    /// <summary>The items of a task, counting what comes in and what no format can take.</summary>
    public IReadOnlyList<ExportItem> Read(JsonElement task, ExportReceipt receipt)
    {
        receipt.TasksIn++;
        var list = Annotations(task);
        if (list.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return [new ExportItem(task, default, [])];
        }

        receipt.AnnotationsIn += list.GetArrayLength();
        var items = new List<ExportItem>(list.GetArrayLength());
        foreach (var annotation in list.EnumerateArray())
        {
            var result = ExportItem.Field(annotation, "result"u8);
            var regions = result.ValueKind == JsonValueKind.Array ? result.GetArrayLength() : 0;
            receipt.RegionsIn += regions;
            if (IsTrue(annotation, "was_cancelled"u8) || IsTrue(annotation, "skipped"u8))
            {
                receipt.LeaveOut(LeftOutReason.SkippedAnnotation, regions);
            }
            else if (annotation.ValueKind == JsonValueKind.Object)
            {
                items.Add(new ExportItem(task, annotation, regions == 0 ? [] : ReadResult(result, receipt)));
            }
        }

        return items.Count < 2 ? items : [.. items.OrderByDescending(CreationTime, CodePointOrder.Instance)];
    }

    private static string CreationTime(ExportItem item) => item.CreatedAt.ValueKind == JsonValueKind.String ? JsonStrings.Decode(item.CreatedAt) : "";

    private static bool IsTrue(JsonElement owner, ReadOnlySpan<byte> name) => ExportItem.Field(owner, name).ValueKind == JsonValueKind.True;

    private List<ControlOutput> ReadResult(JsonElement result, ExportReceipt receipt)
    {
        var outputs = new List<ControlOutput>();
        foreach (var element in result.EnumerateArray())
        {
            var region = RegionFields.Of(element);
            if (region.Type == "relation")
            {
                receipt.LeaveOut(LeftOutReason.Relation);
            }
            else if (region.Value.ValueKind != JsonValueKind.Object)
            {
                receipt.LeaveOut(LeftOutReason.NoValue);
            }
            else if (region.FromName is null || TagOf(region.FromName, region.Type) is not { } tag)
            {
                receipt.LeaveOut(LeftOutReason.UnknownControl);
            }
            else
            {
                var output = outputs.Find(known => known.Name == region.FromName);
                if (output is null)
                {
                    output = new ControlOutput(region.FromName);
                    outputs.Add(output);
                }

                output.Values.Add(new RegionValue(tag, region.Value, region.OriginalWidth, region.OriginalHeight));
            }
        }

        return outputs;
    }

    private string? TagOf(string fromName, string? type) =>
        config.MatchControl(fromName)?.Type ?? (type == RegionValue.ChatMessage ? RegionValue.ChatMessage : null);

    /// <summary>The fields of a result element, which a client wrote: any kind of value, and names may be escaped.</summary>
    private struct RegionFields
    {
        public string? FromName;
        public string? Type;
        public JsonElement Value;
        public JsonElement OriginalWidth;
        public JsonElement OriginalHeight;

        public static RegionFields Of(JsonElement region)
        {
            var fields = default(RegionFields);
            if (region.ValueKind != JsonValueKind.Object)
            {
                return fields;
            }

            foreach (var property in region.EnumerateObject())
            {
                if (JsonStrings.IsNamed(property, "from_name"u8))
                {
                    fields.FromName = Text(property.Value);
                }
                else if (JsonStrings.IsNamed(property, "type"u8))
                {
                    fields.Type = Text(property.Value);
                }
                else if (JsonStrings.IsNamed(property, "value"u8))
                {
                    fields.Value = property.Value;
                }
                else if (JsonStrings.IsNamed(property, "original_width"u8))
                {
                    fields.OriginalWidth = property.Value;
                }
                else if (JsonStrings.IsNamed(property, "original_height"u8))
                {
                    fields.OriginalHeight = property.Value;
                }
            }

            return fields;
        }

        private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;
    }
}
