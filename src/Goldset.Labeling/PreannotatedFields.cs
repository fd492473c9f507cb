using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>Turns answers that come as fields of the task data into predictions.</summary>
public static class PreannotatedFields
{
    private const string ModelVersion = "preannotated";

    /// <summary>
    /// Rewrites one item of an import: its data, and a prediction for each field that has a value. Everything else the item holds is
    /// dropped; the fields stay in the data.
    /// </summary>
    /// <param name="item">The item, with or without <c>data</c> around the data.</param>
    /// <param name="fields">Names of fields, each the name of a control too.</param>
    /// <param name="config">The project's configuration; a field without control counts as Choices on an object named <c>text</c>.</param>
    /// <param name="index">Place of the item in the import, from 0, for the refusal.</param>
    /// <param name="required">Refuse an item that lacks a field.</param>
    /// <returns>The new item as JSON text.</returns>
    /// <exception cref="PredictionException">A required field is missing.</exception>
    public static string Rewrite(JsonElement item, IReadOnlyList<string> fields, LabelConfig config, int index, bool required)
    {
        var data = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("data", out var inner)
            && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? inner : item;
        return JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            writer.WriteAsSent(data);
            writer.WriteStartArray("predictions");
            foreach (var field in fields)
            {
                if (data.ValueKind == JsonValueKind.Object && data.TryGetProperty(field, out var value))
                {
                    if (value.ValueKind != JsonValueKind.Null)
                    {
                        WritePrediction(writer, field, value, config);
                    }
                }
                else if (required)
                {
                    throw new PredictionException($"Task {index}: Preannotated field '{field}' not found in task data");
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WritePrediction(Utf8JsonWriter writer, string field, JsonElement value, LabelConfig config)
    {
        var control = config.FindControl(field);
        var type = control?.ResultType ?? "choices";
        writer.WriteStartObject();
        writer.WriteStartArray("result");
        writer.WriteStartObject();
        writer.WriteString("from_name", field);
        writer.WriteString("to_name", control?.ToNames[0] ?? "text");
        writer.WriteString("type", type);
        writer.WritePropertyName("value");
        WriteValue(writer, type, value);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WritePropertyName("score");
        writer.WriteFloat(1);
        writer.WriteString("model_version", ModelVersion);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string type, JsonElement value)
    {
        var key = type == "textarea" ? "text" : type;
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteAsSent(value);
        }
        else if (value.ValueKind == JsonValueKind.Array || type is "rating" or "number" or "datetime")
        {
            writer.WriteStartObject();
            writer.WritePropertyName(key);
            writer.WriteAsSent(value);
            writer.WriteEndObject();
        }
        else
        {
            PredictionResult.WriteList(writer, key, value);
        }
    }
}
