namespace Goldset.Data.Entities;

/// <summary>A project's tasks as they were at one moment, in a file that is made in the background.</summary>
public sealed class ExportSnapshot
{
    /// <summary>Primary key; never used again, because files are named by it.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Name people gave it.</summary>
    public string Title { get; set; } = "";
    /// <summary>Who asked for it.</summary>
    public long? CreatedById { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>When it was complete or had failed.</summary>
    public Timestamp? FinishedAt { get; set; }
    /// <summary><c>created</c>, <c>in_progress</c>, <c>failed</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "created";
    /// <summary>Until then nobody else takes it up.</summary>
    public Timestamp? LeasedUntil { get; set; }
    /// <summary>How often it was begun; who began it before that has lost it.</summary>
    public int Attempt { get; set; }
    /// <summary>Tasks written so far; null: none were counted yet.</summary>
    public long? TaskNumber { get; set; }
    /// <summary>MD5 of the file in hexadecimal, empty until it is there.</summary>
    public string Md5 { get; set; } = "";
    /// <summary>The file below the media folder; null: not there yet.</summary>
    public string? File { get; set; }
    /// <summary>JSON object: what is exported, and how.</summary>
    public string Options { get; set; } = "{}";
}

/// <summary>A snapshot in another format, in a file that is made in the background.</summary>
public sealed class ExportConversion
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; set; }
    /// <summary>Name of the format.</summary>
    public string ExportType { get; set; } = "";
    /// <summary>The files that tasks are about go into the archive.</summary>
    public bool DownloadResources { get; set; }
    /// <summary>When somebody asked for it.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary><c>created</c>, <c>in_progress</c>, <c>failed</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "created";
    /// <summary>Until then nobody else takes it up.</summary>
    public Timestamp? LeasedUntil { get; set; }
    /// <summary>How often it was begun; who began it before that has lost it.</summary>
    public int Attempt { get; set; }
    /// <summary>Scheme and host under which the server was asked.</summary>
    public string Origin { get; set; } = "";
    /// <summary>The file below the media folder; null: not there yet.</summary>
    public string? File { get; set; }
    /// <summary>Why it failed.</summary>
    public string? Traceback { get; set; }
}
