using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Jobs;

/// <summary>Finds who asked for a job, in the organization of its project, whichever organization that person has turned to since.</summary>
internal sealed class JobCallers(Database database, CallerQueries callers)
{
    /// <summary>Who asked for <paramref name="job"/>.</summary>
    /// <exception cref="ApiException">404: the project is gone. 403: that person has left.</exception>
    public async Task<Caller> OfAsync(JobClaim job, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var membership = await connection.QueryFirstOrDefaultAsync<Membership>(new CommandDefinition("""
            SELECT p.organization_id, m.role FROM projects p
            LEFT JOIN organization_members m ON m.organization_id = p.organization_id AND m.user_id = @CreatedById AND m.deleted_at IS NULL
            WHERE p.id = @ProjectId AND p.deleted_at IS NULL
            """, new { job.ProjectId, job.CreatedById }, cancellationToken: cancel)) ?? throw ApiException.NoMatch("Project");
        var person = await callers.ByIdAsync(job.CreatedById, cancel);
        return person is null || membership.Role is not { } role
            ? throw new ApiException(StatusCodes.Status403Forbidden, "Whoever asked for this is not in the project's organization any more.")
            : person.ToCaller(SignInKind.Session) with { OrganizationId = membership.OrganizationId, Role = (Role)role };
    }

    private sealed class Membership
    {
        public long OrganizationId { get; init; }
        public int? Role { get; init; }
    }
}
