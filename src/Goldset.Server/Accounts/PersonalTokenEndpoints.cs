using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>Personal access tokens: issue, list, exchange, revoke, rotate.</summary>
internal static class PersonalTokenEndpoints
{
    public static void MapPersonalTokens(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/api/token").WithTags("JWT");
        tokens.MapGet("/", ListAsync).WithName("api_token_list").WithSummary("List personal access tokens").Produces<TokenResponse[]>();
        tokens.MapPost("/", CreateAsync).WithName("api_token_create").WithSummary("Create a personal access token").Produces<TokenResponse>(201);
        tokens.MapPost("/refresh/", RefreshAsync).WithName("api_token_refresh_create").WithSummary("Exchange a personal access token for an access token")
            .AllowAnonymous().TakesBody<RefreshRequest>().Produces<AccessResponse>();
        tokens.MapPost("/blacklist/", RevokeAsync).WithName("api_token_blacklist_create").WithSummary("Revoke a personal access token")
            .AllowAnonymous().TakesBody<RefreshRequest>().Produces(204);
        tokens.MapPost("/rotate/", RotateAsync).WithName("api_token_rotate_create").WithSummary("Replace a personal access token")
            .TakesBody<RefreshRequest>().Produces<RefreshResponse>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        await using var context = database.Context();
        var tokens = await Live(context, caller.UserId, Timestamp.Now(clock)).OrderBy(t => t.Id).Select(t => new TokenResponse(t.Token)).ToListAsync(cancel);
        return Json.Result(tokens);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, PersonalTokens personal, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var token = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (await Live(tx.Context, caller.UserId, Timestamp.Now(clock)).AnyAsync())
                throw new ApiException(StatusCodes.Status409Conflict, "You already have a valid token. Please revoke it before creating a new one.");
            return await IssueAsync(tx, personal, caller.UserId, clock);
        }, cancel);
        return Json.Result(new TokenResponse(token), 201);
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, Database database, PersonalTokens personal, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<RefreshRequest>(http.Request, partial: false, cancel);
        var (claims, refusal) = await personal.ReadAsync(request.Refresh.Value);
        if (claims is null) throw new ApiException(StatusCodes.Status401Unauthorized, refusal!);
        if (claims.Type != "refresh") throw new ApiException(StatusCodes.Status401Unauthorized, "Token has wrong type");
        await using var context = database.Context();
        var row = await context.PersonalAccessTokens.FirstOrDefaultAsync(t => t.Jti == claims.Jti, cancel);
        if (row is null) throw new ApiException(StatusCodes.Status401Unauthorized, "Token is invalid");
        if (row.RevokedAt is not null) throw new ApiException(StatusCodes.Status401Unauthorized, "Token is blacklisted");
        return Json.Result(new AccessResponse(personal.CreateAccess(claims.UserId)));
    }

    // Also the web app's list, which has only the part before the signature, may revoke: then the caller must own the token.
    private static async Task<IResult> RevokeAsync(HttpContext http, Database database, PersonalTokens personal, TimeProvider clock, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<RefreshRequest>(http.Request, partial: false, cancel);
        var text = request.Refresh.Value;
        var truncated = PersonalTokens.Truncate(text);
        var now = Timestamp.Now(clock);
        var revoked = 0;
        if (text.Count(c => c == '.') == 2)
        {
            if ((await personal.ReadAsync(text)).Claims is { Type: "refresh" } claims)
                revoked = await database.WriteAsync(WriteLane.Interactive, tx =>
                    tx.ExecuteAsync("UPDATE personal_access_tokens SET revoked_at = @now WHERE jti = @Jti AND revoked_at IS NULL", new { now, claims.Jti }), cancel);
        }
        else if (http.CallerOrNull() is { } caller)
            revoked = await database.WriteAsync(WriteLane.Interactive, tx =>
                tx.ExecuteAsync("UPDATE personal_access_tokens SET revoked_at = @now WHERE token = @truncated AND user_id = @UserId AND revoked_at IS NULL",
                    new { now, truncated, caller.UserId }), cancel);
        return revoked > 0
            ? Results.NoContent()
            : Json.Result(new { detail = "Token is invalid or already blacklisted." }, 404);
    }

    private static async Task<IResult> RotateAsync(HttpContext http, Database database, PersonalTokens personal, TimeProvider clock, CancellationToken cancel)
    {
        var caller = http.Caller();
        var request = await RequestBinder.BindAsync<RefreshRequest>(http.Request, partial: false, cancel);
        if ((await personal.ReadAsync(request.Refresh.Value)).Claims is not { Type: "refresh" } claims || claims.UserId != caller.UserId)
            throw new ValidationException("Invalid refresh token");
        var fresh = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var now = Timestamp.Now(clock);
            if (await tx.ExecuteAsync("UPDATE personal_access_tokens SET revoked_at = @now WHERE jti = @Jti AND revoked_at IS NULL", new { now, claims.Jti }) == 0)
                throw new ValidationException("Invalid refresh token");
            return await IssueAsync(tx, personal, caller.UserId, clock);
        }, cancel);
        return Json.Result(new RefreshResponse(fresh));
    }

    private static async Task<string> IssueAsync(WriteTransaction tx, PersonalTokens personal, long userId, TimeProvider clock)
    {
        var (token, jti, expires) = personal.CreateRefresh(userId);
        tx.Context.PersonalAccessTokens.Add(new PersonalAccessToken
        {
            UserId = userId,
            Jti = jti,
            Token = PersonalTokens.Truncate(token),
            CreatedAt = Timestamp.Now(clock),
            ExpiresAt = expires,
        });
        await tx.Context.SaveChangesAsync();
        return token;
    }

    private static IQueryable<PersonalAccessToken> Live(GoldsetContext context, long userId, Timestamp now)
    {
        var rows = context.PersonalAccessTokens.Where(t => t.UserId == userId && t.RevokedAt == null);
        return rows.Where(t => t.ExpiresAt > now);
    }
}

/// <summary>A personal access token.</summary>
public sealed record RefreshRequest
{
    /// <summary>The token.</summary>
    [Field(Required = true)] public Optional<string> Refresh { get; init; }
}

/// <summary>An access token for the <c>Bearer</c> header, good for five minutes.</summary>
public sealed record AccessResponse(string Access);

/// <summary>The personal access token that replaces the old one.</summary>
public sealed record RefreshResponse(string Refresh);
