using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>JSON_MIN: a flat object per annotation with the task's data and one simplified value per control.</summary>
internal sealed class JsonMinFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var output = new ExportWriter(target(ExportFileType.Json));
        var writer = new JsonTextWriter(output, indented: true);
        output.Write("[\n"u8);
        var first = true;
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            foreach (var item in found)
            {
                if (!first)
                {
                    output.Write(",\n"u8);
                }

                first = false;
                WriteItem(item, writer, receipt);
            }

            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        output.Write("\n]"u8);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void WriteItem(ExportItem item, JsonTextWriter writer, ExportReceipt receipt)
    {
        var fields = Fields(item);
        writer.StartObject();
        foreach (var (name, field) in fields)
        {
            writer.Name(name);
            if (field.Output is not null)
            {
                ControlText.Write(field.Output, writer);
            }
            else if (field.Value.ValueKind != JsonValueKind.Undefined)
            {
                writer.Value(JsonMarshal.GetRawUtf8Value(field.Value));
            }
            else
            {
                writer.Null();
            }
        }

        writer.EndObject();
        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        foreach (var output in item.Outputs)
        {
            receipt.CountOutput(output, fields[output.Name].Output == output ? null : LeftOutReason.ReservedName);
        }
    }

    /// <summary>The fields in the order they are written; a later one of the same name takes the place of the earlier.</summary>
    private static OrderedDictionary<string, Field> Fields(ExportItem item)
    {
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        if (item.Data.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in item.Data.EnumerateObject())
            {
                fields[JsonStrings.Name(property)] = new(property.Value);
            }
        }

        if (item.TaskId.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            fields["id"] = new(item.TaskId);
        }

        foreach (var output in item.Outputs)
        {
            fields[output.Name] = new(default, output);
        }

        fields["annotator"] = new(item.Annotator);
        fields["annotation_id"] = new(item.AnnotationId);
        fields["created_at"] = new(item.CreatedAt);
        fields["updated_at"] = new(item.UpdatedAt);
        fields["lead_time"] = new(item.LeadTime);
        if (item.Agreement.ValueKind != JsonValueKind.Undefined)
        {
            fields["agreement"] = new(item.Agreement);
        }

        return fields;
    }

    /// <summary>A stored value, or what a control gave.</summary>
    private readonly record struct Field(JsonElement Value, ControlOutput? Output = null);
}
