using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Goldset.Server.Import.Files;

/// <summary>
/// A column of a table, whose type is that of all its values: whole numbers, numbers, switches, or else texts. A column of whole
/// numbers with blanks is one of numbers. What stands for "no value" in data tools becomes an empty text.
/// </summary>
internal sealed class TableColumn(string name)
{
    private static readonly byte[][] Blanks =
    [
        .. new[] { "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    private readonly JsonEncodedText name = JsonEncodedText.Encode(name, Http.Json.Writer.Encoder);
    private bool hasBlanks;
    private bool hasValues;
    private bool integers = true;
    private bool longs = true;
    private bool unsigned = true;
    private bool floats = true;
    private bool switches = true;

    private enum ValueType
    {
        Text,
        Long,
        Unsigned,
        Float,
        Switch,
    }

    private ValueType Type => !hasValues ? ValueType.Text
        : integers ? (longs ? hasBlanks ? ValueType.Float : ValueType.Long : unsigned && !hasBlanks ? ValueType.Unsigned : ValueType.Text)
        : floats ? ValueType.Float
        : switches ? ValueType.Switch
        : ValueType.Text;

    /// <summary>Takes note of a value, in the first pass over the table.</summary>
    public void Observe(ReadOnlySpan<byte> value)
    {
        if (IsBlank(value))
        {
            hasBlanks = true;
            return;
        }
        hasValues = true;
        if (!integers && !floats && !switches) return;
        if (integers)
        {
            integers = IsInteger(value);
            if (integers)
            {
                longs &= TryLong(value, out _);
                unsigned &= TryUnsigned(value, out _);
            }
        }
        floats = floats && TryFloat(value, out _);
        switches = switches && TrySwitch(value, out _);
    }

    /// <summary>Writes the column's name with a value, in the second pass.</summary>
    public void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> value)
    {
        writer.WritePropertyName(name);
        if (IsBlank(value)) writer.WriteStringValue(""u8);
        else if (Type == ValueType.Long && TryLong(value, out var number)) writer.WriteNumberValue(number);
        else if (Type == ValueType.Unsigned && TryUnsigned(value, out var large)) writer.WriteNumberValue(large);
        else if (Type == ValueType.Float && TryFloat(value, out var real)) WriteFloat(writer, real);
        else if (Type == ValueType.Switch && TrySwitch(value, out var flag)) writer.WriteBooleanValue(flag);
        else writer.WriteStringValue(value);
    }

    /// <summary>A number that readers who tell whole numbers from others take for the latter: 1 is <c>1.0</c>.</summary>
    public static void WriteFloat(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny((byte)'.', (byte)'E') < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static bool IsBlank(ReadOnlySpan<byte> value)
    {
        if (value.Length > 8) return false;
        foreach (var blank in Blanks)
            if (value.SequenceEqual(blank)) return true;
        return false;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim(" \t"u8);

    private static bool IsInteger(ReadOnlySpan<byte> value)
    {
        value = Trim(value);
        if (value is [(byte)'+' or (byte)'-', ..]) value = value[1..];
        return value.Length > 0 && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private static bool TryLong(ReadOnlySpan<byte> value, out long number)
    {
        value = Trim(value);
        return Utf8Parser.TryParse(value, out number, out var read) && read == value.Length;
    }

    private static bool TryUnsigned(ReadOnlySpan<byte> value, out ulong number)
    {
        value = Trim(value);
        if (value is [(byte)'+', ..]) value = value[1..];
        return Utf8Parser.TryParse(value, out number, out var read) && read == value.Length;
    }

    private static bool TryFloat(ReadOnlySpan<byte> value, out double number) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TrySwitch(ReadOnlySpan<byte> value, out bool flag)
    {
        flag = Ascii.EqualsIgnoreCase(value, "true"u8);
        return flag || Ascii.EqualsIgnoreCase(value, "false"u8);
    }
}
