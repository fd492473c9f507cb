using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>A prediction was refused. <see cref="Exception.Message"/> is the text the API answers.</summary>
public sealed class PredictionException(string message) : Exception(message);

/// <summary>The forms in which clients may send the result of a prediction.</summary>
public static class PredictionResult
{
    /// <summary>
    /// Brings a result into the form that is stored: a list of elements. A list stays as it is, an object is the value of the first
    /// control it fits, a text or integer the answer to the first control that takes one.
    /// </summary>
    /// <param name="result">The result as sent; not null.</param>
    /// <param name="config">The project's configuration.</param>
    /// <returns>The list as JSON text, or null when no control fits (which is stored as null).</returns>
    /// <exception cref="PredictionException">The result has no such form.</exception>
    public static string? Normalize(JsonElement result, LabelConfig config)
    {
        switch (result.ValueKind)
        {
            case JsonValueKind.Array:
                return result.EnumerateArray().All(element => element.ValueKind == JsonValueKind.Object)
                    ? Raw(result)
                    : throw new PredictionException("Each item in prediction result should be dict");
            case JsonValueKind.Object:
                return config.Controls.FirstOrDefault(control => result.TryGetProperty(control.ResultType, out _)) is { } named
                    ? Write(named, writer => writer.WriteAsSent(result))
                    : null;
            case JsonValueKind.String or JsonValueKind.True or JsonValueKind.False:
            case JsonValueKind.Number when PythonRepr.IsInteger(result):
                var isText = result.ValueKind == JsonValueKind.String;
                return config.Controls.FirstOrDefault(control => isText ? control.ResultType is "choices" or "textarea" : control.ResultType == "rating") is { } single
                    ? Write(single, writer => WriteList(writer, single.ResultType, result))
                    : null;
            default:
                throw new PredictionException($"Incorrect format <class '{PythonRepr.TypeName(result)}'> for prediction result {PythonRepr.Display(result)}");
        }
    }

    internal static string Raw(JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    internal static void WriteList(Utf8JsonWriter writer, string name, JsonElement item)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(name);
        writer.WriteAsSent(item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Write(ControlTag control, Action<Utf8JsonWriter> writeValue) => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("from_name", control.Name);
        writer.WriteString("to_name", string.Join(',', control.ToNames));
        writer.WriteString("type", control.ResultType);
        writer.WritePropertyName("value");
        writeValue(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });
}
