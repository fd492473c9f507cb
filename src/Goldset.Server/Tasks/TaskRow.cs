using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Tasks;

/// <summary>A task as it is stored.</summary>
public class TaskRow
{
    internal const string Columns = """
        t.id, t.project_id, t.created_at, t.updated_at, t.updated_by_id, t.is_labeled, t.allow_skip, t.overlap, t.inner_id, t.total_annotations,
        t.cancelled_annotations, t.total_predictions, t.useful_annotations, t.ground_truth_annotations, t.file_upload_id, t.meta, t.data
        """;

    /// <summary>Id.</summary>
    public long Id { get; init; }
    /// <summary>Project.</summary>
    public long ProjectId { get; init; }
    /// <summary>When made.</summary>
    public Timestamp CreatedAt { get; init; }
    /// <summary>When changed.</summary>
    public Timestamp UpdatedAt { get; init; }
    /// <summary>By whom.</summary>
    public long? UpdatedById { get; init; }
    /// <summary>Enough annotations.</summary>
    public bool IsLabeled { get; init; }
    /// <summary>May be skipped.</summary>
    public bool? AllowSkip { get; init; }
    /// <summary>Annotations wanted.</summary>
    public int Overlap { get; init; }
    /// <summary>Number within the project.</summary>
    public long? InnerId { get; init; }
    /// <summary>Annotations not skipped.</summary>
    public int TotalAnnotations { get; init; }
    /// <summary>Skipped annotations.</summary>
    public int CancelledAnnotations { get; init; }
    /// <summary>Predictions.</summary>
    public int TotalPredictions { get; init; }
    /// <summary>Annotations with a result, neither skipped nor ground truth.</summary>
    public int UsefulAnnotations { get; init; }
    /// <summary>Ground-truth annotations.</summary>
    public int GroundTruthAnnotations { get; init; }
    /// <summary>The file it came from.</summary>
    public long? FileUploadId { get; init; }
    /// <summary>JSON object or null.</summary>
    public string? Meta { get; init; }
    /// <summary>JSON object.</summary>
    public string Data { get; init; } = "{}";

    /// <summary>The base object of the API.</summary>
    public TaskResponse ToResponse(TaskData data) => new(
        Id, new RawJson(data.Resolve(this)), new RawJson(Meta), CreatedAt, UpdatedAt, IsLabeled, AllowSkip, Overlap, InnerId, TotalAnnotations, CancelledAnnotations,
        TotalPredictions, 0, 0, null, ProjectId, UpdatedById, FileUploadId, []);

    /// <summary>A task of the caller's organization, or null.</summary>
    internal static Task<TaskRow?> FindAsync(DbConnection connection, DbTransaction? transaction, Caller caller, long id, string lockClause = "") =>
        connection.QueryFirstOrDefaultAsync<TaskRow?>($"""
            SELECT {Columns} FROM visible_tasks t JOIN projects p ON p.id = t.project_id
            WHERE t.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL{lockClause}
            """, new { id, caller.OrganizationId }, transaction);
}

/// <summary>A task as the API shows it.</summary>
public sealed record TaskResponse(
    long Id, [property: Shape("TaskData")] RawJson Data, [property: Shape("AnyJson")] RawJson Meta, Timestamp CreatedAt, Timestamp UpdatedAt, bool IsLabeled, bool? AllowSkip, int Overlap, long? InnerId,
    int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, int CommentCount, int UnresolvedCommentCount, Timestamp? LastCommentUpdatedAt,
    long Project, long? UpdatedBy, long? FileUpload, IReadOnlyList<long> CommentAuthors);
