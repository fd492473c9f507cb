using System.Text.RegularExpressions;

namespace Goldset.Labeling;

/// <summary>
/// A labeling configuration as a typed model. Immutable and safe to share between threads; parse once and keep it.
/// Parsing checks that the text is well-formed XML and nothing else: see <see cref="LabelConfigValidator"/> for the rules.
/// </summary>
public sealed partial class LabelConfig
{
    /// <summary>The configuration of a new project.</summary>
    public const string DefaultXml = "<View></View>";

    private readonly Dictionary<string, ControlTag> _controlsByName;
    private readonly Dictionary<string, ObjectTag> _objectsByName;
    private readonly Lazy<string> _parsedConfigJson;

    private LabelConfig(string xml, ConfigElement? root, string? sampleJson)
    {
        Xml = xml;
        SampleJson = sampleJson;
        Root = root ?? new ConfigElement("View", [], [], "");
        var reader = new LabelConfigReader();
        if (root is not null)
        {
            reader.Read(root);
        }

        Controls = reader.Controls();
        Objects = reader.Objects();
        DataTypes = reader.DataTypes();
        IndexFlags = reader.IndexFlags;
        _controlsByName = Controls.ToDictionary(control => control.Name, StringComparer.Ordinal);
        _objectsByName = Objects.ToDictionary(tag => tag.Name, StringComparer.Ordinal);
        SuitableForBulkAnnotation = !Root.DescendantsAndSelf().Any(PreventsBulkAnnotation);
        _parsedConfigJson = new Lazy<string>(() => ParsedConfigJsonWriter.Write(this));
    }

    /// <summary>The text it was parsed from, white space around it included.</summary>
    public string Xml { get; }

    /// <summary>The root element, normally a <c>View</c>.</summary>
    public ConfigElement Root { get; }

    /// <summary>Controls in document order, one per name (a later one with the same name replaces an earlier one in its place).</summary>
    public IReadOnlyList<ControlTag> Controls { get; }

    /// <summary>Objects in document order, one per name.</summary>
    public IReadOnlyList<ObjectTag> Objects { get; }

    /// <summary>
    /// Task fields that imported tasks must have, with the tag that shows each, in document order. Keys may hold dots and
    /// brackets. Fields read through <c>valueList</c> are not among them.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> DataTypes { get; }

    /// <summary>Index flags of all repeaters, in document order.</summary>
    public IReadOnlyList<string> IndexFlags { get; }

    /// <summary>Whether anything in it writes results.</summary>
    public bool HasControlTags => Controls.Count > 0;

    /// <summary>Whether one answer can be given to many tasks at once: no regions, no per-region or dynamic controls.</summary>
    public bool SuitableForBulkAnnotation { get; }

    /// <summary>Whether this is the untouched configuration of a new project.</summary>
    public bool IsDefault => Xml == DefaultXml;

    /// <summary>The project's <c>parsed_label_config</c> as JSON text.</summary>
    public string ParsedConfigJson => _parsedConfigJson.Value;

    /// <summary>The first comment that looks like a JSON object: a sample task, not checked to be JSON. Null when there is none.</summary>
    internal string? SampleJson { get; }

    /// <summary>Parses a configuration. An empty text gives an empty configuration.</summary>
    /// <exception cref="LabelConfigException">The text is no well-formed XML document or has a document type.</exception>
    public static LabelConfig Parse(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        if (xml.Length == 0)
        {
            return new LabelConfig(xml, null, null);
        }

        var root = ConfigXml.Parse(xml, out var sampleJson);
        return new LabelConfig(xml, root, sampleJson);
    }

    /// <summary>The control of this name, or null.</summary>
    public ControlTag? FindControl(string name) => _controlsByName.GetValueOrDefault(name);

    /// <summary>The object of this name, or null.</summary>
    public ObjectTag? FindObject(string name) => _objectsByName.GetValueOrDefault(name);

    /// <summary>
    /// The control that wrote results with this <c>from_name</c>: by name, else by a name with repeater flags in which each flag
    /// stands for any text; of several the one whose name says most. Null when there is none.
    /// </summary>
    public ControlTag? MatchControl(string fromName)
    {
        if (_controlsByName.TryGetValue(fromName, out var exact))
        {
            return exact;
        }

        return IndexFlags.Count == 0
            ? null
            : Controls.Where(control => RepeaterName.Matches(control.Name, IndexFlags, fromName)).MaxBy(control => control.Name.Length);
    }

    /// <summary>The project's <c>control_weights</c> as JSON text.</summary>
    /// <param name="previousJson">The stored weights, whose numbers are kept for controls and labels that still exist; null when there are none.</param>
    public string ControlWeightsJson(string? previousJson = null) => ControlWeights.Write(this, previousJson);

    /// <inheritdoc/>
    public override string ToString() => Xml;

    private static bool PreventsBulkAnnotation(ConfigElement element) => element.Tag switch
    {
        "Labels" or "Brush" or "BrushLabels" or "Ellipse" or "EllipseLabels" or "KeyPoint" or "KeyPointLabels"
            or "Polygon" or "PolygonLabels" or "Rectangle" or "RectangleLabels" or "ParagraphLabels"
            or "TimeSeriesLabels" or "VideoRectangle" => true,
        "Choices" => BelongsToRegionOrItem(element) || element.Attribute("value") is not null,
        "Taxonomy" => BelongsToRegionOrItem(element) || element.Attribute("value") is not null
            || element.Flag("labeling") || element.Attribute("apiUrl") is not null,
        "DateTime" or "Number" or "Rating" or "TextArea" => BelongsToRegionOrItem(element),
        _ => false,
    };

    private static bool BelongsToRegionOrItem(ConfigElement element) => element.Flag("perRegion") || element.Flag("perItem");

    [GeneratedRegex(@"\$(\w+)", RegexOptions.CultureInvariant)]
    internal static partial Regex EmbeddedReference();
}
