using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>Writes <c>parsed_label_config</c>: controls by name, each with its inputs and labels.</summary>
internal static class ParsedConfigJsonWriter
{
    public static string Write(LabelConfig config) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var control in config.Controls)
        {
            writer.WritePropertyName(control.Name);
            WriteControl(writer, config, control);
        }

        writer.WriteEndObject();
    });

    private static void WriteControl(Utf8JsonWriter writer, LabelConfig config, ControlTag control)
    {
        writer.WriteStartObject();
        writer.WriteString("type", control.Type);
        writer.WriteStartArray("to_name");
        foreach (var name in control.ToNames)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        if (control.IndexFlags.Count > 0)
        {
            writer.WriteStartObject("regex");
            foreach (var flag in control.IndexFlags)
            {
                writer.WriteString(flag, ".*");
            }

            writer.WriteEndObject();
        }

        if (control.Condition is { } condition)
        {
            writer.WriteStartObject("conditionals");
            writer.WriteString("type", condition.Type);
            writer.WriteString("name", condition.Name);
            writer.WriteEndObject();
        }

        if (control.HasDynamicLabels)
        {
            writer.WriteBoolean("dynamic_labels", true);
        }

        writer.WriteStartArray("inputs");
        foreach (var name in control.ToNames)
        {
            if (config.FindObject(name) is { } input)
            {
                WriteInput(writer, input);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartArray("labels");
        foreach (var label in control.Labels)
        {
            writer.WriteStringValue(label.Key);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("labels_attrs");
        foreach (var label in control.Labels)
        {
            writer.WriteStartObject(label.Key);
            foreach (var (name, value) in label.Element.Attributes)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter writer, ObjectTag input)
    {
        writer.WriteStartObject();
        writer.WriteString("type", input.Type);
        writer.WriteString("valueType", input.ValueType);
        writer.WriteString(input.Value is null ? "valueList" : "value", input.DataKey);
        writer.WriteEndObject();
    }
}
