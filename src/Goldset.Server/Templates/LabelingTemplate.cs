using System.Text.Json.Serialization;

namespace Goldset.Server.Templates;

/// <summary>A ready-made labeling configuration, as <c>GET /api/templates/</c> shows it.</summary>
/// <param name="Group">The group it is shown in.</param>
/// <param name="Title">Its name.</param>
/// <param name="Order">Place within the group; templates without one come last.</param>
/// <param name="Type">Always <c>community</c>: none is reserved.</param>
/// <param name="Image">Path of its picture on this server.</param>
/// <param name="Details">What it is for, as HTML.</param>
/// <param name="Config">The configuration.</param>
public sealed record LabelingTemplate(
    string Group,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Order,
    string Type,
    string Image,
    string Details,
    string Config);

/// <summary>All templates and the order of their groups.</summary>
public sealed record TemplateCatalog(IReadOnlyList<LabelingTemplate> Templates, IReadOnlyList<string> Groups);
