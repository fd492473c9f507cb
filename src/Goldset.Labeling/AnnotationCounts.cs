using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>What the annotations and drafts of a project use: the counters of its summary.</summary>
/// <param name="Results"><c>created_annotations</c>: results by <c>from|to|type</c>.</param>
/// <param name="Labels"><c>created_labels</c>: uses of each label, by control.</param>
/// <param name="DraftLabels"><c>created_labels_drafts</c>: the same for drafts.</param>
public sealed record AnnotationCounts(
    IReadOnlyDictionary<string, long> Results,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Labels,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> DraftLabels)
{
    /// <summary>Reads the three counters from the JSON objects the summary keeps.</summary>
    public static AnnotationCounts FromJson(string createdAnnotations, string createdLabels, string createdLabelsDrafts) =>
        new(ReadCounts(Parse(createdAnnotations)), ReadLabels(Parse(createdLabels)), ReadLabels(Parse(createdLabelsDrafts)));

    /// <summary>Splits a key of <see cref="Results"/>.</summary>
    public static (string From, string To, string Type) SplitKey(string key)
    {
        var (first, last) = (key.IndexOf('|', StringComparison.Ordinal), key.LastIndexOf('|'));
        return first < 0 || first == last ? (key, "", "") : (key[..first], key[(first + 1)..last], key[(last + 1)..]);
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(json);

    private static OrderedDictionary<string, long> ReadCounts(JsonElement counts)
    {
        var result = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var member in counts.EnumerateObject())
        {
            result[member.Name] = member.Value.GetInt64();
        }

        return result;
    }

    private static OrderedDictionary<string, IReadOnlyDictionary<string, long>> ReadLabels(JsonElement controls)
    {
        var result = new OrderedDictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var member in controls.EnumerateObject())
        {
            result[member.Name] = ReadCounts(member.Value);
        }

        return result;
    }
}
