using Goldset.Data.Entities;
using Goldset.Server.Http;

namespace Goldset.Server.Accounts;

/// <summary>How a request proved whose it is.</summary>
public enum SignInKind
{
    /// <summary>The session cookie.</summary>
    Session,
    /// <summary><c>Authorization: Token</c>.</summary>
    Token,
    /// <summary><c>Authorization: Bearer</c>.</summary>
    Bearer,
}

/// <summary>The signed-in user behind a request, with the organization whose data the request may touch.</summary>
public sealed record Caller
{
    /// <summary>The user.</summary>
    public required long UserId { get; init; }
    /// <summary>E-mail, the identity people know.</summary>
    public required string Email { get; init; }
    /// <summary>May be empty.</summary>
    public required string FirstName { get; init; }
    /// <summary>May be empty.</summary>
    public required string LastName { get; init; }
    /// <summary>The active organization; every look-up is within it. 0: none, so nothing is found.</summary>
    public required long OrganizationId { get; init; }
    /// <summary>What the user may do there.</summary>
    public required Role Role { get; init; }
    /// <summary>May administer the server.</summary>
    public required bool IsSuperuser { get; init; }
    /// <summary>How the request signed in.</summary>
    public required SignInKind SignIn { get; init; }

    /// <summary><c>First Last mail, id</c>, as drafts show their author.</summary>
    public string DisplayName => PersonName.Display(FirstName, LastName, Email, UserId);
}

/// <summary>The caller of a request.</summary>
public static class CallerExtensions
{
    /// <summary>The signed-in user.</summary>
    /// <exception cref="ApiException">401: nobody is signed in.</exception>
    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>()
        ?? throw new ApiException(StatusCodes.Status401Unauthorized, "Authentication credentials were not provided.");

    /// <summary>The signed-in user, or null.</summary>
    public static Caller? CallerOrNull(this HttpContext http) => http.Features.Get<Caller>();

    /// <summary>Refuses callers below <paramref name="role"/> with 403.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, Role role) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new RequiredRole(role)));
        return builder;
    }
}

/// <summary>Endpoint metadata: the least role that may call it.</summary>
public sealed record RequiredRole(Role Role);

/// <summary>How people are named in answers.</summary>
public static class PersonName
{
    /// <summary><c>First Last mail, id</c>; without names <c>mail, id</c>.</summary>
    public static string Display(string first, string last, string email, long id) => $"{Full(first, last)} {email}, {id}".TrimStart();

    /// <summary>As <see cref="Display"/>, but it starts with a space when there are no names: annotations show it so.</summary>
    public static string OnAnnotation(string first, string last, string email, long id) => $"{Full(first, last)} {email}, {id}";

    /// <summary>First letters of the names; of one name one letter; else the first two characters of the e-mail.</summary>
    public static string Initials(string first, string last, string email) =>
        first.Length + last.Length > 0 ? $"{First(first)}{First(last)}" : email[..Math.Min(2, email.Length)];

    private static string Full(string first, string last) => last.Length > 0 ? $"{first} {last}" : first;

    private static string First(string name) => name.Length > 0 ? name[..1] : "";
}
