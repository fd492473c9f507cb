using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>Writes <c>control_weights</c>: 1.0 for what is new, the stored number for what was there.</summary>
internal static class ControlWeights
{
    public static string Write(LabelConfig config, string? previousJson)
    {
        using var previous = previousJson is null ? null : JsonDocument.Parse(previousJson);
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var control in config.Controls)
            {
                var known = Member(previous?.RootElement, control.Name);
                var labels = Member(known, "labels");
                writer.WriteStartObject(control.Name);
                WriteWeight(writer, "overall", Member(known, "overall"));
                writer.WriteString("type", control.Type);
                writer.WriteStartObject("labels");
                foreach (var label in control.Labels)
                {
                    WriteWeight(writer, label.Key, Member(labels, label.Key));
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var member) ? member : null;

    private static void WriteWeight(Utf8JsonWriter writer, string name, JsonElement? stored)
    {
        writer.WritePropertyName(name);
        if (stored is { ValueKind: JsonValueKind.Number } number)
        {
            number.WriteTo(writer);
        }
        else
        {
            writer.WriteFloat(1);
        }
    }
}
