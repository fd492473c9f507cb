using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>The signed-in user: identity, token, key assignments.</summary>
internal static class CurrentUserEndpoints
{
    public static void MapCurrentUser(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/current-user").WithTags("Users");
        me.MapGet("/whoami", WhoAmIAsync).WithName("api_current-user_whoami_read").WithSummary("Who is signed in").Produces<WhoAmIResponse>();
        me.MapGet("/token", TokenAsync).WithName("api_current-user_token_read").WithSummary("Get the access token").Produces<TokenResponse>();
        me.MapPost("/reset-token/", ResetTokenAsync).WithName("api_current-user_reset-token_create").WithSummary("Replace the access token").Produces<TokenResponse>(201);
        me.MapGet("/hotkeys/", GetHotkeysAsync).WithName("api_current-user_hotkeys_list").WithSummary("Get own key assignments").Produces<HotkeysResponse>();
        me.MapPatch("/hotkeys/", SetHotkeysAsync).WithName("api_current-user_hotkeys_partial_update").WithSummary("Replace own key assignments")
            .TakesBody<HotkeysRequest>().Produces<HotkeysResponse>();
    }

    private static async Task<IResult> WhoAmIAsync(HttpContext http, UserQueries users, PublicAddress address, CancellationToken cancel)
    {
        var user = (await users.SelfAsync(http.Caller(), cancel)).ToResponse(address.Before(http.Request));
        return FieldSelection.From(http.Request).Respond(new WhoAmIResponse(user, Permissions.All));
    }

    private static async Task<IResult> TokenAsync(HttpContext http, UserQueries users, AccessTokens tokens, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        if (tokens.Reveal((await users.SelfAsync(caller, cancel)).TokenSealed) is { } known) return Json.Result(new TokenResponse(known));
        return Json.Result(new TokenResponse(await AssignAsync(caller, tokens, database, cancel)));
    }

    private static async Task<IResult> ResetTokenAsync(HttpContext http, AccessTokens tokens, Database database, CancellationToken cancel) =>
        Json.Result(new TokenResponse(await AssignAsync(http.Caller(), tokens, database, cancel)), 201);

    private static Task<string> AssignAsync(Caller caller, AccessTokens tokens, Database database, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var user = await tx.Context.Users.FirstAsync(u => u.Id == caller.UserId);
            var token = tokens.Assign(user);
            await tx.Context.SaveChangesAsync();
            return token;
        }, cancel);

    private static async Task<IResult> GetHotkeysAsync(HttpContext http, UserQueries users, CancellationToken cancel) =>
        Json.Result(new HotkeysResponse(new RawJson((await users.SelfAsync(http.Caller(), cancel)).CustomHotkeys)));

    private static async Task<IResult> SetHotkeysAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<HotkeysRequest>(http.Request, partial: true, cancel);
        string hotkeys;
        try
        {
            if (!request.CustomHotkeys.IsSet) throw new HotkeyException("This field is required.");
            hotkeys = Hotkeys.Check(request.CustomHotkeys.Value);
        }
        catch (HotkeyException refused)
        {
            return Json.Result(new { error = "Invalid hotkeys configuration", details = new { custom_hotkeys = new[] { refused.Message } } }, 400);
        }
        await database.WriteAsync(WriteLane.Interactive, tx =>
            tx.ExecuteAsync("UPDATE users SET custom_hotkeys = @hotkeys WHERE id = @UserId", new { hotkeys, caller.UserId }), cancel);
        return Json.Result(new HotkeysResponse(new RawJson(hotkeys)));
    }
}

/// <summary>The access token of the account.</summary>
public sealed record TokenResponse(string Token);

/// <summary>Key assignments.</summary>
public sealed record HotkeysResponse([property: Shape("Hotkeys")] RawJson CustomHotkeys);

/// <summary>New key assignments, which replace the old ones as a whole.</summary>
public sealed record HotkeysRequest
{
    /// <summary><c>{"section:action": {"key": "ctrl+enter", "active": true}}</c>, at most 200.</summary>
    [Field(Required = true), Shape("Hotkeys")] public Optional<JsonElement> CustomHotkeys { get; init; }
}

/// <summary>The signed-in user with the names of all permissions.</summary>
public sealed record WhoAmIResponse(
    long Id, string FirstName, string LastName, string Username, string Email, Timestamp LastActivity, RawJson CustomHotkeys, string? Avatar,
    string Initials, string Phone, long? ActiveOrganization, OrganizationMeta ActiveOrganizationMeta, bool? AllowNewsletters, Timestamp DateJoined,
    IReadOnlyList<string> Permissions)
    : UserResponse(Id, FirstName, LastName, Username, Email, LastActivity, CustomHotkeys, Avatar, Initials, Phone, ActiveOrganization, ActiveOrganizationMeta, AllowNewsletters, DateJoined)
{
    internal WhoAmIResponse(UserResponse u, IReadOnlyList<string> permissions)
        : this(u.Id, u.FirstName, u.LastName, u.Username, u.Email, u.LastActivity, u.CustomHotkeys, u.Avatar, u.Initials, u.Phone, u.ActiveOrganization,
            u.ActiveOrganizationMeta, u.AllowNewsletters, u.DateJoined, permissions)
    {
    }
}
