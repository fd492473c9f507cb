using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>Prints JSON values in Python notation, in which the API quotes offending values: <c>{'text': None}</c>.</summary>
public static class PythonRepr
{
    /// <summary>A JSON value as Python's <c>repr</c> prints it. Of members with the same name the last one counts.</summary>
    public static string Of(JsonElement value)
    {
        var output = new StringBuilder();
        Append(output, value);
        return output.ToString();
    }

    /// <summary>A JSON value as Python's <c>str</c> prints it: as <see cref="Of(JsonElement)"/>, but a text alone has no quotes.</summary>
    public static string Display(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : Of(value);

    /// <summary>A text in quotes, or <c>None</c>.</summary>
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "None";
        }

        var output = new StringBuilder(text.Length + 2);
        Append(output, text);
        return output.ToString();
    }

    /// <summary>A list of texts: <c>['a', 'b']</c>.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var output = new StringBuilder("[");
        foreach (var text in texts)
        {
            output.Append(output.Length > 1 ? ", " : "");
            Append(output, text);
        }

        return output.Append(']').ToString();
    }

    /// <summary>Name of the Python type a JSON value becomes: str, int, float, bool, list, dict or NoneType.</summary>
    public static string TypeName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "str",
        JsonValueKind.Number => IsInteger(value) ? "int" : "float",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        _ => "NoneType",
    };

    /// <summary>Whether a JSON number is written without point and exponent.</summary>
    public static bool IsInteger(JsonElement number) => !PythonFloat.IsFloat(JsonMarshal.GetRawUtf8Value(number));

    /// <summary>A float as Python prints it: the fewest digits that read back the same, always with a point or an exponent.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        Span<byte> text = stackalloc byte[PythonFloat.MaxLength];
        return Encoding.ASCII.GetString(text[..PythonFloat.Write(value, 2, text)]);
    }

    private static void Append(StringBuilder output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(output, value);
                break;
            case JsonValueKind.Array:
                output.Append('[');
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    output.Append(first ? "" : ", ");
                    Append(output, item);
                    first = false;
                }

                output.Append(']');
                break;
            case JsonValueKind.String:
                Append(output, JsonStrings.Decode(value));
                break;
            case JsonValueKind.Number:
                output.Append(!IsInteger(value) ? Of(value.GetDouble()) : value.GetRawText() is "-0" ? "0" : value.GetRawText());
                break;
            case JsonValueKind.True:
                output.Append("True");
                break;
            case JsonValueKind.False:
                output.Append("False");
                break;
            default:
                output.Append("None");
                break;
        }
    }

    private static void AppendObject(StringBuilder output, JsonElement value)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[JsonStrings.Name(member)] = member.Value;
        }

        output.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            var (name, member) = members.GetAt(i);
            output.Append(i == 0 ? "" : ", ");
            Append(output, name);
            output.Append(": ");
            Append(output, member);
        }

        output.Append('}');
    }

    private static void Append(StringBuilder output, string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        output.Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var code = pair ? char.ConvertToUtf32(c, text[i + 1]) : c;
            if (c == quote || c == '\\')
            {
                output.Append('\\').Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                output.Append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            }
            else if (IsPrintable(code))
            {
                output.Append(text, i, pair ? 2 : 1);
            }
            else
            {
                var format = code < 0x100 ? @"\x{0:x2}" : code < 0x10000 ? @"\u{0:x4}" : @"\U{0:x8}";
                output.AppendFormat(CultureInfo.InvariantCulture, format, code);
            }

            i += pair ? 1 : 0;
        }

        output.Append(quote);
    }

    private static bool IsPrintable(int code) => code == ' ' || CharUnicodeInfo.GetUnicodeCategory(code) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
