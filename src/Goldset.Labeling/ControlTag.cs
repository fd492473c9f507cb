namespace Goldset.Labeling;

/// <summary>What restricts a per-region control: a labels control (<c>tag</c>), a label or a choice, by name.</summary>
public sealed record ControlCondition(string Type, string Name);

/// <summary>A tag that writes results: it has a name and a <c>toName</c> and is no <c>Filter</c>.</summary>
public sealed class ControlTag
{
    private readonly Dictionary<string, ConfigLabel> _labelsByKey;

    internal ControlTag(string name, ConfigElement element, IReadOnlyList<string> toNames, IReadOnlyList<string> indexFlags, IReadOnlyList<ConfigLabel> labels)
    {
        Name = name;
        Element = element;
        ToNames = toNames;
        IndexFlags = indexFlags;
        Labels = labels;
        ResultType = element.Tag.ToLowerInvariant();
        _labelsByKey = labels.ToDictionary(label => label.Key, StringComparer.Ordinal);
        DynamicSource = element.Attribute("value") is { } value && IsPlainReference(value) ? value[1..] : null;
        Condition = element.Attribute("perRegion") == "true" ? FindCondition(element) : null;
    }

    /// <summary>The name results refer to in <c>from_name</c>.</summary>
    public string Name { get; }

    /// <summary>The element that declares it.</summary>
    public ConfigElement Element { get; }

    /// <summary>Tag name as written, e.g. <c>RectangleLabels</c>.</summary>
    public string Type => Element.Tag;

    /// <summary>The tag name in lower case: <c>type</c> of the results.</summary>
    public string ResultType { get; }

    /// <summary>The parts of <c>toName</c>, split at commas, not trimmed.</summary>
    public IReadOnlyList<string> ToNames { get; }

    /// <summary>Index flags of repeaters that occur in <see cref="ToNames"/>; each stands for any text in results.</summary>
    public IReadOnlyList<string> IndexFlags { get; }

    /// <summary>Labels or choices in the order of the configuration, nested ones flattened, one per key.</summary>
    public IReadOnlyList<ConfigLabel> Labels { get; }

    /// <summary>The control belongs to a region (<c>perRegion="true"</c>).</summary>
    public bool PerRegion => Element.Flag("perRegion");

    /// <summary>The control has a value per item of a multi-item object (<c>perItem="true"</c>).</summary>
    public bool PerItem => Element.Flag("perItem");

    /// <summary>What a per-region control depends on; null when it shows for every region.</summary>
    public ControlCondition? Condition { get; }

    /// <summary>Task field that holds the labels (<c>value="$field"</c>, letters and underscores only), or null.</summary>
    public string? DynamicSource { get; }

    /// <summary>Address that serves the choices of a Taxonomy, or null.</summary>
    public string? ApiUrl => Element.Attribute("apiUrl") is { Length: > 0 } url ? url : null;

    /// <summary>Labels come from the task or from an address as well.</summary>
    public bool HasDynamicLabels => DynamicSource is not null || ApiUrl is not null;

    /// <summary>The label stored as <paramref name="key"/>, or null.</summary>
    public ConfigLabel? FindLabel(string key) => _labelsByKey.GetValueOrDefault(key);

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Name}";

    private static bool IsPlainReference(string value)
    {
        if (value.Length < 2 || value[0] != '$')
        {
            return false;
        }

        foreach (var c in value.AsSpan(1))
        {
            if (!char.IsAsciiLetter(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static ControlCondition? FindCondition(ConfigElement element)
    {
        ReadOnlySpan<(string Attribute, string Type)> kinds = [("whenTagName", "tag"), ("whenLabelValue", "label"), ("whenChoiceValue", "choice")];
        foreach (var (attribute, type) in kinds)
        {
            if (element.Attribute(attribute) is { Length: > 0 } name)
            {
                return new ControlCondition(type, name);
            }
        }

        return null;
    }
}
