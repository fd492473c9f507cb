using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Uploads;

/// <summary>Reads uploaded files of the caller's organization.</summary>
internal sealed class UploadQueries(Database database)
{
    private const string Columns = "f.id, f.project_id, f.file, f.size";

    /// <summary>One by id.</summary>
    /// <exception cref="ApiException">404: there is none.</exception>
    public async Task<Upload> GetAsync(Caller caller, long id, CancellationToken cancel) =>
        await FindAsync(caller.OrganizationId, "f.id = @key", id, cancel) ?? throw ApiException.NoMatch("FileUpload");

    /// <summary>One by its path below the media folder, or null.</summary>
    public Task<Upload?> FindAsync(Caller caller, string file, CancellationToken cancel) => FindAsync(caller.OrganizationId, file, cancel);

    /// <summary>The same, of an organization.</summary>
    public Task<Upload?> FindAsync(long organizationId, string file, CancellationToken cancel) => FindAsync(organizationId, "f.file = @key", file, cancel);

    /// <summary>Those of a project with the given ids, or all; in order of id.</summary>
    /// <param name="projectId">A project of the caller's organization.</param>
    /// <param name="userId">Only this user's; null: everybody's.</param>
    /// <param name="ids">Only these; null: all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<List<Upload>> ListAsync(long projectId, long? userId, IReadOnlyCollection<long>? ids, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var uploads = new List<Upload>();
        foreach (var chunk in ids is null ? [[]] : ids.Chunk(1000))
            uploads.AddRange(await connection.QueryAsync<Upload>($"""
                SELECT {Columns} FROM file_uploads f WHERE f.project_id = @projectId{(userId is null ? "" : " AND f.user_id = @userId")}
                {(ids is null ? "" : "AND " + database.Dialect.In("f.id", "@chunk"))} ORDER BY f.id
                """, new { projectId, userId, chunk }));
        uploads.Sort((a, b) => a.Id.CompareTo(b.Id));
        return uploads;
    }

    private async Task<Upload?> FindAsync(long organizationId, string condition, object key, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<Upload>($"""
            SELECT {Columns} FROM file_uploads f JOIN projects p ON p.id = f.project_id
            WHERE {condition} AND p.organization_id = @organizationId AND p.deleted_at IS NULL
            """, new { key, organizationId });
    }
}
