using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;

namespace Goldset.Server.Labels;

/// <summary>A label as the answer to its creation shows it.</summary>
public sealed record CreatedLabel(
    long Id, long? CreatedBy, long Organization, long Project, string FromName, Timestamp CreatedAt, Timestamp UpdatedAt, [property: Shape("LabelValue")] RawJson Value, string Title, string? Description,
    bool Approved, long? ApprovedBy, IReadOnlyList<long> Projects);

/// <summary>A label with the projects that use it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Links">Ids of the links; objects with <c>expand=links</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="Value">What regions carry.</param>
/// <param name="Title">Unique in the organization.</param>
/// <param name="Description">Free text.</param>
/// <param name="Approved">Whether somebody approved it.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Organization">Owner.</param>
/// <param name="Projects">Ids of the projects that use it.</param>
public sealed record LabelResponse(
    long Id, [property: Shape("LinksOrIds")] JsonArray Links, Timestamp CreatedAt, Timestamp UpdatedAt, [property: Shape("LabelValue")] RawJson Value, string Title, string? Description, bool Approved, long? CreatedBy, long? ApprovedBy,
    long Organization, IReadOnlyList<long> Projects)
{
    internal static LabelResponse Of(Label label, IReadOnlyList<LabelLink> links, bool expand) => new(
        label.Id,
        new JsonArray([.. links.Select(l => expand ? new JsonObject { ["id"] = l.Id, ["from_name"] = l.FromName, ["project"] = l.ProjectId, ["label"] = l.LabelId } : (JsonNode)l.Id)]),
        label.CreatedAt, label.UpdatedAt, new RawJson(label.Value), label.Title, label.Description, label.Approved, label.CreatedById, label.ApprovedById, label.OrganizationId,
        [.. links.Select(l => l.ProjectId)]);
}

/// <summary>A label within its link.</summary>
public sealed record LinkedLabel(
    long Id, long? CreatedBy, Timestamp CreatedAt, Timestamp UpdatedAt, [property: Shape("LabelValue")] RawJson Value, string Title, string? Description, bool Approved, long? ApprovedBy, long Organization)
{
    internal static LinkedLabel Of(Label l) => new(
        l.Id, l.CreatedById, l.CreatedAt, l.UpdatedAt, new RawJson(l.Value), l.Title, l.Description, l.Approved, l.ApprovedById, l.OrganizationId);
}

/// <summary>A use of a label by a control tag.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AnnotationsCount">Regions of the project that carry it.</param>
/// <param name="FromName">Name of the control tag.</param>
/// <param name="Project">The project.</param>
/// <param name="Label">Id of the label; the object with <c>expand=label</c>.</param>
public sealed record LabelLinkResponse(long Id, long AnnotationsCount, string FromName, long Project, [property: Shape("LabelOrId")] object Label);

/// <summary>What renaming did.</summary>
/// <param name="AnnotationsUpdated">Regions that carry the new label now.</param>
public sealed record LabelRenameResponse(long AnnotationsUpdated);
