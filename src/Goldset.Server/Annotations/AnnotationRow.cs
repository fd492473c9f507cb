using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Annotations;

/// <summary>An annotation with its author.</summary>
public sealed class AnnotationRow
{
    internal const string Columns = """
        a.id, a.task_id, a.project_id, a.completed_by_id, a.updated_by_id, a.was_cancelled, a.ground_truth, a.bulk_created, a.created_at, a.updated_at,
        a.draft_created_at, a.lead_time, a.unique_id, a.import_id, a.last_action, a.parent_prediction_id, a.parent_annotation_id, a.last_created_by_id, a.result,
        u.first_name AS author_first_name, u.last_name AS author_last_name, u.email AS author_email, u.avatar AS author_avatar
        """;

    internal const string From = "FROM annotations a LEFT JOIN users u ON u.id = a.completed_by_id";

    /// <summary>Id.</summary>
    public long Id { get; init; }
    /// <summary>Task.</summary>
    public long TaskId { get; init; }
    /// <summary>Project.</summary>
    public long ProjectId { get; init; }
    /// <summary>Author.</summary>
    public long? CompletedById { get; init; }
    /// <summary>Last editor.</summary>
    public long? UpdatedById { get; init; }
    /// <summary>A skip.</summary>
    public bool WasCancelled { get; init; }
    /// <summary>Ground truth.</summary>
    public bool GroundTruth { get; init; }
    /// <summary>Made in bulk.</summary>
    public bool BulkCreated { get; init; }
    /// <summary>When made.</summary>
    public Timestamp CreatedAt { get; init; }
    /// <summary>When changed.</summary>
    public Timestamp UpdatedAt { get; init; }
    /// <summary>When its draft was begun.</summary>
    public Timestamp? DraftCreatedAt { get; init; }
    /// <summary>Seconds.</summary>
    public double? LeadTime { get; init; }
    /// <summary>UUID.</summary>
    public string UniqueId { get; init; } = "";
    /// <summary>Id where it came from.</summary>
    public long? ImportId { get; init; }
    /// <summary>See the API.</summary>
    public string? LastAction { get; init; }
    /// <summary>Copied from.</summary>
    public long? ParentPredictionId { get; init; }
    /// <summary>Copied from.</summary>
    public long? ParentAnnotationId { get; init; }
    /// <summary>Author of the last version.</summary>
    public long? LastCreatedById { get; init; }
    /// <summary>JSON array or null.</summary>
    public string? Result { get; init; }
    /// <summary>Author's name.</summary>
    public string? AuthorFirstName { get; init; }
    /// <summary>Author's name.</summary>
    public string? AuthorLastName { get; init; }
    /// <summary>Author's e-mail; null when the user is gone.</summary>
    public string? AuthorEmail { get; init; }
    /// <summary>Author's picture.</summary>
    public string? AuthorAvatar { get; init; }

    /// <summary>As the API shows it.</summary>
    /// <param name="now">For <c>created_ago</c>.</param>
    /// <param name="expandAuthor">Origin of the server when the author is shown as an object, else null.</param>
    public AnnotationResponse ToResponse(Timestamp now, string? expandAuthor = null) => new(
        Id, new RawJson(Result), AuthorEmail is null ? "" : PersonName.OnAnnotation(AuthorFirstName!, AuthorLastName!, AuthorEmail, CompletedById!.Value),
        Ago.Text(CreatedAt, now), Author(expandAuthor), WasCancelled, GroundTruth, CreatedAt, UpdatedAt, DraftCreatedAt, LeadTime, ImportId, LastAction,
        BulkCreated, TaskId, ProjectId, UpdatedById, ParentPredictionId, ParentAnnotationId, LastCreatedById);

    private object? Author(string? origin) => origin is null || AuthorEmail is null
        ? CompletedById
        : new AnnotationAuthor(CompletedById!.Value, AuthorFirstName!, AuthorLastName!, UserRow.AvatarUrl(AuthorAvatar, origin), AuthorEmail,
            PersonName.Initials(AuthorFirstName!, AuthorLastName!, AuthorEmail));

    /// <summary>An annotation of a visible task in the caller's organization, or null.</summary>
    internal static Task<AnnotationRow?> FindAsync(DbConnection connection, DbTransaction? transaction, Caller caller, long id) =>
        connection.QueryFirstOrDefaultAsync<AnnotationRow?>($"""
            SELECT {Columns} {From} JOIN visible_tasks t ON t.id = a.task_id JOIN projects p ON p.id = t.project_id
            WHERE a.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL
            """, new { id, caller.OrganizationId }, transaction);
}

/// <summary>An annotation as the API shows it. <c>completed_by</c> is a user id, or the user in short where that is asked for.</summary>
public sealed record AnnotationResponse(
    long Id, [property: Shape("Result", Null = true)] RawJson Result, string CreatedUsername, string CreatedAgo,
    [property: Shape("AuthorId")] object? CompletedBy, bool WasCancelled, bool GroundTruth, Timestamp CreatedAt,
    Timestamp UpdatedAt, Timestamp? DraftCreatedAt, double? LeadTime, long? ImportId, string? LastAction, bool BulkCreated, long Task, long Project,
    long? UpdatedBy, long? ParentPrediction, long? ParentAnnotation, long? LastCreatedBy);

/// <summary>The author of an annotation in short.</summary>
public sealed record AnnotationAuthor(long Id, string FirstName, string LastName, string? Avatar, string Email, string Initials);
