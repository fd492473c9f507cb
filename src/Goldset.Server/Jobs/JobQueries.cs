using Dapper;
using Goldset.Data;

namespace Goldset.Server.Jobs;

/// <summary>Looks at jobs.</summary>
internal sealed class JobQueries(Database database)
{
    private const int Most = 100;
    private const string Short = "id, project_id, created_by_id, kind, title, status, created_at, started_at, finished_at, done, total, task_count, error";

    /// <summary>The project's latest jobs, the newest first, without what came of them.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="onlyOpen">Only those that have not ended.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<JobRow>> ListAsync(long projectId, bool onlyOpen, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<JobRow>(new CommandDefinition(
            $"SELECT {Short} FROM jobs WHERE project_id = @projectId{(onlyOpen ? " AND status IN ('created', 'in_progress')" : "")} ORDER BY id DESC LIMIT {Most}",
            new { projectId }, cancellationToken: cancel))).AsList();
    }

    /// <summary>One of the project's jobs; null: there is none of this id.</summary>
    public async Task<JobRow?> FindAsync(long projectId, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<JobRow>(new CommandDefinition(
            $"SELECT {JobRow.Columns} FROM jobs WHERE id = @id AND project_id = @projectId", new { id, projectId }, cancellationToken: cancel));
    }
}
