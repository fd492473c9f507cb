using System.Data.Common;
using Dapper;
using Goldset.Data;

namespace Goldset.Server.MachineLearning;

/// <summary>What a back end is told about a project.</summary>
internal sealed class MlProject
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public Timestamp CreatedAt { get; init; }
    public string LabelConfig { get; init; } = "";
    public string? TaskDataLogin { get; init; }
    public string? TaskDataPassword { get; init; }
    public string? CreatorToken { get; init; }
    public bool TokensAllowed { get; init; }

    /// <summary>The name back ends know it by: it differs for a new project with an old one's id.</summary>
    public string Key => FormattableString.Invariant($"{Id}.{CreatedAt.Micros / 1_000_000}");

    /// <summary>The project, or null when it is not there; within an organization where one is given.</summary>
    public static Task<MlProject?> FindAsync(DbConnection connection, long id, long? organizationId) => connection.QueryFirstOrDefaultAsync<MlProject?>("""
        SELECT p.id, p.organization_id, p.created_at, p.label_config, p.task_data_login, p.task_data_password, u.token_sealed AS creator_token,
               o.legacy_api_tokens_enabled AS tokens_allowed
        FROM projects p JOIN organizations o ON o.id = p.organization_id LEFT JOIN users u ON u.id = p.created_by_id
        WHERE p.id = @id AND p.deleted_at IS NULL AND p.organization_id = COALESCE(@organizationId, p.organization_id)
        """, new { id, organizationId });
}
