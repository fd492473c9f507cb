using System.Xml;
using System.Xml.Linq;
using Goldset.Labeling;

namespace Goldset.Formats.Reading;

/// <summary>Which controls of a labeling configuration take the annotations of a dataset, and what the configuration lacks for it.</summary>
public sealed class DatasetBinding
{
    private static readonly Dictionary<string, string> Geometries = new(StringComparer.Ordinal)
    {
        ["RectangleLabels"] = "Rectangle", ["PolygonLabels"] = "Polygon", ["KeyPointLabels"] = "KeyPoint", ["BrushLabels"] = "Brush",
    };

    private readonly LabelConfig _config;
    private readonly Dictionary<ImpliedControl, IReadOnlyList<ControlTag>> _controls = [];
    private readonly List<MissingLabels> _missing = [];

    private DatasetBinding(LabelConfig config) => _config = config;

    /// <summary>What the configuration lacks; empty when the annotations fit.</summary>
    public IReadOnlyList<MissingLabels> Missing => _missing;

    /// <summary>Binds what a dataset needs to a configuration. Labels that no annotation carries do not count.</summary>
    public static DatasetBinding Of(ImpliedConfig implied, LabelConfig config)
    {
        var binding = new DatasetBinding(config);
        foreach (var control in implied.Controls)
        {
            binding.Bind(control);
        }

        return binding;
    }

    /// <summary>The configuration with all that was missing: labels at the end of their controls, controls at the end.</summary>
    public string Extended()
    {
        using var text = new StringReader(_config.Xml);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var missing in _missing)
        {
            var element = missing.Control is null ? null : document.Descendants().FirstOrDefault(e => (string?)e.Attribute("name") == missing.Control.Name && e.Name == missing.Control.Type);
            if (element is not null)
            {
                var next = missing.Control!.Labels.Count;
                var labels = missing.Needs.Labels.Where(label => missing.Labels.Contains(label.Name));
                element.Add(labels.Select(label => ImpliedConfig.ToElement(missing.Control.Type, label, next++)));
                continue;
            }

            var shown = ObjectFor(missing.Needs.Object);
            if (shown is null && !document.Descendants().Any(e => (string?)e.Attribute("name") == missing.Needs.Object.Name))
            {
                document.Root!.Add(ImpliedConfig.ToElement(missing.Needs.Object));
            }

            var added = ImpliedConfig.ToElement(missing.Needs);
            added.SetAttributeValue("toName", shown?.Name ?? missing.Needs.Object.Name);
            document.Root!.Add(added);
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The data key that shows an object of the dataset.</summary>
    internal string DataKey(ImpliedObject shown) => ObjectFor(shown)?.DataKey ?? shown.DataKey;

    /// <summary>The control for a label: the one that has it, of several.</summary>
    internal BoundControl Find(ImpliedControl control, string label)
    {
        if (!_controls.TryGetValue(control, out var candidates) || candidates.Count == 0)
        {
            return new BoundControl(control.Name, control.Object.Name, control.Tag, null);
        }

        var chosen = candidates.FirstOrDefault(candidate => candidate.FindLabel(label) is not null) ?? candidates[0];
        var geometry = chosen.Type == "Labels" && Geometries.TryGetValue(control.Tag, out var tag) ? GeometryOf(tag, chosen) : null;
        return new BoundControl(chosen.Name, string.Join(',', chosen.ToNames), chosen.Type, geometry);
    }

    /// <summary>Name of the object that a control, whose name the dataset fixes, is about.</summary>
    internal string ObjectNameOf(string controlName) =>
        _config.MatchControl(controlName) is { } control ? string.Join(',', control.ToNames) : _controls.Keys.FirstOrDefault(control => control.Name == controlName)?.Object.Name ?? "";

    private static bool TakesAnyLabel(ControlTag control) => control.HasDynamicLabels || (control.Labels.Count == 0 && control.Type is "TextArea" or "Rating" or "Number" or "DateTime");

    private void Bind(ImpliedControl control)
    {
        IReadOnlyList<ControlTag> candidates = control.HasFixedName
            ? _config.MatchControl(control.Name) is { } named ? [named] : []
            : [.. Candidates(control).OrderByDescending(candidate => candidate.Name == control.Name && candidate.Type == control.Tag)];
        _controls.Add(control, candidates);
        if (candidates.Count == 0)
        {
            _missing.Add(new MissingLabels(control, null, [.. control.Used]));
            return;
        }

        var unknown = candidates.Any(TakesAnyLabel)
            ? []
            : control.Labels.Select(label => label.Name).Where(label => control.Used.Contains(label) && candidates.All(candidate => candidate.FindLabel(label) is null)).ToList();
        if (unknown.Count > 0)
        {
            _missing.Add(new MissingLabels(control, candidates[0], unknown));
        }
    }

    private IEnumerable<ControlTag> Candidates(ImpliedControl control)
    {
        var about = _config.Controls.Where(candidate => candidate.ToNames.Any(name => _config.FindObject(name)?.Type == control.Object.Tag)).ToList();
        var same = about.Where(candidate => candidate.Type == control.Tag).ToList();
        if (same.Count > 0 || !Geometries.TryGetValue(control.Tag, out var tag))
        {
            return same;
        }

        return about.Where(candidate => candidate.Type == "Labels" && GeometryOf(tag, candidate) is not null);
    }

    private string? GeometryOf(string tag, ControlTag labels) =>
        _config.Controls.FirstOrDefault(control => control.Type == tag && control.ToNames.Intersect(labels.ToNames).Any())?.Name;

    private ObjectTag? ObjectFor(ImpliedObject shown)
    {
        var bound = _controls.Where(pair => pair.Key.Object == shown).SelectMany(pair => pair.Value).SelectMany(control => control.ToNames)
            .Select(_config.FindObject).FirstOrDefault(found => found?.Type == shown.Tag);
        return bound ?? _config.Objects.FirstOrDefault(found => found.Type == shown.Tag);
    }
}

/// <summary>Labels that annotations of a dataset carry and the configuration does not have.</summary>
/// <param name="Needs">What they are carried by.</param>
/// <param name="Control">The control that should have them; null when there is none of its kind.</param>
/// <param name="Labels">The labels.</param>
public sealed record MissingLabels(ImpliedControl Needs, ControlTag? Control, IReadOnlyList<string> Labels)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var who = Control is null ? $"{Needs.Tag} for {Needs.Object.Tag}" : $"{Control.Type} \"{Control.Name}\"";
        var labels = Labels.Count == 0 ? "" : " with the labels " + string.Join(", ", Labels.Take(50).Select(label => $"\"{label}\"")) + (Labels.Count > 50 ? ", …" : "");
        return Control is null ? $"no {who}{labels}" : $"{who} lacks{labels.Replace(" with the", " the", StringComparison.Ordinal)}";
    }
}

/// <summary>The control that a region is written for.</summary>
/// <param name="FromName">Its name.</param>
/// <param name="ToName">Name of its object.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Geometry">Name of the control without labels that draws the shape, where labels are a control of their own.</param>
internal readonly record struct BoundControl(string FromName, string ToName, string Tag, string? Geometry);
