namespace Goldset.Data.Entities;

/// <summary>An import or an action on many tasks that somebody asked for and that goes on in the background.</summary>
public sealed class Job
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Who asked for it.</summary>
    public long CreatedById { get; set; }
    /// <summary><c>import</c>, <c>reimport</c> or <c>action</c>.</summary>
    public string Kind { get; set; } = "";
    /// <summary>What people see it as.</summary>
    public string Title { get; set; } = "";
    /// <summary><c>created</c>, <c>in_progress</c>, <c>failed</c>, <c>completed</c> or <c>cancelled</c>.</summary>
    public string Status { get; set; } = "created";
    /// <summary>When it was asked for.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>When somebody last began it.</summary>
    public Timestamp? StartedAt { get; set; }
    /// <summary>When it ended, well or badly.</summary>
    public Timestamp? FinishedAt { get; set; }
    /// <summary>Until then nobody else takes it up.</summary>
    public Timestamp? LeasedUntil { get; set; }
    /// <summary>How often it was begun; who began it before that has lost it.</summary>
    public int Attempt { get; set; }
    /// <summary>How much is done, in bytes or tasks.</summary>
    public long Done { get; set; }
    /// <summary>How much there is to do; null: not known.</summary>
    public long? Total { get; set; }
    /// <summary>Tasks read or worked on so far.</summary>
    public long TaskCount { get; set; }
    /// <summary>A file below the media folder that the job works from, and that goes when it has ended.</summary>
    public string? File { get; set; }
    /// <summary>JSON object: what was asked for.</summary>
    public string Request { get; set; } = "{}";
    /// <summary>JSON: how far an attempt has come, for the next one to go on from.</summary>
    public string? State { get; set; }
    /// <summary>JSON: what came of it.</summary>
    public string? Result { get; set; }
    /// <summary>Why it failed.</summary>
    public string? Error { get; set; }
    /// <summary>JSON object: what was wrong with the request, by field.</summary>
    public string? ValidationErrors { get; set; }
}
