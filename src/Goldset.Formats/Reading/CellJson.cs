using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Goldset.Formats.Reading;

/// <summary>Cells of a Parquet table as JSON.</summary>
internal static class CellJson
{
    private const int MaxDepth = 200;

    /// <summary>The list or object that a text is; null when it is none.</summary>
    public static JsonElement? Parse(string text)
    {
        if (text is not ['[' or '{', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A text that only begins like one.
            return null;
        }
    }

    /// <summary>Writes a cell.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">What the library read.</param>
    /// <param name="mayBeJson">Texts that are lists or objects are written as such.</param>
    public static void Write(Utf8JsonWriter writer, object? value, bool mayBeJson)
    {
        switch (value)
        {
            case null or double.NaN or float.NaN or double.PositiveInfinity or double.NegativeInfinity:
                writer.WriteNullValue();
                break;
            case string text when mayBeJson && Parse(text) is { } json:
                json.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double or float:
                writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or System.Numerics.BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-ddTHH:mm:ss.FFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
                    Write(writer, entry.Value, mayBeJson: false);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item, mayBeJson: false);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
