using Goldset.Data;

namespace Goldset.Server.Jobs;

/// <summary>A job as it is stored.</summary>
internal sealed class JobRow
{
    /// <summary>What <see cref="JobRow"/> is read from.</summary>
    public const string Columns =
        "id, project_id, created_by_id, kind, title, status, created_at, started_at, finished_at, attempt, done, total, task_count, file, request, state, result, error, validation_errors";

    public long Id { get; init; }
    public long ProjectId { get; init; }
    public long CreatedById { get; init; }
    public string Kind { get; init; } = "";
    public string Title { get; init; } = "";
    public string Status { get; init; } = "";
    public Timestamp CreatedAt { get; init; }
    public Timestamp? StartedAt { get; init; }
    public Timestamp? FinishedAt { get; init; }
    public int Attempt { get; init; }
    public long Done { get; init; }
    public long? Total { get; init; }
    public long TaskCount { get; init; }
    public string? File { get; init; }
    public string Request { get; init; } = "{}";
    public string? State { get; init; }
    public string? Result { get; init; }
    public string? Error { get; init; }
    public string? ValidationErrors { get; init; }
}
