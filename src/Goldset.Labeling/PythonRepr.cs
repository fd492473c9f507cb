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
    public static string Display(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonText.StringOf(value) : Of(value);

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
    public static bool IsInteger(JsonElement number) => JsonMarshal.GetRawUtf8Value(number).IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;

    /// <summary>A float as Python prints it: the fewest digits that read back the same, always with a point or an exponent.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 16; precision++)
        {
            var shorter = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture).Equals(value))
            {
                text = shorter;
                break;
            }
        }

        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        var negative = text[0] == '-';
        var digits = text.AsSpan(negative ? 1 : 0, mark - (negative ? 1 : 0)).ToString().Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return Layout(negative, digits.Length == 0 ? "0" : digits, exponent);
    }

    private static string Layout(bool negative, string digits, int exponent)
    {
        var result = new StringBuilder(negative ? "-" : "");
        if (exponent is < -4 or >= 16)
        {
            result.Append(digits[0]);
            if (digits.Length > 1)
            {
                result.Append('.').Append(digits, 1, digits.Length - 1);
            }

            var size = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
            return result.Append(exponent < 0 ? "e-" : "e+").Append(size).ToString();
        }

        if (exponent < 0)
        {
            return result.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        }

        var whole = Math.Min(digits.Length, exponent + 1);
        result.Append(digits, 0, whole).Append('0', exponent + 1 - whole).Append('.');
        return (whole < digits.Length ? result.Append(digits, whole, digits.Length - whole) : result.Append('0')).ToString();
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
                Append(output, JsonText.StringOf(value));
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
            members[JsonText.NameOf(member)] = member.Value;
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
