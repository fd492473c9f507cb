using System.Text;

namespace Goldset.Labeling;

/// <summary>The kinds of JSON value, as Python sees them.</summary>
[Flags]
internal enum DataKinds : byte
{
    None = 0,
    Text = 1,
    Integer = 2,
    Float = 4,
    List = 8,
    Object = 16,
    Null = 32,
}

/// <summary>What one field of the task data must be.</summary>
internal sealed class DataTypeRule
{
    private DataTypeRule(string key, string tag, DataKinds accepted, string acceptedNames)
    {
        Key = key;
        Tag = tag;
        Accepted = accepted;
        AcceptedNames = acceptedNames;
        Path = key.Split('.');
        Utf8Path = Array.ConvertAll(Path, Encoding.UTF8.GetBytes);
    }

    /// <summary>The field, cut off at the first bracket.</summary>
    public string Key { get; }

    /// <summary>The tag that shows it.</summary>
    public string Tag { get; }

    /// <summary>The steps from the data to the field.</summary>
    public string[] Path { get; }

    public byte[][] Utf8Path { get; }

    public DataKinds Accepted { get; }

    /// <summary>The accepted types as the API lists them.</summary>
    public string AcceptedNames { get; }

    public static DataTypeRule Create(string key, string tag)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        (DataKinds Kind, string Name)[] text = [(DataKinds.Text, "str")];
        (DataKinds Kind, string Name)[] list = [(DataKinds.List, "list")];
        (DataKinds Kind, string Name)[] numbers = [(DataKinds.Integer, "int"), (DataKinds.Float, "float")];
        (DataKinds Kind, string Name)[] accepted = bracket >= 0 ? list : tag switch
        {
            "Text" => [.. text, .. numbers, .. list],
            "Header" => [.. text, .. numbers],
            "Image" => [.. text, .. list],
            "Paragraphs" or "Chat" or "List" or "Ranker" => [.. list, .. text],
            "Table" or "TimeSeries" or "TimeSeriesChannel" => [(DataKinds.Object, "dict"), .. list, .. text],
            "Choices" or "Labels" or "PolygonLabels" or "BrushLabels" or "EllipseLabels" or "HyperTextLabels" or "KeyPointLabels"
                or "ParagraphLabels" or "RectangleLabels" or "TimeSeriesLabels" => [.. text, .. list],
            "Taxonomy" => [.. text, .. list, (DataKinds.Null, "NoneType")],
            _ => text,
        };
        return new DataTypeRule(
            bracket >= 0 ? key[..bracket] : key,
            tag,
            accepted.Aggregate(DataKinds.None, (kinds, one) => kinds | one.Kind),
            PythonRepr.Of(accepted.Select(one => one.Name)));
    }
}
