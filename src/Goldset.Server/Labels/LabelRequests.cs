using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Labels;

/// <summary>A label to add to a control tag of a project.</summary>
public sealed record LabelCreateRequest
{
    /// <summary>The project; the same in all items of a request.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
    /// <summary>Name of the control tag.</summary>
    [Field(Required = true, MaxLength = 2048)] public Optional<string> FromName { get; init; }
    /// <summary>What regions carry, for a taxonomy the path as a list of texts.</summary>
    [Field(Required = true), Shape("LabelValue")] public Optional<JsonElement> Value { get; init; }
    /// <summary>Unique in the organization; a label with this title is used again.</summary>
    [Field(Required = true, MaxLength = 2048)] public Optional<string> Title { get; init; }
    /// <summary>Free text.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Description { get; init; }
    /// <summary>Whether somebody approved it.</summary>
    public Optional<bool> Approved { get; init; }
}

/// <summary>What may be changed of a label.</summary>
public sealed record LabelRequest
{
    /// <summary>What regions carry.</summary>
    [Field(Required = true), Shape("LabelValue")] public Optional<JsonElement> Value { get; init; }
    /// <summary>Unique in the organization.</summary>
    [Field(Required = true, MaxLength = 2048)] public Optional<string> Title { get; init; }
    /// <summary>Free text.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Description { get; init; }
    /// <summary>Whether somebody approved it.</summary>
    public Optional<bool> Approved { get; init; }
}

/// <summary>A use of a label by a control tag.</summary>
public sealed record LabelLinkRequest
{
    /// <summary>The project.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
    /// <summary>The label.</summary>
    [Field(Required = true)] public Optional<long> Label { get; init; }
    /// <summary>Name of the control tag.</summary>
    [Field(Required = true, MaxLength = 2048)] public Optional<string> FromName { get; init; }
}

/// <summary>Another name for a label in all annotations.</summary>
public sealed record LabelRenameRequest
{
    /// <summary>Only in this project.</summary>
    [Field(Null = true)] public Optional<long?> Project { get; init; }
    /// <summary>The list regions carry.</summary>
    [Field(Required = true), Shape("LabelPath")] public Optional<JsonElement> OldLabel { get; init; }
    /// <summary>The list they carry from now on.</summary>
    [Field(Required = true), Shape("LabelPath")] public Optional<JsonElement> NewLabel { get; init; }
}
