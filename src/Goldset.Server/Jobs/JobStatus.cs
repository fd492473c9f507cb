namespace Goldset.Server.Jobs;

/// <summary>What has become of a job.</summary>
internal static class JobStatus
{
    /// <summary>It waits for a process to take it.</summary>
    public const string Created = "created";
    /// <summary>It goes on.</summary>
    public const string InProgress = "in_progress";
    /// <summary>It is done.</summary>
    public const string Completed = "completed";
    /// <summary>It could not be done.</summary>
    public const string Failed = "failed";
    /// <summary>Somebody has stopped it.</summary>
    public const string Cancelled = "cancelled";
}
