using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Predictions;

/// <summary>A prediction as it is stored.</summary>
public sealed class PredictionRow
{
    internal const string Columns = """
        pr.id, pr.task_id, pr.project_id, pr.score, pr.model_version, pr.model_id, pr.cluster, pr.mislabeling, pr.created_at, pr.updated_at, pr.neighbors, pr.result
        """;

    /// <summary>Id.</summary>
    public long Id { get; init; }
    /// <summary>Task.</summary>
    public long TaskId { get; init; }
    /// <summary>Project.</summary>
    public long ProjectId { get; init; }
    /// <summary>Confidence.</summary>
    public double? Score { get; init; }
    /// <summary>Version of the model.</summary>
    public string? ModelVersion { get; init; }
    /// <summary>Machine-learning back end.</summary>
    public long? ModelId { get; init; }
    /// <summary>Cluster.</summary>
    public int? Cluster { get; init; }
    /// <summary>Likelihood of a mistake.</summary>
    public double Mislabeling { get; init; }
    /// <summary>When made.</summary>
    public Timestamp CreatedAt { get; init; }
    /// <summary>When changed.</summary>
    public Timestamp UpdatedAt { get; init; }
    /// <summary>JSON or null.</summary>
    public string? Neighbors { get; init; }
    /// <summary>JSON array or null.</summary>
    public string? Result { get; init; }

    /// <summary>As the API shows it.</summary>
    public PredictionResponse ToResponse(Timestamp now) => new(
        Id, new RawJson(Result), ModelVersion, Ago.Text(CreatedAt, now), Score, Cluster, new RawJson(Neighbors), Mislabeling, CreatedAt, UpdatedAt, ModelId, null, TaskId, ProjectId);

    internal static Task<PredictionRow?> FindAsync(DbConnection connection, DbTransaction? transaction, Caller caller, long id) =>
        connection.QueryFirstOrDefaultAsync<PredictionRow?>($"""
            SELECT {Columns} FROM predictions pr JOIN visible_tasks t ON t.id = pr.task_id JOIN projects p ON p.id = t.project_id
            WHERE pr.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL
            """, new { id, caller.OrganizationId }, transaction);
}

/// <summary>A prediction as the API shows it.</summary>
public sealed record PredictionResponse(
    long Id, [property: Shape("Result")] RawJson Result, string? ModelVersion, string CreatedAgo, double? Score, int? Cluster, [property: Shape("AnyJson")] RawJson Neighbors, double Mislabeling, Timestamp CreatedAt,
    Timestamp UpdatedAt, long? Model, long? ModelRun, long Task, long Project);
