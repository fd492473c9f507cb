using System.Security.Cryptography;
using Goldset.Data;
using Goldset.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>Makes users and organizations, inside a write that the caller began.</summary>
public sealed class AccountCreation(AccessTokens tokens, IPasswordHasher<User> passwords, TimeProvider clock)
{
    /// <summary>A new user without an organization.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="email">Unique.</param>
    /// <param name="password">Null: the user cannot sign in until one is set.</param>
    /// <param name="token">The access token; null: a random one.</param>
    public async Task<User> CreateUserAsync(WriteTransaction tx, string email, string? password, string? token = null)
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
        tx.Context.Users.Add(user);
        await tx.Context.SaveChangesAsync();
        return user;
    }

    /// <summary>A new organization owned by <paramref name="owner"/>, which becomes the owner's active one.</summary>
    public async Task<Organization> CreateOrganizationAsync(WriteTransaction tx, User owner, string title)
    {
        var organization = await CreateOrganizationAsync(tx, owner.Id, title);
        await JoinAsync(tx, owner, organization.Id, Role.Owner);
        return organization;
    }

    /// <summary>A new organization made by <paramref name="creatorId"/>, without members.</summary>
    public async Task<Organization> CreateOrganizationAsync(WriteTransaction tx, long creatorId, string title)
    {
        var now = Timestamp.Now(clock);
        var organization = new Organization
        {
            Title = title,
            InviteToken = NewInviteToken(),
            CreatedById = creatorId,
            CreatedAt = now,
            UpdatedAt = now,
            PolicyCreatedAt = now,
            PolicyUpdatedAt = now,
        };
        tx.Context.Organizations.Add(organization);
        await tx.Context.SaveChangesAsync();
        return organization;
    }

    /// <summary>
    /// Makes <paramref name="user"/> a member and the organization the active one. An existing membership, also one that was ended, is
    /// left as it is.
    /// </summary>
    public async Task JoinAsync(WriteTransaction tx, User user, long organizationId, Role role)
    {
        var now = Timestamp.Now(clock);
        if (!await tx.Context.OrganizationMembers.AnyAsync(m => m.UserId == user.Id && m.OrganizationId == organizationId))
            tx.Context.OrganizationMembers.Add(new OrganizationMember
            {
                UserId = user.Id,
                OrganizationId = organizationId,
                Role = role,
                CreatedAt = now,
                UpdatedAt = now,
            });
        user.ActiveOrganizationId = organizationId;
        await tx.Context.SaveChangesAsync();
    }

    /// <summary>
    /// The user that the command line names, made on first use: administrator of the server, owner of a new organization or
    /// administrator of the first one. An existing user is left as it is.
    /// </summary>
    /// <returns>The user, and whether it was made now.</returns>
    public async Task<(User User, bool Created)> EnsureCommandLineUserAsync(WriteTransaction tx, string email, string? password, string? token)
    {
        var known = await tx.Context.Users.FirstOrDefaultAsync(u => u.Email == email);
        if (known is not null) return (known, false);
        var user = await CreateUserAsync(tx, email, password, token);
        user.IsSuperuser = true;
        if (await tx.Context.Organizations.OrderBy(o => o.Id).FirstOrDefaultAsync() is { } first) await JoinAsync(tx, user, first.Id, Role.Administrator);
        else await CreateOrganizationAsync(tx, user, DefaultOrganizationTitle);
        return (user, true);
    }

    /// <summary>The title of the first organization, which clients know.</summary>
    public const string DefaultOrganizationTitle = "Label Studio";

    /// <summary>40 random letters and digits.</summary>
    public static string NewInviteToken() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
}
