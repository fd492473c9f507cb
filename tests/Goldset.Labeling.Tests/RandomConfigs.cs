using CsCheck;

namespace Goldset.Labeling.Tests;

/// <summary>An element to print, with what <see cref="ConfigElement"/> should read of it.</summary>
public sealed record RandomElement(string Tag, IReadOnlyList<ConfigAttribute> Attributes, string Text, IReadOnlyList<RandomElement> Children)
{
    /// <summary>As XML.</summary>
    public override string ToString() =>
        $"<{Tag}{string.Concat(Attributes.Select(attribute => $" {attribute.Name}=\"{Escape(attribute.Value)}\""))}>{Escape(Text)}{string.Concat(Children)}</{Tag}>";

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);
}

/// <summary>Labeling configs as nobody would write them: known tags and attributes in any combination.</summary>
internal static class RandomConfigs
{
    private static readonly string[] Tags =
    [
        "View", "Text", "Image", "Audio", "Video", "HyperText", "Paragraphs", "Table", "List", "TimeSeries", "Channel", "Choices", "Choice", "Labels", "Label", "RectangleLabels",
        "Rectangle", "PolygonLabels", "KeyPointLabels", "EllipseLabels", "BrushLabels", "TextArea", "Rating", "Number", "DateTime", "Taxonomy", "Ranker", "Bucket", "Pairwise",
        "Relations", "Relation", "Repeater", "TimelineLabels", "VideoRectangle", "TimeSeriesLabels", "ParagraphLabels", "HyperTextLabels", "MagicWand", "Bitmask", "Chat",
        "ReactCode", "Header", "Style", "Shortcut", "Filter", "Collapse", "Pdf", "Vector", "Unknown", "rectanglelabels",
    ];

    private static readonly string[] Names =
    [
        "name", "toName", "value", "valueList", "valueType", "alias", "on", "whenTagName", "whenLabelValue", "whenChoiceValue", "visibleWhen", "perRegion", "required", "choice",
        "allowNested", "maxRating", "min", "max", "step", "format", "showInline", "hotkey", "background", "category", "indexFlag", "mode", "columns", "elementValue", "sep", "frameRate",
    ];

    private static readonly string[] Values =
    [
        "a", "b", "c", "a,b", "$text", "$data.image[0]", "$items", "{{idx}}", "a_{{idx}}", "true", "false", "", " ", "1", "-1", "1e400", "url", "csv", "json", "region-selected",
        "choice-selected", "multiple", "%Y-%m-%d", "$", "$$", "none",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(RandomJson.AnyOf(Values), Gen.String[Gen.Char["abcé$&<>\"'{}[].,\n 0"], 0, 6]);

    private static readonly Gen<ConfigAttribute> Attribute = Gen.Select(RandomJson.AnyOf(Names), Text, (name, value) => new ConfigAttribute(name, value));

    /// <summary>An element with elements below it.</summary>
    public static readonly Gen<RandomElement> Element = Gen.Recursive<RandomElement>((depth, self) => Gen.Select(
        RandomJson.AnyOf(Tags), Attribute.List[0, 5], Text, depth > 3 ? Gen.Const(new List<RandomElement>()) : self.List[0, 4],
        (tag, attributes, text, children) => new RandomElement(tag, [.. attributes.DistinctBy(attribute => attribute.Name)], text.Trim(), children)));

    /// <summary>Some of them with a root as it should be, so that more of them are accepted.</summary>
    public static readonly Gen<RandomElement> Config = Gen.Select(Element.List[1, 4], children => new RandomElement("View", [], "", children));
}
