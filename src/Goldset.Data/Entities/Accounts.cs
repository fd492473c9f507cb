namespace Goldset.Data.Entities;

/// <summary>A person, or a script acting as one.</summary>
public sealed class User
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Password hash in the ASP.NET Core Identity form; empty: cannot sign in.</summary>
    public string PasswordHash { get; set; } = "";
    /// <summary>Unique, compared exactly; the forms lower-case what is typed.</summary>
    public string Email { get; set; } = "";
    /// <summary>Shown name of the account; need not be unique.</summary>
    public string Username { get; set; } = "";
    /// <summary>At most 256 characters.</summary>
    public string FirstName { get; set; } = "";
    /// <summary>At most 256 characters.</summary>
    public string LastName { get; set; } = "";
    /// <summary>At most 256 characters.</summary>
    public string Phone { get; set; } = "";
    /// <summary>File below the media folder, or null.</summary>
    public string? Avatar { get; set; }
    /// <summary>JSON object <c>{"section:action": {"key", "active"}}</c>.</summary>
    public string CustomHotkeys { get; set; } = "{}";
    /// <summary>Created by the command line; may administer the whole server.</summary>
    public bool IsSuperuser { get; set; }
    /// <summary>False: refused everywhere.</summary>
    public bool IsActive { get; set; } = true;
    /// <summary>Null until the person has chosen.</summary>
    public bool? AllowNewsletters { get; set; }
    /// <summary>The organization whose data the user sees.</summary>
    public long? ActiveOrganizationId { get; set; }
    /// <summary>When the account was made.</summary>
    public Timestamp DateJoined { get; set; }
    /// <summary>Last request that changed something.</summary>
    public Timestamp LastActivity { get; set; }
    /// <summary>SHA-256 (hex) of the access token, by which a request's token is looked up.</summary>
    public string? TokenHash { get; set; }
    /// <summary>The access token, encrypted with the server's data-protection key so that it can be shown again.</summary>
    public string? TokenSealed { get; set; }
    /// <summary>Raised to end all sessions, e.g. after a password change.</summary>
    public int SessionEpoch { get; set; }
}

/// <summary>What a member of an organization may do; each includes the ones before it.</summary>
public enum Role
{
    /// <summary>Sees projects and results.</summary>
    Viewer = 0,
    /// <summary>Labels.</summary>
    Annotator = 1,
    /// <summary>Also changes and deletes the annotations of others.</summary>
    Reviewer = 2,
    /// <summary>Also makes and changes projects, imports, exports, deletes tasks.</summary>
    Manager = 3,
    /// <summary>Also members, invitations, organization settings.</summary>
    Administrator = 4,
    /// <summary>Everything.</summary>
    Owner = 5,
}

/// <summary>A tenant: projects, members and settings that no other organization sees.</summary>
public sealed class Organization
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>At most 1,000 characters.</summary>
    public string Title { get; set; } = "";
    /// <summary>The secret of the invitation link.</summary>
    public string InviteToken { get; set; } = "";
    /// <summary>The role that people joining by the invitation link get.</summary>
    public Role InviteRole { get; set; } = Role.Annotator;
    /// <summary>The owner.</summary>
    public long? CreatedById { get; set; }
    /// <summary>E-mail, or null.</summary>
    public string? ContactInfo { get; set; }
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>Whether personal access tokens (JWT) are accepted.</summary>
    public bool ApiTokensEnabled { get; set; } = true;
    /// <summary>Whether <c>Authorization: Token</c> with the account's token is accepted.</summary>
    public bool LegacyApiTokensEnabled { get; set; } = true;
    /// <summary>Minutes after which a session must sign in again.</summary>
    public int MaxSessionAge { get; set; } = 11520;
    /// <summary>Minutes without a request after which a session ends.</summary>
    public int MaxTimeBetweenActivity { get; set; } = 4320;
    /// <summary>When the session policy was first read.</summary>
    public Timestamp PolicyCreatedAt { get; set; }
    /// <summary>Last change of the session policy.</summary>
    public Timestamp PolicyUpdatedAt { get; set; }
}

/// <summary>A user's place in an organization.</summary>
public sealed class OrganizationMember
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The user.</summary>
    public long UserId { get; set; }
    /// <summary>The organization.</summary>
    public long OrganizationId { get; set; }
    /// <summary>What the user may do there.</summary>
    public Role Role { get; set; }
    /// <summary>When the user joined.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>Set when the member was removed; the row stays so that old work keeps its author.</summary>
    public Timestamp? DeletedAt { get; set; }
}

/// <summary>An issued personal access token (a refresh JWT); only what is needed to list and revoke it is kept.</summary>
public sealed class PersonalAccessToken
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Whose.</summary>
    public long UserId { get; set; }
    /// <summary>The token's <c>jti</c> claim.</summary>
    public string Jti { get; set; } = "";
    /// <summary><c>header.payload</c>, without the signature.</summary>
    public string Token { get; set; } = "";
    /// <summary>When it was issued.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>When it ends.</summary>
    public Timestamp ExpiresAt { get; set; }
    /// <summary>Set when it was revoked.</summary>
    public Timestamp? RevokedAt { get; set; }
}

/// <summary>How far a user has come in one of the product's introductions.</summary>
public sealed class ProductTour
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Whose.</summary>
    public long UserId { get; set; }
    /// <summary>Lower case with underscores.</summary>
    public string Name { get; set; } = "";
    /// <summary><c>ready</c>, <c>completed</c> or <c>skipped</c>.</summary>
    public string State { get; set; } = "ready";
    /// <summary>JSON object.</summary>
    public string InteractionData { get; set; } = "{}";
    /// <summary>When it was first asked for.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
}
