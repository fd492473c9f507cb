using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;

namespace Goldset.Server.LabelStream;

/// <summary>The tasks an annotator met in a project's label stream, oldest first, for going back.</summary>
internal sealed class LabelStreamHistory(Database database)
{
    /// <summary>Older visits are forgotten.</summary>
    public const int Limit = 100;

    /// <summary>Statements that note a visit of <c>@userId</c> to <c>@taskId</c> of <c>@projectId</c>.</summary>
    public static readonly string Visit = $"""
        INSERT INTO label_stream_visits (user_id, project_id, task_id) VALUES (@userId, @projectId, @taskId) ON CONFLICT (user_id, project_id, task_id) DO NOTHING;
        DELETE FROM label_stream_visits WHERE user_id = @userId AND project_id = @projectId AND id <= (
            SELECT id FROM label_stream_visits WHERE user_id = @userId AND project_id = @projectId ORDER BY id DESC LIMIT 1 OFFSET {Limit});
        """;

    public async Task<IReadOnlyList<VisitResponse>> ListAsync(Caller caller, long projectId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<VisitResponse>("""
            SELECT v.task_id, (SELECT a.id FROM annotations a WHERE a.id = v.annotation_id) AS annotation_id
            FROM label_stream_visits v JOIN visible_tasks t ON t.id = v.task_id
            WHERE v.user_id = @UserId AND v.project_id = @projectId ORDER BY v.id
            """, new { caller.UserId, projectId })).AsList();
    }
}

/// <summary>A task met in the stream, with the annotation submitted for it.</summary>
public sealed class VisitResponse
{
    /// <summary>The task.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("taskId")] public long TaskId { get; init; }
    /// <summary>The caller's annotation, or null.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("annotationId")] public long? AnnotationId { get; init; }
}
