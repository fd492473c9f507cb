using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>Replaces what differs from run to run in a text (time stamps, tokens, ids in paths and messages) by a fixed word.</summary>
internal static partial class VolatileText
{
    private const string Time = @"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(Z|[+-]00:?00)?";

    /// <summary>The text with every volatile part replaced.</summary>
    public static string Normalize(string text)
    {
        text = Jwt().Replace(Hex40().Replace(text, "<token>"), "<jwt>");
        text = Uuid().Replace(text, "<uuid>");
        text = ExportStamp().Replace(text, "at-<stamp>");
        text = UploadPrefix().Replace(text, "<hash>-");
        text = UniqueLockId().Replace(TimeStamp().Replace(text, "<time>"), "<uid>");
        return IdInText().Replace(MemoryAddress().Replace(text, "0x"), "<n>");
    }

    /// <summary>
    /// The form of a time stamp: its separator and zone, which must be equal while the digits may differ.
    /// Null when the text is no time stamp.
    /// </summary>
    public static string? TimeForm(string text)
    {
        var match = WholeTimeStamp().Match(text);
        return match.Success ? text[10] + match.Groups[1].Value : null;
    }

    /// <summary>A comma separated list whose order and numbers are chance.</summary>
    public static string NormalizeJoined(string text)
    {
        var parts = text.Split(',').Select(part => WholeNumber().Replace(part.Trim(), "<n>")).Order(StringComparer.Ordinal);
        return string.Join(',', parts);
    }

    [GeneratedRegex(Time)]
    private static partial Regex TimeStamp();

    [GeneratedRegex(@"\A" + Time + @"\z")]
    private static partial Regex WholeTimeStamp();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"at-\d{4}-\d\d-\d\d-\d\d-\d\d(-[0-9a-f]{8}(_[A-Za-z0-9]{7})?)?")]
    private static partial Regex ExportStamp();

    [GeneratedRegex(@"\b[0-9a-f]{8}-(?=[\w ().%-]+\.\w+)")]
    private static partial Regex UploadPrefix();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?|\{\{jwt\}\}")]
    private static partial Regex Jwt();

    [GeneratedRegex(@"\b[0-9a-f]{40}\b|\{\{hex40\}\}")]
    private static partial Regex Hex40();

    [GeneratedRegex(@"^\d+\.\d{10}$")]
    private static partial Regex UniqueLockId();

    [GeneratedRegex("0x[0-9a-f]{6,}")]
    private static partial Regex MemoryAddress();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(
        @"(?<=/)\d+(?=[/?]|$)|(?<=project-)\d+|(?<=project=)\d+|(?<=pk=)\d+|(?<=ids=)\d+(?:(?:%2C|,)\d+)*|(?<=task=)\d+" +
        @"|(?<=first ID: )\d+|(?<=ID )\d+|(?<=id=)\d+|(?<=_id': )\d+|(?<=\.com, )\d+$")]
    private static partial Regex IdInText();
}
