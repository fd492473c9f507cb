using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Accounts;

/// <summary>A user as the API shows it.</summary>
public record UserResponse(
    long Id, string FirstName, string LastName, string Username, string Email, Timestamp LastActivity, [property: Shape("Hotkeys", Null = true)] RawJson CustomHotkeys, string? Avatar,
    string Initials, string Phone, long? ActiveOrganization, OrganizationMeta ActiveOrganizationMeta, bool? AllowNewsletters, Timestamp DateJoined);

/// <summary>The active organization in short.</summary>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Email">E-mail of its owner, or empty.</param>
public sealed record OrganizationMeta(string Title, string Email);

/// <summary>A user in short.</summary>
public sealed record UserSimple(long Id, string FirstName, string LastName, string Username, string Email, string? Avatar);

/// <summary>Row behind <see cref="UserResponse"/>.</summary>
internal class UserRow
{
    public long Id { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Username { get; init; } = "";
    public string Email { get; init; } = "";
    public Timestamp LastActivity { get; init; }
    public string CustomHotkeys { get; init; } = "{}";
    public string? Avatar { get; init; }
    public string Phone { get; init; } = "";
    public long? ActiveOrganizationId { get; init; }
    public string? OrganizationTitle { get; init; }
    public string? OwnerEmail { get; init; }
    public bool? AllowNewsletters { get; init; }
    public Timestamp DateJoined { get; init; }
    public string? TokenSealed { get; init; }
    public Timestamp? MemberDeletedAt { get; init; }

    public const string Columns = """
        u.id, u.first_name, u.last_name, u.username, u.email, u.last_activity, u.custom_hotkeys, u.avatar, u.phone, u.active_organization_id,
        u.allow_newsletters, u.date_joined, u.token_sealed, o.title AS organization_title, owner.email AS owner_email
        """;

    public const string Joins = """
        LEFT JOIN organizations o ON o.id = u.active_organization_id
        LEFT JOIN users owner ON owner.id = o.created_by_id
        """;

    public UserResponse ToResponse(string origin)
    {
        var gone = MemberDeletedAt is not null;
        return new UserResponse(
            Id, gone ? "Deleted" : FirstName, gone ? "User" : LastName, gone ? "Deleted" : Username, gone ? "Deleted" : Email, LastActivity,
            new RawJson(CustomHotkeys), gone ? null : AvatarUrl(Avatar, origin), gone ? "DU" : PersonName.Initials(FirstName, LastName, Email), Phone,
            ActiveOrganizationId, new OrganizationMeta(OrganizationTitle ?? "", OwnerEmail ?? ""), AllowNewsletters, DateJoined);
    }

    public static string? AvatarUrl(string? avatar, string origin) => avatar is null ? null : $"{origin}/data/{avatar}";
}
