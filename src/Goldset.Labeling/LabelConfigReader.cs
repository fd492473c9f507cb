namespace Goldset.Labeling;

/// <summary>Walks the element tree once, in document order, and collects controls, objects, data keys and index flags.</summary>
internal sealed class LabelConfigReader
{
    private readonly List<string> _indexFlags = [];
    private readonly OrderedDictionary<string, Control> _controls = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, ObjectTag> _objects = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> _dataTypes = new(StringComparer.Ordinal);

    public IReadOnlyList<string> IndexFlags => _indexFlags;

    public IReadOnlyList<ObjectTag> Objects() => [.. _objects.Values];

    public IReadOnlyList<KeyValuePair<string, string>> DataTypes() => [.. _dataTypes];

    public IReadOnlyList<ControlTag> Controls() =>
        [.. _controls.Select(pair => new ControlTag(pair.Key, pair.Value.Element, pair.Value.ToNames, pair.Value.Flags, [.. pair.Value.Labels.Values]))];

    public void Read(ConfigElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("indexFlag") is { } flag)
            {
                _indexFlags.Add(flag);
            }

            ReadTag(element);
            if (element != root)
            {
                ReadDataType(element);
            }
        }
    }

    private void ReadTag(ConfigElement element)
    {
        if (element.Attribute("name") is { Length: > 0 } name)
        {
            if (element.Tag != "Filter" && element.Attribute("toName") is { Length: > 0 } toName)
            {
                string[] toNames = toName.Split(',');
                string[] flags = [.. _indexFlags.Where(flag => toNames.Any(to => to.Contains(flag, StringComparison.Ordinal))).Distinct()];
                // The labels of an earlier control with this name stay: they are kept by name, not by element.
                var labels = _controls.TryGetValue(name, out var earlier) ? earlier.Labels : new(StringComparer.Ordinal);
                _controls[name] = new Control(element, toNames, flags, labels);
            }
            else if (element.Attribute("value") is { Length: > 0 } || element.Attribute("valueList") is { Length: > 0 })
            {
                _objects[name] = new ObjectTag(name, element);
            }
        }

        if (element.Tag is "Label" or "Choice" or "Relation")
        {
            ReadLabel(element);
        }
    }

    private void ReadLabel(ConfigElement element)
    {
        for (var parent = element.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Attribute("name") is { } name && _controls.TryGetValue(name, out var control))
            {
                ReadOnlySpan<string> keys = ["alias", "value", "valueList"];
                foreach (var attribute in keys)
                {
                    if (element.Attribute(attribute) is { Length: > 0 } key)
                    {
                        control.Labels[key] = new ConfigLabel(key, element);
                        return;
                    }
                }

                return;
            }
        }
    }

    private void ReadDataType(ConfigElement element)
    {
        if (element.Attribute("value") is not { } value || element.Attribute("name") is not { Length: > 0 })
        {
            return;
        }

        string key;
        if (value.Length > 1 && value[0] == '$')
        {
            key = value[1..];
        }
        else if (LabelConfig.EmbeddedReference().Match(value) is { Success: true } match)
        {
            key = match.Groups[1].Value;
        }
        else
        {
            return;
        }

        if (!_dataTypes.TryGetValue(key, out var known) || known != "Video")
        {
            _dataTypes[key] = element.Tag;
        }
    }

    private sealed record Control(ConfigElement Element, string[] ToNames, string[] Flags, OrderedDictionary<string, ConfigLabel> Labels);
}
