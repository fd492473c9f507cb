namespace Goldset.Labeling;

/// <summary>The rules a configuration must meet before a project takes it. The texts of the refusals are part of the API.</summary>
public static class LabelConfigValidator
{
    /// <summary>
    /// Checks a configuration by itself: well-formed XML without document type, the attributes the common tags need, unique names,
    /// and targets that exist. White space around it is cut off.
    /// </summary>
    /// <returns>The parsed configuration.</returns>
    /// <exception cref="LabelConfigException">The first rule that fails.</exception>
    public static LabelConfig Validate(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        xml = xml.Trim();
        if (xml.Length == 0)
        {
            throw new LabelConfigException("no element found: line 1, column 0");
        }

        var config = LabelConfig.Parse(xml);
        if (RequiredAttributes.FindFault(config.Root) is { } fault)
        {
            throw new LabelConfigException(fault);
        }

        CheckNames(config.Root);
        return config;
    }

    /// <summary>
    /// Whether a new configuration changes what results mean: a control that was not there, one with another type or other inputs,
    /// or one that lost labels. A control that disappears is no such change.
    /// </summary>
    public static bool EssentialDataChanged(LabelConfig updated, LabelConfig current) => updated.Controls.Any(control =>
        current.FindControl(control.Name) is not { } old
        || old.Type != control.Type
        || !Inputs(updated, control).SequenceEqual(Inputs(current, old))
        || old.Labels.Any(label => control.FindLabel(label.Key) is null));

    /// <summary>
    /// Checks a new configuration against what annotations and drafts of the project hold. Not to be called for a project without
    /// tasks, or with neither annotations nor drafts: those take any configuration (and their counts start anew).
    /// </summary>
    /// <param name="updated">The new configuration.</param>
    /// <param name="used">What the project's annotations and drafts use.</param>
    /// <param name="strict">Refuse also when labels in use disappear: the validate request does, saving a project does not.</param>
    /// <param name="customLabels">Labels that annotators added themselves, by control; allowed when there is a Taxonomy.</param>
    /// <exception cref="LabelConfigException">Annotations would no longer fit.</exception>
    public static void CheckUse(
        LabelConfig updated, AnnotationCounts used, bool strict, IReadOnlyDictionary<string, IReadOnlySet<string>>? customLabels = null)
    {
        if (updated.DataTypes.Count == 0 || !updated.HasControlTags)
        {
            return;
        }

        CheckResults(updated, used);
        var pooled = updated.Controls.Any(control => control.Type == "VideoRectangle");
        var taxonomy = updated.Controls.Any(control => control.Type == "Taxonomy");
        foreach (var name in used.Labels.Keys.Union(used.DraftLabels.Keys))
        {
            CheckLabels(updated, used, name, strict, pooled, taxonomy ? customLabels?.GetValueOrDefault(name) : null);
        }
    }

    private static void CheckNames(ConfigElement root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("name") is { } name && !names.Add(name))
            {
                throw new LabelConfigException("Label config contains non-unique names");
            }
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var target in element.Attribute("toName")?.Split(',') ?? [])
            {
                if (!names.Contains(target))
                {
                    var known = PythonRepr.Of(names.Order(StringComparer.Ordinal));
                    throw new LabelConfigException($"toName=\"{target}\" not found in names: {known}");
                }
            }
        }
    }

    private static IEnumerable<(string, string?, string, bool)> Inputs(LabelConfig config, ControlTag control) =>
        from name in control.ToNames
        let input = config.FindObject(name)
        where input is not null
        select (input.Type, input.ValueType, input.DataKey, input.Value is null);

    private static void CheckResults(LabelConfig updated, AnnotationCounts used)
    {
        var written = updated.Controls.Select(control => $"{control.Name}|{string.Join(',', control.ToNames)}|{control.ResultType}").ToHashSet();
        var offences = new List<string>();
        foreach (var (key, count) in used.Results)
        {
            var (from, to, type) = AnnotationCounts.SplitKey(key);
            if (written.Contains(key) || type == "textarea" || (type == "chatmessage" && from == to))
            {
                continue;
            }

            if (!updated.Controls.Any(control => RepeaterName.Matches(control.Name, updated.IndexFlags, from))
                || !updated.Controls.Any(control => Targets(updated, control, to))
                || updated.Controls.All(control => control.ResultType != type))
            {
                offences.Add($"{count} with from_name={from}, to_name={to}, type={type}");
            }
        }

        if (offences.Count > 0)
        {
            throw new LabelConfigException("Created annotations are incompatible with provided labeling schema, we found:\n" + string.Join('\n', offences));
        }
    }

    private static bool Targets(LabelConfig config, ControlTag control, string to) =>
        control.ToNames.Any(name => RepeaterName.Matches(name, config.IndexFlags, to)) || string.Join(',', control.ToNames) == to;

    private static void CheckLabels(
        LabelConfig updated, AnnotationCounts used, string name, bool strict, bool pooled, IReadOnlySet<string>? custom)
    {
        var annotated = used.Labels.GetValueOrDefault(name);
        var drafted = used.DraftLabels.GetValueOrDefault(name);
        var labels = (annotated?.Keys ?? []).Union(drafted?.Keys ?? []).ToList();
        var control = updated.FindControl(name) is { } exact && (exact.Labels.Count > 0 || exact.HasDynamicLabels)
            ? exact
            : updated.Controls.FirstOrDefault(one => one.IndexFlags.Count > 0 && RepeaterName.Matches(one.Name, updated.IndexFlags, name));
        if (control is null)
        {
            if (labels.Count > 0)
            {
                var count = (annotated?.Values.Sum() ?? 0) + (drafted?.Values.Sum() ?? 0);
                throw new LabelConfigException($"There are {count} annotation(s) created with tag \"{name}\", you can't remove it");
            }

            return;
        }

        if (!strict || control.HasDynamicLabels)
        {
            return;
        }

        var lost = labels.Where(label => control.FindLabel(label) is null && custom?.Contains(label) != true
            && !(pooled && updated.Controls.Any(one => one.FindLabel(label) is not null))).ToList();
        if (lost.Count > 0)
        {
            var lines = lost.Select(label => $"{label} ({Uses(annotated?.GetValueOrDefault(label) ?? 0, drafted?.GetValueOrDefault(label) ?? 0)})\n");
            throw new LabelConfigException(
                $"These labels still exist in annotations or drafts:\n{string.Concat(lines)}Please add labels to tag with name=\"{name}\".");
        }
    }

    private static string Uses(long annotations, long drafts)
    {
        IEnumerable<string> parts = [.. Count(annotations, "annotation"), .. Count(drafts, "draft")];
        return string.Join(", ", parts);

        static string[] Count(long number, string what) => number == 0 ? [] : [$"{number} {what}{(number == 1 ? "" : "s")}"];
    }
}
