namespace Goldset.Data.Entities;

/// <summary>A model server that makes predictions for a project.</summary>
public sealed class MlBackend
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary><c>CO</c> connected, <c>DI</c> disconnected, <c>ER</c> error, <c>TR</c> training or <c>PR</c> predicting.</summary>
    public string State { get; set; } = "DI";
    /// <summary>Asked while an annotator draws.</summary>
    public bool IsInteractive { get; set; }
    /// <summary>Address, with or without a slash at the end.</summary>
    public string Url { get; set; } = "";
    /// <summary>What went wrong last, or null.</summary>
    public string? ErrorMessage { get; set; }
    /// <summary>Name.</summary>
    public string Title { get; set; } = "default";
    /// <summary><c>NONE</c> or <c>BASIC_AUTH</c>.</summary>
    public string AuthMethod { get; set; } = "NONE";
    /// <summary>User name, or null.</summary>
    public string? BasicAuthUser { get; set; }
    /// <summary>Password, encrypted with the server's key, or null.</summary>
    public string? BasicAuthPassSealed { get; set; }
    /// <summary>Free text.</summary>
    public string? Description { get; set; } = "";
    /// <summary>Any JSON for the model, or null.</summary>
    public string? ExtraParams { get; set; }
    /// <summary>Version of the model, as the back end named it last.</summary>
    public string? ModelVersion { get; set; }
    /// <summary>Seconds; kept for clients.</summary>
    public double Timeout { get; set; } = 100;
    /// <summary>The version follows what the back end names.</summary>
    public bool AutoUpdate { get; set; } = true;
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change, also of the state.</summary>
    public Timestamp UpdatedAt { get; set; }
}

/// <summary>The back ends of a project are to be told to train, put down in the transaction of the annotation that made it due. The row goes when they were told.</summary>
public sealed class TrainingOrder
{
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>When it became due last: an order that was renewed meanwhile is not done.</summary>
    public Timestamp OrderedAt { get; set; }
    /// <summary>Until then nobody else takes it up.</summary>
    public Timestamp? LeasedUntil { get; set; }
}
