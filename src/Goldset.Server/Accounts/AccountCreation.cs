using System.Security.Cryptography;
using Goldset.Data;
using Goldset.Data.Entities;
using Microsoft.AspNetCore.Identity;

namespace Goldset.Server.Accounts;

/// <summary>
/// Makes users and organizations, inside a write that the caller began. With SQL, because the first start makes a user and EF Core's
/// model would take as long as everything else.
/// </summary>
public sealed class AccountCreation(AccessTokens tokens, IPasswordHasher<User> passwords, TimeProvider clock)
{
    /// <summary>A user to be stored. Hashing the password takes about a tenth of a second, so it is done before the write begins.</summary>
    /// <param name="email">Unique.</param>
    /// <param name="password">Null: the user cannot sign in until one is set.</param>
    /// <param name="token">The access token; null: a random one.</param>
    public User NewUser(string email, string? password, string? token = null)
    {
        var now = Timestamp.Now(clock);
        var user = new User
        {
            Email = email,
            Username = email.Split('@')[0],
            DateJoined = now,
            LastActivity = now,
        };
        if (password is not null) user.PasswordHash = passwords.HashPassword(user, password);
        tokens.Assign(user, token);
        return user;
    }

    /// <summary>Stores a new user, without an organization.</summary>
    public static async Task CreateUserAsync(WriteTransaction tx, User user) =>
        user.Id = await tx.QueryFirstOrDefaultAsync<long>("""
            INSERT INTO users (password_hash, email, username, first_name, last_name, phone, avatar, custom_hotkeys, is_superuser, is_active, allow_newsletters,
                active_organization_id, date_joined, last_activity, token_hash, token_sealed, session_epoch)
            VALUES (@PasswordHash, @Email, @Username, @FirstName, @LastName, @Phone, @Avatar, @CustomHotkeys, @IsSuperuser, @IsActive, @AllowNewsletters,
                NULL, @DateJoined, @LastActivity, @TokenHash, @TokenSealed, @SessionEpoch)
            RETURNING id
            """, user);

    /// <summary>A new organization owned by <paramref name="owner"/>, which becomes the owner's active one.</summary>
    public async Task<Organization> CreateOrganizationAsync(WriteTransaction tx, User owner, string title)
    {
        var organization = await CreateOrganizationAsync(tx, owner.Id, title, contactInfo: null);
        await JoinAsync(tx, owner, organization.Id, Role.Owner);
        return organization;
    }

    /// <summary>A new organization made by <paramref name="creatorId"/>, without members.</summary>
    public async Task<Organization> CreateOrganizationAsync(WriteTransaction tx, long creatorId, string title, string? contactInfo)
    {
        var now = Timestamp.Now(clock);
        var organization = new Organization
        {
            Title = title,
            InviteToken = NewInviteToken(),
            CreatedById = creatorId,
            ContactInfo = contactInfo,
            CreatedAt = now,
            UpdatedAt = now,
            PolicyCreatedAt = now,
            PolicyUpdatedAt = now,
        };
        organization.Id = await tx.QueryFirstOrDefaultAsync<long>("""
            INSERT INTO organizations (title, invite_token, invite_role, created_by_id, contact_info, created_at, updated_at, api_tokens_enabled,
                legacy_api_tokens_enabled, max_session_age, max_time_between_activity, policy_created_at, policy_updated_at)
            VALUES (@Title, @InviteToken, @InviteRole, @CreatedById, @ContactInfo, @CreatedAt, @UpdatedAt, @ApiTokensEnabled,
                @LegacyApiTokensEnabled, @MaxSessionAge, @MaxTimeBetweenActivity, @PolicyCreatedAt, @PolicyUpdatedAt)
            RETURNING id
            """, organization);
        return organization;
    }

    /// <summary>
    /// Makes <paramref name="user"/> a member and the organization the active one. An existing membership, also one that was ended, is
    /// left as it is.
    /// </summary>
    public async Task JoinAsync(WriteTransaction tx, User user, long organizationId, Role role)
    {
        await AddMemberAsync(tx, user.Id, organizationId, role);
        await tx.ExecuteAsync("UPDATE users SET active_organization_id = @organizationId WHERE id = @Id", new { organizationId, user.Id });
        user.ActiveOrganizationId = organizationId;
    }

    /// <summary>Adds the membership alone.</summary>
    public Task AddMemberAsync(WriteTransaction tx, long userId, long organizationId, Role role) => tx.ExecuteAsync("""
        INSERT INTO organization_members (user_id, organization_id, role, created_at, updated_at)
        VALUES (@userId, @organizationId, @role, @now, @now) ON CONFLICT (user_id, organization_id) DO NOTHING
        """, new { userId, organizationId, role, now = Timestamp.Now(clock) });

    /// <summary>
    /// The user that the command line names, made on first use: administrator of the server, owner of a new organization or
    /// administrator of the first one. An existing user is left as it is.
    /// </summary>
    /// <returns>The user's id, and whether it was made now.</returns>
    public async Task<(long Id, bool Created)> EnsureCommandLineUserAsync(WriteTransaction tx, User user)
    {
        if (await tx.QueryFirstOrDefaultAsync<long?>("SELECT id FROM users WHERE email = @Email", new { user.Email }) is { } known) return (known, false);
        user.IsSuperuser = true;
        await CreateUserAsync(tx, user);
        if (await tx.QueryFirstOrDefaultAsync<long?>("SELECT MIN(id) FROM organizations") is { } first) await JoinAsync(tx, user, first, Role.Administrator);
        else await CreateOrganizationAsync(tx, user, DefaultOrganizationTitle);
        return (user.Id, true);
    }

    /// <summary>The title of the first organization, which clients know.</summary>
    public const string DefaultOrganizationTitle = "Label Studio";

    /// <summary>40 random letters and digits.</summary>
    public static string NewInviteToken() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
}
