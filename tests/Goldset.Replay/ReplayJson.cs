using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Goldset.Replay;

/// <summary>How this project reads and writes JSON.</summary>
internal static class ReplayJson
{
    /// <summary>Writes every character as itself, as the recorder did.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The parsed text, or null when it is no JSON.</summary>
    public static JsonElement? TryParse(string text) => TryParse(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="TryParse(string)"/>
    public static JsonElement? TryParse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (!JsonElement.TryParseValue(ref reader, out var value))
                return null;

            return reader.Read() ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
