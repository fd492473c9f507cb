using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Goldset.Data.Entities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Goldset.Server.Accounts;

/// <summary>
/// Browser sessions: an encrypted cookie that names the user, when the password was typed and whether to stay signed in; nothing is
/// stored on the server. Unsafe requests must also prove that they come from our own pages.
/// </summary>
public static class Sessions
{
    /// <summary>The session cookie.</summary>
    public const string CookieName = "sessionid";

    /// <summary>The cookie whose value unsafe requests repeat.</summary>
    public const string CsrfCookieName = "csrftoken";

    /// <summary>Header (or form field <see cref="CsrfField"/>) in which they repeat it.</summary>
    public const string CsrfHeader = "X-CSRFToken";

    /// <summary>Form field for the same.</summary>
    public const string CsrfField = "csrfmiddlewaretoken";

    internal const string UserClaim = "uid";
    internal const string EpochClaim = "epoch";
    internal const string SignedInClaim = "signed_in";
    internal const string SeenClaim = "seen";

    /// <summary>Starts a session for <paramref name="user"/>.</summary>
    public static Task StartAsync(HttpContext http, User user, bool persistent, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        // A new value for each session: an open page can tell that somebody else signed in meanwhile.
        AppendCsrfCookie(http);
        return SignInAsync(http, user.Id, user.SessionEpoch, now, now, persistent);
    }

    internal static Task SignInAsync(HttpContext http, long userId, int epoch, DateTimeOffset signedIn, DateTimeOffset seen, bool persistent)
    {
        var identity = new ClaimsIdentity(
        [
            new Claim(UserClaim, userId.ToString(CultureInfo.InvariantCulture)),
            new Claim(EpochClaim, epoch.ToString(CultureInfo.InvariantCulture)),
            new Claim(SignedInClaim, signedIn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new Claim(SeenClaim, seen.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ], CookieAuthenticationDefaults.AuthenticationScheme);
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IsPersistent = persistent,
            ExpiresUtc = persistent ? seen + TimeSpan.FromDays(14) : null,
        });
    }

    /// <summary>The value of the antiforgery cookie, set when it is not there yet.</summary>
    public static string EnsureCsrfCookie(HttpContext http)
    {
        if (http.Request.Cookies[CsrfCookieName] is { Length: >= 32 } known) return known;
        return http.Items[CsrfCookieName] as string ?? AppendCsrfCookie(http);
    }

    private static string AppendCsrfCookie(HttpContext http)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(CsrfCookieName, token, new CookieOptions
        {
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(364),
            Path = "/",
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        http.Items[CsrfCookieName] = token;
        return token;
    }

    /// <summary>
    /// Whether an unsafe request with a session comes from our own pages: the browser says so (<c>Sec-Fetch-Site</c>), or the
    /// antiforgery cookie is repeated in the header or form, which another site cannot do.
    /// </summary>
    public static async Task<bool> IsOwnPageAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Headers["Sec-Fetch-Site"] == "same-origin") return true;
        if (request.Cookies[CsrfCookieName] is not { Length: > 0 } cookie) return false;
        var sent = request.Headers[CsrfHeader].ToString();
        if (sent.Length == 0 && request.HasFormContentType && request.ContentLength is < 1024 * 1024)
            sent = (await request.ReadFormAsync(http.RequestAborted))[CsrfField].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(cookie));
    }
}
