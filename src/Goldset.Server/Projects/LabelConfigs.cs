using System.Collections.Concurrent;
using Goldset.Labeling;

namespace Goldset.Server.Projects;

/// <summary>Parsed labeling configs by their text, so that a request does not parse what the last one has parsed.</summary>
public sealed class LabelConfigs
{
    private const int Capacity = 1000;

    private readonly ConcurrentDictionary<string, LabelConfig> parsed = new(StringComparer.Ordinal);

    /// <summary>The model of a stored (hence valid) config.</summary>
    public LabelConfig Get(string xml)
    {
        if (parsed.TryGetValue(xml, out var known)) return known;
        if (parsed.Count >= Capacity) parsed.Clear();
        return parsed.GetOrAdd(xml, LabelConfig.Parse);
    }
}
