using System.Globalization;
using System.Xml.Linq;

namespace Goldset.Formats.Reading;

/// <summary>The object, controls and labels that the annotations of a dataset need.</summary>
public sealed class ImpliedConfig
{
    private static readonly string[] Colours =
    [
        "#e6194b", "#3cb44b", "#ffe119", "#4363d8", "#f58231", "#911eb4", "#42d4f4", "#f032e6", "#bfef45", "#fabed4", "#469990", "#dcbeff", "#9a6324", "#800000", "#aaffc3", "#808000", "#000075",
    ];

    private readonly List<ImpliedObject> _objects = [];
    private readonly List<ImpliedControl> _controls = [];
    private readonly Dictionary<string, ImpliedControl> _byName = new(StringComparer.Ordinal);

    /// <summary>What the tasks show.</summary>
    public IReadOnlyList<ImpliedObject> Objects => _objects;

    /// <summary>What its annotations are made with.</summary>
    public IReadOnlyList<ImpliedControl> Controls => _controls;

    /// <summary>How many different labels annotations carry.</summary>
    public int LabelCount => _controls.SelectMany(control => control.Used).Distinct(StringComparer.Ordinal).Count();

    /// <summary>A labeling configuration of just these, with all labels the dataset names.</summary>
    public string ToXml()
    {
        var view = new XElement("View", Objects.Select(ToElement));
        foreach (var control in _controls)
        {
            view.Add(new XElement("Header", new XAttribute("value", control.Tag)), ToElement(control));
        }

        return view.ToString();
    }

    internal static XElement ToElement(ImpliedObject shown) =>
        new(shown.Tag, new XAttribute("name", shown.Name), new XAttribute("value", "$" + shown.DataKey));

    internal static XElement ToElement(ImpliedControl control)
    {
        var element = new XElement(control.Tag, new XAttribute("name", control.Name), new XAttribute("toName", control.Object.Name));
        element.Add(control.Labels.Select((label, index) => ToElement(control.Tag, label, index)));
        return element;
    }

    internal static XElement ToElement(string tag, ImpliedLabel label, int index)
    {
        var element = new XElement(tag is "Choices" or "Taxonomy" ? "Choice" : "Label", new XAttribute("value", Clean(label.Name)));
        if (element.Name == "Label")
        {
            element.Add(new XAttribute("background", Colours[index % Colours.Length]));
        }

        if (label.ModelIndex is { } place)
        {
            element.Add(new XAttribute("model_index", place.ToString(CultureInfo.InvariantCulture)));
        }

        return element;
    }

    internal ImpliedObject Object(string name, string tag, string dataKey)
    {
        var known = _objects.Find(shown => shown.Name == name);
        if (known is null)
        {
            _objects.Add(known = new ImpliedObject(name, tag, dataKey));
        }

        return known;
    }

    /// <summary>The control of a name, which is new if it is not known.</summary>
    internal ImpliedControl Control(string name, string tag, ImpliedObject shown, bool fixedName = false)
    {
        if (!_byName.TryGetValue(name, out var control))
        {
            control = new ImpliedControl(name, tag, shown, fixedName);
            _controls.Add(control);
            _byName.Add(name, control);
        }

        return control;
    }

    /// <summary>XML has no place for some characters.</summary>
    private static string Clean(string text) =>
        text.All(System.Xml.XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !System.Xml.XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}

/// <summary>An object that tasks show.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tag">Its tag, as <c>Image</c>.</param>
/// <param name="DataKey">The key of the task's data that it shows.</param>
public sealed record ImpliedObject(string Name, string Tag, string DataKey);

/// <summary>A label.</summary>
/// <param name="Name">What results call it.</param>
/// <param name="ModelIndex">Its place in a skeleton; null for other labels.</param>
public sealed record ImpliedLabel(string Name, int? ModelIndex = null);

/// <summary>A control that annotations are made with.</summary>
public sealed class ImpliedControl
{
    private readonly List<ImpliedLabel> _labels = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    internal ImpliedControl(string name, string tag, ImpliedObject shown, bool fixedName) => (Name, Tag, Object, HasFixedName) = (name, tag, shown, fixedName);

    /// <summary>Its name in a generated configuration.</summary>
    public string Name { get; }

    /// <summary>Its tag, as <c>RectangleLabels</c>.</summary>
    public string Tag { get; }

    /// <summary>What it is about.</summary>
    public ImpliedObject Object { get; }

    /// <summary>Results of the dataset name it, so that only a control of the same name can take them.</summary>
    public bool HasFixedName { get; }

    /// <summary>All labels the dataset names for it, in order.</summary>
    public IReadOnlyList<ImpliedLabel> Labels => _labels;

    /// <summary>The labels that annotations carry.</summary>
    public IReadOnlyCollection<string> Used => _used;

    internal void Declare(string label, int? modelIndex = null)
    {
        if (_names.Add(label))
        {
            _labels.Add(new ImpliedLabel(label, modelIndex));
        }
    }

    internal void Use(string label)
    {
        if (_used.Add(label))
        {
            Declare(label);
        }
    }
}
