namespace Goldset.Data.Entities;

/// <summary>A label people added to a taxonomy, kept by the organization.</summary>
public sealed class Label
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Owner.</summary>
    public long OrganizationId { get; set; }
    /// <summary>Unique in the organization.</summary>
    public string Title { get; set; } = "";
    /// <summary>JSON: the value regions carry.</summary>
    public string Value { get; set; } = "null";
    /// <summary>Free text.</summary>
    public string? Description { get; set; }
    /// <summary>Whether somebody approved it.</summary>
    public bool Approved { get; set; }
    /// <summary>Who made it.</summary>
    public long? CreatedById { get; set; }
    /// <summary>Who approved it.</summary>
    public long? ApprovedById { get; set; }
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>When it was last changed.</summary>
    public Timestamp UpdatedAt { get; set; }
}

/// <summary>A project whose control tag uses a label.</summary>
public sealed class LabelLink
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The label.</summary>
    public long LabelId { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Name of the control tag.</summary>
    public string FromName { get; set; } = "";
}
