using System.Globalization;
using System.Text;
using CsCheck;

namespace Goldset.Formats.Tests;

/// <summary>Generators of tasks as clients send them at their worst: any JSON in any place of a result, any text anywhere.</summary>
internal static class RandomTasks
{
    /// <summary>Controls of every kind the writers treat in a way of its own, one of them with the name of a column.</summary>
    public const string Config = """
        <View>
          <Text name="text" value="$text"/>
          <Chat name="chat" value="$messages"/>
          <Video name="video" value="$video"/>
          <Choices name="choice" toName="text"><Choice value="a"/></Choices>
          <TextArea name="note" toName="text"/>
          <TextArea name="lead_time" toName="text"/>
          <VideoRectangle name="track" toName="video"/>
          <Repeater on="$pages" indexFlag="{{idx}}">
            <Image name="page_{{idx}}" value="$pages[{{idx}}].url"/>
            <RectangleLabels name="box_{{idx}}" toName="page_{{idx}}"><Label value="L"/></RectangleLabels>
          </Repeater>
        </View>
        """;

    /// <summary>Text with what separators, quotes and encodings trip over, half surrogate pairs included.</summary>
    public static readonly Gen<string> Text =
        Gen.OneOf("a", "Z", "é", "😀", "\uFF5E", "\ud800", "\udc00", "\"", "\\", "/", ",", "\t", "\r\n", "\n", "'", "\u0000", "\u2028", "_", "=").Array[0, 8]
            .Select(string.Concat);

    public static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("text", "type", "choices", "chatmessage", "role", "content", "sequence", "frame", "time", "x", "original_width", "id", "choice", "lead_time"),
        Text);

    /// <summary>Any number JSON can write.</summary>
    public static readonly Gen<string> Number = Gen.OneOf(
        Gen.Long.Select(value => value.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
        Gen.OneOf("-0", "0.0", "-0.0", "1e400", "-1E-400", "1e16", "5E-324", "12345678901234567890123", "1.0", "100E-2", "3"));

    /// <summary>Any JSON value.</summary>
    public static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) =>
    {
        var scalar = Gen.OneOf(Text.SelectMany(Quote), Number, Gen.OneOf("true", "false", "null"));
        return depth > 2
            ? scalar
            : Gen.Frequency((3, scalar), (1, inner.Array[0, 3].Select(Array)), (1, Object(Gen.Select(Name.SelectMany(Quote), inner))));
    });

    /// <summary>Text with its JSON.</summary>
    public static readonly Gen<(string Text, string Json)> Quoted = Text.SelectMany(text => Quote(text).Select(json => (text, json)));

    private static readonly Gen<string> Value = Gen.OneOf(
        Json,
        Object(Gen.Select(Name.SelectMany(Quote), Json)),
        Json.Array[0, 2].Select(list => $$"""{"choices":{{Array(list)}}}"""),
        Json.Array[0, 2].Select(list => $$"""{"text":{{Array(list)}},"type":1}"""),
        Gen.Select(Json, Json).Select((role, content) => $$"""{"chatmessage":{"role":{{role}},"content":{{content}} } }"""),
        Gen.Select(Gen.Int[-3, 40], Gen.OneOf(Frame, Json).Array[0, 4]).Select((frames, list) => $$"""{"framesCount":{{frames}},"duration":2.5,"sequence":{{Array(list)}}}"""));

    private static readonly Gen<string> Region = Gen.Frequency(
        (1, Json),
        (8, Gen.Select(
                Gen.OneOf(Gen.OneOf("choice", "note", "lead_time", "track", "box_0", "box_12", "chat", "unknown").SelectMany(Quote), Json),
                Gen.OneOf(Gen.OneOf("choices", "textarea", "videorectangle", "VideoRectangle", "chatmessage", "relation").SelectMany(Quote), Json),
                Value,
                Json)
            .Select((from, type, value, size) => $$"""{"from_name":{{from}},"type":{{type}},"value":{{value}},"original_width":{{size}}}""")));

    private static readonly Gen<string> Annotation = Gen.Select(
            Gen.Int[1, 999],
            Gen.OneOf(Region.Array[0, 6].Select(Array), Json),
            Gen.Bool,
            Gen.OneOf(Json, Gen.OneOf("\"2024-01-01T00:00:00Z\"", "\"2024-01-02T00:00:00Z\"")),
            Json)
        .Select((id, result, skipped, created, author) =>
            $$"""{"id":{{id}},"completed_by":{{author}},"result":{{result}},"was_cancelled":{{(skipped ? "true" : "false")}},"created_at":{{created}},"history":[]}""");

    /// <summary>Any exported task.</summary>
    public static readonly Gen<string> Task = Gen.Select(Gen.Int[1, 999], Object(Gen.Select(Name.SelectMany(Quote), Json)), Gen.OneOf(Annotation.Array[0, 3].Select(Array), Json))
        .Select((id, data, annotations) => $$"""{"id":{{id}},"annotations":{{annotations}},"data":{{data}},"meta":{} }""");

    /// <summary>A string as JSON, its special characters escaped or, where JSON allows it, plain.</summary>
    public static Gen<string> Quote(string text) => Gen.Bool.Select(escaped =>
    {
        var json = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (!escaped && i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                json.Append(text, i++, 2);
            }
            else if (text[i] is '"' or '\\' or < ' ' || char.IsSurrogate(text[i]) || (escaped && text[i] > 'z'))
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            }
            else
            {
                json.Append(text[i]);
            }
        }

        return json.Append('"').ToString();
    });

    private static Gen<string> Frame => Gen.Select(Gen.Int[1, 12], Gen.Bool, Number)
        .Select((frame, enabled, x) => $$"""{"frame":{{frame}},"enabled":{{(enabled ? "true" : "false")}},"x":{{x}},"time":{{frame}}e-1}""");

    private static string Array(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static Gen<string> Object(Gen<(string Name, string Value)> property) =>
        property.Array[0, 4].Select(properties => $"{{{string.Join(',', properties.Select(p => $"{p.Name}:{p.Value}"))}}}");
}
