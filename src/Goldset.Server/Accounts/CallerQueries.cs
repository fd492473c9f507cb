using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;

namespace Goldset.Server.Accounts;

/// <summary>Finds the user behind a request, with the organization and role, in one statement.</summary>
public sealed class CallerQueries(Database database)
{
    private const string Select = """
        SELECT u.id AS user_id, u.email, u.first_name, u.last_name, u.is_superuser, u.session_epoch, u.active_organization_id,
               m.organization_id, m.role, o.legacy_api_tokens_enabled, o.api_tokens_enabled, o.max_session_age, o.max_time_between_activity
        FROM users u
        LEFT JOIN organization_members m ON m.user_id = u.id AND m.organization_id = u.active_organization_id AND m.deleted_at IS NULL
        LEFT JOIN organizations o ON o.id = m.organization_id
        WHERE u.is_active AND
        """;

    /// <summary>By the hash of the access token.</summary>
    public Task<CallerRow?> ByTokenAsync(string tokenHash, CancellationToken cancel) => FindAsync("u.token_hash = @key", new { key = tokenHash }, cancel);

    /// <summary>By id.</summary>
    public Task<CallerRow?> ByIdAsync(long userId, CancellationToken cancel) => FindAsync("u.id = @key", new { key = userId }, cancel);

    private async Task<CallerRow?> FindAsync(string condition, object key, CancellationToken cancel)
    {
        CallerRow? row;
        await using (var connection = await database.ReadAsync(cancel))
            row = await connection.QueryFirstOrDefaultAsync<CallerRow>($"{Select} {condition}", key);
        if (row is null || row.OrganizationId is not null) return row;
        // Nobody is left without an organization while there is a membership to fall back on.
        var adopted = await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("""
            UPDATE users SET active_organization_id =
                (SELECT MIN(m.organization_id) FROM organization_members m WHERE m.user_id = users.id AND m.deleted_at IS NULL)
            WHERE id = @UserId AND EXISTS (SELECT 1 FROM organization_members m WHERE m.user_id = users.id AND m.deleted_at IS NULL)
            """, new { row.UserId }), cancel);
        if (adopted == 0) return row;
        await using var again = await database.ReadAsync(cancel);
        return await again.QueryFirstOrDefaultAsync<CallerRow>($"{Select} {condition}", key);
    }
}

/// <summary>A user with the active membership, as <see cref="CallerQueries"/> reads it.</summary>
public sealed class CallerRow
{
    /// <summary>The user.</summary>
    public long UserId { get; init; }
    /// <summary>E-mail.</summary>
    public string Email { get; init; } = "";
    /// <summary>First name.</summary>
    public string FirstName { get; init; } = "";
    /// <summary>Last name.</summary>
    public string LastName { get; init; } = "";
    /// <summary>May administer the server.</summary>
    public bool IsSuperuser { get; init; }
    /// <summary>Sessions of an earlier epoch have ended.</summary>
    public int SessionEpoch { get; init; }
    /// <summary>The organization of an active membership, or null.</summary>
    public long? OrganizationId { get; init; }
    /// <summary>Role there.</summary>
    public int? Role { get; init; }
    /// <summary>Organization's switch.</summary>
    public bool? LegacyApiTokensEnabled { get; init; }
    /// <summary>Organization's switch.</summary>
    public bool? ApiTokensEnabled { get; init; }
    /// <summary>Minutes.</summary>
    public int? MaxSessionAge { get; init; }
    /// <summary>Minutes.</summary>
    public int? MaxTimeBetweenActivity { get; init; }

    /// <summary>As a caller who signed in by <paramref name="kind"/>.</summary>
    public Caller ToCaller(SignInKind kind) => new()
    {
        UserId = UserId,
        Email = Email,
        FirstName = FirstName,
        LastName = LastName,
        OrganizationId = OrganizationId ?? 0,
        Role = (Role)(Role ?? 0),
        IsSuperuser = IsSuperuser,
        SignIn = kind,
    };
}
