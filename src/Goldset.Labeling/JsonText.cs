using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>Writing JSON the way the API does: text outside ASCII as it is, floats with a decimal point.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonSerializerOptions SerializerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value as it was sent: half a surrogate pair, which clients do send, is no text to the writer.</summary>
    public static void WriteAsSent(this Utf8JsonWriter writer, JsonElement value) => writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    /// <summary>Writes 1 as <c>1.0</c>, so that readers that tell integers from floats see a float.</summary>
    public static void WriteFloat(this Utf8JsonWriter writer, double value) => writer.WriteRawValue(PythonRepr.Of(value), skipInputValidation: true);
}
