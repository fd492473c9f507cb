using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>
/// Strings and names of JSON as they lie in the document. Unlike the reader's own methods these take half surrogate pairs,
/// which clients do send and which are valid JSON.
/// </summary>
public static class JsonStrings
{
    /// <summary>The text between the quotes of a string value.</summary>
    public static ReadOnlySpan<byte> Raw(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    /// <summary>The value of a string.</summary>
    public static string Decode(JsonElement text) => Decode(Raw(text));

    /// <summary>The name of a property.</summary>
    public static string Name(JsonProperty property) => Decode(JsonMarshal.GetRawUtf8PropertyName(property));

    /// <summary>Whether the property has this name.</summary>
    public static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name) => Matches(JsonMarshal.GetRawUtf8PropertyName(property), name);

    /// <summary>Whether the text between quotes means <paramref name="value"/>, which holds ASCII only.</summary>
    public static bool Matches(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> value) =>
        raw.Contains((byte)'\\') ? Decode(raw) == Encoding.ASCII.GetString(value) : raw.SequenceEqual(value);

    /// <summary>The property of this name; of several the last. <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public static JsonElement Find(JsonElement element, ReadOnlySpan<byte> name)
    {
        var found = default(JsonElement);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (IsNamed(property, name))
                {
                    found = property.Value;
                }
            }
        }

        return found;
    }

    /// <summary>Resolves the escapes of a string; half a surrogate pair stays what it is, broken UTF-8 becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var chars = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            length += Encoding.UTF8.GetChars(plain < 0 ? raw : raw[..plain], chars.AsSpan(length));
            if (plain < 0)
            {
                break;
            }

            chars[length++] = ReadEscape(raw[plain..], out var consumed);
            raw = raw[(plain + consumed)..];
        }

        var text = new string(chars, 0, length);
        ArrayPool<char>.Shared.Return(chars);
        return text;
    }

    /// <summary>Reads the escape at the start; <paramref name="consumed"/> is its length in bytes.</summary>
    public static char ReadEscape(ReadOnlySpan<byte> raw, out int consumed)
    {
        consumed = 2;
        switch (raw[1])
        {
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case (byte)'u':
                consumed = 6;
                var code = 0;
                foreach (var digit in raw[2..6])
                {
                    code = (code << 4) | ((digit & 0x0F) + (digit > (byte)'9' ? 9 : 0));
                }

                return (char)code;
            default:
                return (char)raw[1];
        }
    }
}
