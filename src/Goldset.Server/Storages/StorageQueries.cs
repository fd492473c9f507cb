using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Storages;

/// <summary>Reads storages of the caller's organization.</summary>
internal sealed class StorageQueries(Database database)
{
    private const string From = "FROM storages s JOIN projects p ON p.id = s.project_id";
    private const string OfCaller = "p.organization_id = @OrganizationId AND p.deleted_at IS NULL";

    /// <summary>A storage.</summary>
    /// <exception cref="ApiException">404: not there, of another kind or direction, or another organization's.</exception>
    public async Task<StorageRow> GetAsync(Caller caller, StorageKind kind, bool isExport, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<StorageRow>(
            $"SELECT {StorageRow.Columns} {From} WHERE s.id = @id AND s.kind = @Name AND s.is_export = @isExport AND {OfCaller}",
            new { id, kind.Name, isExport, caller.OrganizationId }) ?? throw ApiException.NotFound();
    }

    /// <summary>The storages of a project; of one kind where that is given.</summary>
    public async Task<IReadOnlyList<StorageRow>> ListAsync(Caller caller, long projectId, StorageKind? kind, bool isExport, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<StorageRow>(
            $"SELECT {StorageRow.Columns} {From} WHERE s.project_id = @projectId AND s.is_export = @isExport AND {OfCaller}{(kind is null ? "" : " AND s.kind = @kind")} ORDER BY s.id",
            new { projectId, isExport, caller.OrganizationId, kind = kind?.Name })).AsList();
    }

    /// <summary>A storage, whoever's; null when it is gone.</summary>
    public async Task<StorageRow?> FindAsync(long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<StorageRow>($"SELECT {StorageRow.Columns} FROM storages s WHERE s.id = @id", new { id });
    }
}
