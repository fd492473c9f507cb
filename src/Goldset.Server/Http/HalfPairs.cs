using System.Runtime.InteropServices;
using System.Text.Json;

namespace Goldset.Server.Http;

/// <summary>
/// Halves of surrogate pairs, which JSON can hold as escapes (<c>"\ud800"</c>) and which are no text. Browsers send them when a selection
/// cuts a character in two, so results and task data carry them along as they were sent.
/// </summary>
internal static class HalfPairs
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Whether the name of a member holds one; such a name could not be compared with any other.</summary>
    public static bool InNames(ReadOnlySpan<byte> json) => Find(json, JsonTokenType.PropertyName);

    /// <inheritdoc cref="InNames(ReadOnlySpan{byte})"/>
    public static bool InNames(JsonElement json) => json.ValueKind is JsonValueKind.Array or JsonValueKind.Object && InNames(JsonMarshal.GetRawUtf8Value(json));

    /// <summary>Whether a text holds one, a name aside.</summary>
    public static bool InTexts(ReadOnlySpan<byte> json) => Find(json, JsonTokenType.String);

    /// <inheritdoc cref="InTexts(ReadOnlySpan{byte})"/>
    public static bool InTexts(JsonElement json) => json.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object && InTexts(JsonMarshal.GetRawUtf8Value(json));

    private static bool Find(ReadOnlySpan<byte> json, JsonTokenType kind)
    {
        if (!MayHoldOne(json)) return false;
        var reader = new Utf8JsonReader(json, Options);
        while (reader.Read())
        {
            if (reader.TokenType != kind || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
        return false;
    }

    private static bool MayHoldOne(ReadOnlySpan<byte> json)
    {
        while (true)
        {
            var escape = json.IndexOf("\\u"u8);
            if (escape < 0) return false;
            json = json[(escape + 2)..];
            if (json is [(byte)'d' or (byte)'D', ..]) return true;
        }
    }
}
