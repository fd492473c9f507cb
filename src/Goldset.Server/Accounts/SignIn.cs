using System.Globalization;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Goldset.Server.Accounts;

/// <summary>
/// Finds out who is calling: <c>Bearer</c> access token, then <c>Token</c> (or <c>X-Api-Key</c>), then the session cookie. Then
/// checks that the endpoint is open to the caller. A wrong <c>Token</c> is refused even beside a good session.
/// </summary>
public sealed class SignIn(RequestDelegate next, CallerQueries callers, PersonalTokens personal, TimeProvider clock)
{
    /// <summary>Middleware, after routing.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        var caller = await IdentifyAsync(http);
        if (caller is not null) http.Features.Set(caller);
        // Closed unless an endpoint says otherwise, so that a new one cannot be left open by mistake.
        if (endpoint is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            var role = http.Caller().Role;
            if (endpoint.Metadata.GetMetadata<RequiredRole>() is { } required && role < required.Role) throw ApiException.Forbidden();
        }
        await next(http);
    }

    private async Task<Caller?> IdentifyAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var header = http.Request.Headers.Authorization.ToString();
        if (http.Request.Headers.TryGetValue("X-Api-Key", out var apiKey)) header = "Token " + apiKey;
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && await ByBearerAsync(header["Bearer ".Length..].Trim(), cancel) is { } bearer) return bearer;
        if (header.Equals("Token", StringComparison.OrdinalIgnoreCase)) throw Unauthorized("Invalid token header. No credentials provided.");
        if (header.StartsWith("Token ", StringComparison.OrdinalIgnoreCase)) return await ByTokenAsync(header["Token ".Length..].Trim(), cancel);
        return await BySessionAsync(http, cancel);
    }

    private async Task<Caller?> ByBearerAsync(string token, CancellationToken cancel)
    {
        // A personal access token's owner may also send the account's own token this way.
        if (!token.Contains('.', StringComparison.Ordinal))
            return await callers.ByTokenAsync(AccessTokens.Hash(token), cancel) is { LegacyApiTokensEnabled: not false } plain ? plain.ToCaller(SignInKind.Token) : null;
        var (claims, _) = await personal.ReadAsync(token);
        if (claims is not { Type: "access" }) return null;
        return await callers.ByIdAsync(claims.UserId, cancel) is { ApiTokensEnabled: not false } row ? row.ToCaller(SignInKind.Bearer) : null;
    }

    private async Task<Caller> ByTokenAsync(string token, CancellationToken cancel)
    {
        if (token.Length == 0) throw Unauthorized("Invalid token header. No credentials provided.");
        if (token.Contains(' ', StringComparison.Ordinal)) throw Unauthorized("Invalid token header. Token string should not contain spaces.");
        if (token.Count(c => c == '.') == 2)
        {
            // A personal access token under the older scheme's name.
            var (claims, _) = await personal.ReadAsync(token);
            if (claims is { Type: "access" } && await callers.ByIdAsync(claims.UserId, cancel) is { ApiTokensEnabled: not false } owner) return owner.ToCaller(SignInKind.Bearer);
            throw Unauthorized("Invalid token.");
        }
        var row = await callers.ByTokenAsync(AccessTokens.Hash(token), cancel) ?? throw Unauthorized("Invalid token.");
        if (row.LegacyApiTokensEnabled == false)
            throw Unauthorized("Authentication token no longer valid: legacy token authentication has been disabled for this organization");
        return row.ToCaller(SignInKind.Token);
    }

    private async Task<Caller?> BySessionAsync(HttpContext http, CancellationToken cancel)
    {
        if (!http.Request.Cookies.ContainsKey(Sessions.CookieName)) return null;
        var ticket = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (!ticket.Succeeded || Claim(ticket, Sessions.UserClaim) is not { } userId) return null;
        var row = await callers.ByIdAsync(userId, cancel);
        if (row is null || row.SessionEpoch != Claim(ticket, Sessions.EpochClaim)) return null;
        var now = clock.GetUtcNow();
        var signedIn = DateTimeOffset.FromUnixTimeSeconds(Claim(ticket, Sessions.SignedInClaim) ?? 0);
        var seen = DateTimeOffset.FromUnixTimeSeconds(Claim(ticket, Sessions.SeenClaim) ?? 0);
        if (now - signedIn > TimeSpan.FromMinutes(row.MaxSessionAge ?? 20160) || now - seen > TimeSpan.FromMinutes(row.MaxTimeBetweenActivity ?? 7200)) return null;
        if (!IsSafe(http.Request.Method) && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !await Sessions.IsOwnPageAsync(http))
            throw new ApiException(StatusCodes.Status403Forbidden, http.Request.Cookies.ContainsKey(Sessions.CsrfCookieName)
                ? "CSRF Failed: CSRF token missing or incorrect."
                : "CSRF Failed: CSRF cookie not set.");
        if (now - seen > TimeSpan.FromMinutes(5))
            await Sessions.SignInAsync(http, userId, row.SessionEpoch, signedIn, now, ticket.Properties?.IsPersistent ?? false);
        return row.ToCaller(SignInKind.Session);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static long? Claim(AuthenticateResult ticket, string type) =>
        long.TryParse(ticket.Principal?.FindFirst(type)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ApiException Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, detail);
}
