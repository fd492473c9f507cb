using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Organizations;

/// <summary>An organization in a list.</summary>
public sealed record OrganizationItem(long Id, string Title, string? ContactInfo, Timestamp CreatedAt);

/// <summary>An organization.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Token">The secret of the invitation link.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="ContactInfo">E-mail or null.</param>
/// <param name="CreatedBy">Id of the owner, or null.</param>
/// <param name="Users">Ids of all members, also former ones.</param>
public sealed record OrganizationResponse(
    long Id, string Title, string Token, Timestamp CreatedAt, Timestamp UpdatedAt, string? ContactInfo, long? CreatedBy, IReadOnlyList<long> Users);

/// <summary>A member in a list.</summary>
public sealed record MemberResponse(long Id, long Organization, MemberUser User);

/// <summary>A member's user with the projects of theirs, null unless asked for.</summary>
public sealed record MemberUser(
    long Id, string FirstName, string LastName, string Username, string Email, Timestamp LastActivity, RawJson CustomHotkeys, string? Avatar,
    string Initials, string Phone, long? ActiveOrganization, OrganizationMeta ActiveOrganizationMeta, bool? AllowNewsletters, Timestamp DateJoined,
    IReadOnlyList<ProjectTitle>? CreatedProjects, IReadOnlyList<ProjectTitle>? ContributedToProjects)
    : UserResponse(Id, FirstName, LastName, Username, Email, LastActivity, CustomHotkeys, Avatar, Initials, Phone, ActiveOrganization, ActiveOrganizationMeta, AllowNewsletters, DateJoined)
{
    internal MemberUser(UserResponse u, IReadOnlyList<ProjectTitle>? created, IReadOnlyList<ProjectTitle>? contributed)
        : this(u.Id, u.FirstName, u.LastName, u.Username, u.Email, u.LastActivity, u.CustomHotkeys, u.Avatar, u.Initials, u.Phone, u.ActiveOrganization,
            u.ActiveOrganizationMeta, u.AllowNewsletters, u.DateJoined, created, contributed)
    {
    }
}

/// <summary>A project in short.</summary>
public sealed record ProjectTitle(long Id, string? Title);

/// <summary>A member with what they have done.</summary>
public sealed record MemberDetail(long User, long Organization, long ContributedProjectsCount, long AnnotationsCount, Timestamp CreatedAt);

/// <summary>The invitation link.</summary>
public sealed record InviteResponse(string Token, string InviteUrl);

/// <summary>Which tokens the organization accepts.</summary>
public sealed record TokenSettings(bool ApiTokensEnabled, bool LegacyApiTokensEnabled);

/// <summary>How long sessions last, in minutes.</summary>
public sealed record SessionPolicy(int MaxSessionAge, int MaxTimeBetweenActivity, Timestamp CreatedAt, Timestamp UpdatedAt);
