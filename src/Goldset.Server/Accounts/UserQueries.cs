using Dapper;
using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Accounts;

/// <summary>Reads users of the caller's organization.</summary>
internal sealed class UserQueries(Database database)
{
    /// <summary>All who are or were members, by id.</summary>
    public async Task<IReadOnlyList<UserRow>> ListAsync(Caller caller, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<UserRow>($"""
            SELECT {UserRow.Columns}, m.deleted_at AS member_deleted_at
            FROM organization_members m JOIN users u ON u.id = m.user_id {UserRow.Joins}
            WHERE m.organization_id = @OrganizationId ORDER BY u.id
            """, new { caller.OrganizationId })).AsList();
    }

    /// <summary>One who is or was a member.</summary>
    /// <exception cref="ApiException">404.</exception>
    public async Task<UserRow> GetAsync(Caller caller, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<UserRow>($"""
            SELECT {UserRow.Columns}, m.deleted_at AS member_deleted_at
            FROM users u JOIN organization_members m ON m.user_id = u.id AND m.organization_id = @OrganizationId {UserRow.Joins}
            WHERE u.id = @id
            """, new { caller.OrganizationId, id }) ?? throw ApiException.NoMatch("User");
    }

    /// <summary>The user with this e-mail, in whatever organization.</summary>
    public async Task<UserRow?> ByEmailAsync(string email, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<UserRow>($"SELECT {UserRow.Columns} FROM users u {UserRow.Joins} WHERE u.email = @email", new { email });
    }

    /// <summary>The caller, who may have no organization.</summary>
    public async Task<UserRow> SelfAsync(Caller caller, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstAsync<UserRow>($"SELECT {UserRow.Columns} FROM users u {UserRow.Joins} WHERE u.id = @UserId", new { caller.UserId });
    }
}
