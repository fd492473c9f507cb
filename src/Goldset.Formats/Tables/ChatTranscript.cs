using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

namespace Goldset.Formats.Tables;

/// <summary>A conversation as plain text, a line per message.</summary>
internal static class ChatTranscript
{
    /// <summary>Whether the output is a conversation.</summary>
    public static bool Has(ControlOutput output) => output.Values.Exists(value => value.Tag == RegionValue.ChatMessage);

    /// <summary><c>role: content</c> of each message; what a message lacks is left away with its blank.</summary>
    public static string Of(ControlOutput output) => string.Join('\n', output.Values.Select(Line));

    private static string Line(RegionValue value)
    {
        var message = JsonStrings.Find(value.Value, "chatmessage"u8);
        var role = Text(JsonStrings.Find(message, "role"u8));
        var content = Text(JsonStrings.Find(message, "content"u8));
        return role.Length == 0 ? content : content.Length == 0 ? $"{role}:" : $"{role}: {content}";
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonStrings.Decode(value),
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
