using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>What one result adds to the counters of its annotation and its project.</summary>
public sealed class ResultSummary
{
    private readonly OrderedDictionary<string, int> _results = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, IReadOnlyDictionary<string, int>> _labels = new(StringComparer.Ordinal);

    private ResultSummary()
    {
    }

    /// <summary>Number of distinct region ids; elements without an id, like relations, count as one more together.</summary>
    public int RegionCount { get; private set; }

    /// <summary>Elements by <c>from|to|type</c>, without relations and pairwise choices.</summary>
    public IReadOnlyDictionary<string, int> Results => _results;

    /// <summary>Uses of each label, by control. Controls that have no labels are there with none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Labels => _labels;

    /// <summary>Counts one result.</summary>
    /// <param name="result">The list of elements. Anything else, and elements that are no objects, counts nothing.</param>
    public static ResultSummary Of(JsonElement result)
    {
        var summary = new ResultSummary();
        if (result.ValueKind != JsonValueKind.Array)
        {
            return summary;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in result.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                ids.Add(element.TryGetProperty("id", out var id) ? PythonRepr.Of(id) : "None");
                summary.Add(element);
            }
        }

        summary.RegionCount = ids.Count;
        return summary;
    }

    private void Add(JsonElement element)
    {
        var (from, to, type) = (Text(element, "from_name"), Text(element, "to_name"), Text(element, "type"));
        if (from is null || to is null || type is null or "relation" or "pairwise")
        {
            return;
        }

        var key = $"{from}|{to}|{type}";
        _results[key] = _results.GetValueOrDefault(key) + 1;
        if (!_labels.TryGetValue(from, out var known))
        {
            _labels[from] = known = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        }

        var labels = (OrderedDictionary<string, int>)known;
        var valueKey = type == "videorectangle" ? "labels" : type;
        if (valueKey != "text" && element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(valueKey, out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var label in type == "taxonomy" ? list.EnumerateArray().SelectMany(Steps) : list.EnumerateArray())
            {
                var name = PythonRepr.Display(label);
                labels[name] = labels.GetValueOrDefault(name) + 1;
            }
        }
    }

    private static IEnumerable<JsonElement> Steps(JsonElement path) => path.ValueKind == JsonValueKind.Array ? path.EnumerateArray() : [path];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonStrings.Decode(value) is { Length: > 0 } text ? text : null;
}
