using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Items;

/// <summary>
/// The simplified value that JSON_MIN and the tables give a control: the single choice or text itself where there is but
/// one, the list of value objects otherwise.
/// </summary>
internal static class ControlText
{
    private static readonly string[] Collapsing = ["Choices", "TextArea"];

    /// <summary>The whole value as a string, where it is one; null otherwise.</summary>
    public static JsonElement? AsString(ControlOutput output) =>
        IsSingle(output) && Simple(output.Values[0]) is { ValueKind: JsonValueKind.String } text ? text : null;

    /// <summary>Writes the value.</summary>
    public static void Write(ControlOutput output, JsonTextWriter writer)
    {
        if (IsSingle(output))
        {
            Write(output.Values[0], writer);
            return;
        }

        writer.StartArray();
        foreach (var value in output.Values)
        {
            Write(value, writer);
        }

        writer.EndArray();
    }

    private static bool IsSingle(ControlOutput output) => output.Values.Count == 1 && Collapsing.Contains(output.Values[0].Tag);

    private static void Write(in RegionValue region, JsonTextWriter writer)
    {
        if (Simple(region) is { ValueKind: not JsonValueKind.Undefined } simple)
        {
            writer.Value(JsonMarshal.GetRawUtf8Value(simple));
        }
        else
        {
            WriteObject(region, writer);
        }
    }

    /// <summary>The only choice, the only text, the chat message; undefined where the value stays an object.</summary>
    private static JsonElement Simple(in RegionValue region) => region.Tag switch
    {
        "Choices" => Only(JsonStrings.Find(region.Value, "choices"u8)),
        "TextArea" => Only(JsonStrings.Find(region.Value, "text"u8)),
        RegionValue.ChatMessage => JsonStrings.Find(region.Value, "chatmessage"u8),
        _ => default,
    };

    /// <summary>The element of a list of one, or a text of one character.</summary>
    private static JsonElement Only(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array when list.GetArrayLength() == 1 => list[0],
        JsonValueKind.String when IsOneCharacter(JsonStrings.Decode(list)) => list,
        _ => default,
    };

    private static bool IsOneCharacter(string text) =>
        text.Length == 1 || (text.Length == 2 && Rune.TryGetRuneAt(text, 0, out var rune) && rune.Utf16SequenceLength == 2);

    /// <summary>The value object with the image's size; a key <c>type</c> of its own gives way to the tag and is not written.</summary>
    private static void WriteObject(in RegionValue region, JsonTextWriter writer)
    {
        var (width, height) = (region.OriginalWidth, region.OriginalHeight);
        writer.StartObject();
        foreach (var property in region.Value.EnumerateObject())
        {
            if (JsonStrings.IsNamed(property, "type"u8))
            {
                continue;
            }

            var value = property.Value;
            if (JsonStrings.IsNamed(property, "original_width"u8))
            {
                value = Take(ref width, value);
            }
            else if (JsonStrings.IsNamed(property, "original_height"u8))
            {
                value = Take(ref height, value);
            }

            writer.RawName(JsonMarshal.GetRawUtf8PropertyName(property));
            writer.Value(JsonMarshal.GetRawUtf8Value(value));
        }

        WriteSize("original_width"u8, width, writer);
        WriteSize("original_height"u8, height, writer);
        writer.EndObject();
    }

    private static JsonElement Take(ref JsonElement size, JsonElement otherwise)
    {
        var value = size.ValueKind == JsonValueKind.Undefined ? otherwise : size;
        size = default;
        return value;
    }

    private static void WriteSize(ReadOnlySpan<byte> name, JsonElement size, JsonTextWriter writer)
    {
        if (size.ValueKind != JsonValueKind.Undefined)
        {
            writer.RawName(name);
            writer.Value(JsonMarshal.GetRawUtf8Value(size));
        }
    }
}
