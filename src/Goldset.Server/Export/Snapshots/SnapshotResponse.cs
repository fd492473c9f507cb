using System.Text.Json.Serialization;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Export.Snapshots;

/// <summary>A snapshot as the API shows it.</summary>
public record SnapshotResponse(
    string Title, long Id, UserSimple? CreatedBy, Timestamp CreatedAt, Timestamp? FinishedAt, string Status, string Md5, SnapshotCounters Counters, IReadOnlyList<ConversionResponse> ConvertedFormats);

/// <summary>A new snapshot. What was asked for is not repeated.</summary>
public sealed record SnapshotCreated(
    string Title, long Id, UserSimple? CreatedBy, Timestamp CreatedAt, Timestamp? FinishedAt, string Status, string Md5, SnapshotCounters Counters, IReadOnlyList<ConversionResponse> ConvertedFormats,
    [property: Shape("TaskFilterOptions", Null = true)] RawJson TaskFilterOptions, [property: Shape("AnnotationFilterOptions", Null = true)] RawJson AnnotationFilterOptions,
    [property: Shape("SerializationOptions", Null = true)] RawJson SerializationOptions)
    : SnapshotResponse(Title, Id, CreatedBy, CreatedAt, FinishedAt, Status, Md5, Counters, ConvertedFormats);

/// <summary>How much a snapshot holds.</summary>
/// <param name="TaskNumber">Tasks written, so far while it is in progress; absent before.</param>
public sealed record SnapshotCounters([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? TaskNumber);

/// <summary>A conversion of a snapshot.</summary>
/// <param name="Id">Id.</param>
/// <param name="Status">As that of a snapshot.</param>
/// <param name="ExportType">Name of the format.</param>
/// <param name="Traceback">Why it failed, or null.</param>
public sealed record ConversionResponse(long Id, string Status, string ExportType, string? Traceback);

/// <summary>A conversion that was ordered.</summary>
/// <param name="ExportType">Name of the format.</param>
/// <param name="ConvertedFormat">Id of the conversion.</param>
public sealed record ConversionOrdered(string ExportType, long ConvertedFormat);

/// <summary>A snapshot as it is stored, with who made it.</summary>
internal sealed class SnapshotRow
{
    public long Id { get; init; }
    public long ProjectId { get; init; }
    public string Title { get; init; } = "";
    public long? CreatedById { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Username { get; init; }
    public string? Email { get; init; }
    public string? Avatar { get; init; }
    public Timestamp CreatedAt { get; init; }
    public Timestamp? FinishedAt { get; init; }
    public string Status { get; init; } = "";
    public string Md5 { get; init; } = "";
    public long? TaskNumber { get; init; }
    public string? File { get; init; }
    public string Options { get; init; } = "{}";

    public const string Columns =
        "s.id, s.project_id, s.title, s.created_by_id, s.created_at, s.finished_at, s.status, s.md5, s.task_number, s.file, s.options, u.first_name, u.last_name, u.username, u.email, u.avatar";

    public const string From = "FROM export_snapshots s LEFT JOIN users u ON u.id = s.created_by_id";

    public bool IsOpen => SnapshotStatus.IsOpen(Status);

    public SnapshotResponse ToResponse(IEnumerable<ConversionRow> conversions, string origin) => new(
        Title, Id, Email is null ? null : new UserSimple(CreatedById!.Value, FirstName!, LastName!, Username!, Email, UserRow.AvatarUrl(Avatar, origin)), CreatedAt, FinishedAt, Status, Md5,
        new SnapshotCounters(TaskNumber), [.. conversions.Select(c => new ConversionResponse(c.Id, c.Status, c.ExportType, c.Traceback))]);
}

/// <summary>A conversion as it is stored.</summary>
internal sealed class ConversionRow
{
    public long Id { get; init; }
    public long SnapshotId { get; init; }
    public string ExportType { get; init; } = "";
    public bool DownloadResources { get; init; }
    public string Status { get; init; } = "";
    public string Origin { get; init; } = "";
    public string? File { get; init; }
    public string? Traceback { get; init; }

    public const string Columns = "c.id, c.snapshot_id, c.export_type, c.download_resources, c.status, c.origin, c.file, c.traceback";
}

/// <summary>The states of snapshots and conversions.</summary>
internal static class SnapshotStatus
{
    public const string Created = "created";
    public const string InProgress = "in_progress";
    public const string Failed = "failed";
    public const string Completed = "completed";

    /// <summary>It will still change by itself.</summary>
    public static bool IsOpen(string status) => status is Created or InProgress;
}
