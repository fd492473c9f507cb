using System.Text.Json;
using System.Text.Json.Serialization;

namespace Goldset.Server.Http;

/// <summary>A JSON text that was validated when it was stored and is written out as it is; null is JSON's null.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(string? Text);

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new RawJson(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        if (value.Text is null) writer.WriteNullValue();
        else writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
