using System.Net;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Accounts;

/// <summary>Sign-in, sign-up and sign-out. Plain forms, so that they work before any script has loaded.</summary>
internal static class AccountPages
{
    private const string WrongPassword = "The email and password you entered don't match.";

    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/user/login/", LoginPage).ExcludeFromDescription().AllowAnonymous();
        routes.MapPost("/user/login/", LogInAsync).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        routes.MapGet("/user/signup/", SignUpPage).ExcludeFromDescription().AllowAnonymous();
        routes.MapPost("/user/signup/", SignUpAsync).ExcludeFromDescription().AllowAnonymous().DisableAntiforgery();
        routes.MapMethods("/logout", ["GET", "POST"], (Delegate)LogOutAsync).ExcludeFromDescription().AllowAnonymous();
    }

    private static IResult LoginPage(HttpContext http, ServerOptions options) =>
        http.CallerOrNull() is not null ? Results.Redirect(Next(http)) : Page(http, Login(http, options, "", null));

    private static async Task<IResult> LogInAsync(
        HttpContext http, Database database, IPasswordHasher<User> passwords, TimeProvider clock, ServerOptions options, CancellationToken cancel)
    {
        if (http.CallerOrNull() is not null) return Results.Redirect(Next(http));
        if (IsForeign(http.Request)) return Page(http, Login(http, options, "", "This form was sent from another site. Please try again here."), 403);
        var form = await http.Request.ReadFormAsync(cancel);
        var email = form["email"].ToString().Trim().ToLowerInvariant();
        var password = form["password"].ToString();
        if (email.Length >= 256) return Page(http, Login(http, options, "", "Email is too long"));
        if (email.Length == 0 || password.Length == 0) return Page(http, Login(http, options, email, "Please enter your email address and your password."));
        User? user;
        await using (var context = database.Context()) user = await context.Users.FirstOrDefaultAsync(u => u.Email == email && u.IsActive, cancel);
        // An unknown address costs as much time as a wrong password, so that addresses cannot be probed.
        var checkedAgainst = user is { PasswordHash.Length: > 0 } ? user : Nobody(passwords);
        var verdict = passwords.VerifyHashedPassword(checkedAgainst, checkedAgainst.PasswordHash, password);
        if (user is null || user.PasswordHash.Length == 0 || verdict == PasswordVerificationResult.Failed) return Page(http, Login(http, options, email, WrongPassword));
        await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var known = await tx.Context.Users.FirstAsync(u => u.Id == user.Id);
            known.LastActivity = Timestamp.Now(clock);
            if (verdict == PasswordVerificationResult.SuccessRehashNeeded) known.PasswordHash = passwords.HashPassword(known, password);
            known.ActiveOrganizationId = await tx.Context.OrganizationMembers.Where(m => m.UserId == user.Id && m.DeletedAt == null)
                .OrderBy(m => m.Id).Select(m => (long?)m.OrganizationId).FirstOrDefaultAsync() ?? known.ActiveOrganizationId;
            await tx.Context.SaveChangesAsync();
        }, cancel);
        await Sessions.StartAsync(http, user, form["persist_session"].ToString() is "on" or "true" or "1" or "True", clock);
        Sessions.EnsureCsrfCookie(http);
        return Results.Redirect(Next(http));
    }

    private static async Task<IResult> SignUpPage(HttpContext http, Database database, CancellationToken cancel)
    {
        if (http.CallerOrNull() is not null) return Results.Redirect(Next(http));
        return Page(http, SignUp(http, "", null, await InvitingAsync(http, database, cancel)));
    }

    private static async Task<IResult> SignUpAsync(
        HttpContext http, Database database, AccountCreation accounts, TimeProvider clock, ServerOptions options, CancellationToken cancel)
    {
        if (http.CallerOrNull() is not null) return Results.Redirect(Next(http));
        var inviting = await InvitingAsync(http, database, cancel);
        if (IsForeign(http.Request)) return Page(http, SignUp(http, "", "This form was sent from another site. Please try again here.", inviting), 403);
        var invite = http.Request.Query["token"].ToString();
        if ((invite.Length > 0 && inviting is null) || (invite.Length == 0 && options.DisableSignupWithoutLink))
            return Page(http, Frame("Sign up", "<h1>This invitation is not valid</h1><p>Ask the person who invited you for a new link.</p>"), 403);
        var form = await http.Request.ReadFormAsync(cancel);
        var email = form["email"].ToString().Trim().ToLowerInvariant();
        var password = form["password"].ToString();
        var problem = email.Length == 0 ? "Invalid email"
            : email.Length >= 256 ? "Email is too long"
            : !Http.RequestBinding.RequestBinder.EmailPattern().IsMatch(email) ? "Enter a valid email address."
            : password.Length is < 8 or > 128 ? "Please enter a password 8–128 characters in length."
            : null;
        if (problem is not null) return Page(http, SignUp(http, email, problem, inviting));
        var newsletters = form["allow_newsletters"].ToString() is "on" or "true" or "True" or "1";
        var user = accounts.NewUser(email, password);
        user.AllowNewsletters = newsletters;
        var isNew = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (await tx.Context.Users.AnyAsync(u => u.Email == email)) return false;
            await AccountCreation.CreateUserAsync(tx, user);
            if (inviting is not null) await accounts.JoinAsync(tx, user, inviting.Id, inviting.InviteRole);
            else
            {
                var first = !await tx.Context.Organizations.AnyAsync();
                await accounts.CreateOrganizationAsync(tx, user, first ? AccountCreation.DefaultOrganizationTitle : user.Username);
            }
            return true;
        }, cancel);
        if (!isNew) return Page(http, SignUp(http, email, "User with this email already exists", inviting));
        await Sessions.StartAsync(http, user, persistent: true, clock);
        Sessions.EnsureCsrfCookie(http);
        return Results.Redirect(Next(http));
    }

    private static async Task<IResult> LogOutAsync(HttpContext http)
    {
        if (http.CallerOrNull() is null) return Results.Redirect("/user/login/?next=/logout");
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/");
    }

    private static async Task<Organization?> InvitingAsync(HttpContext http, Database database, CancellationToken cancel)
    {
        var invite = http.Request.Query["token"].ToString();
        if (invite.Length == 0) return null;
        await using var context = database.Context();
        return await context.Organizations.FirstOrDefaultAsync(o => o.InviteToken == invite, cancel);
    }

    private static User? nobody;

    private static User Nobody(IPasswordHasher<User> passwords)
    {
        if (nobody is not null) return nobody;
        var user = new User();
        user.PasswordHash = passwords.HashPassword(user, Guid.NewGuid().ToString());
        return nobody = user;
    }

    // Browsers name the page a form was sent from; one on another site must not sign people in or up.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Authority != request.Host.Value);

    /// <summary>Where to go next: a path on this server only. Browsers leave control characters out, which could make a host of a path.</summary>
    private static string Next(HttpContext http)
    {
        var next = http.Request.Query["next"].ToString();
        return next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && !next.Contains('\\', StringComparison.Ordinal) && !next.Any(char.IsControl) && !next.StartsWith("/logout", StringComparison.Ordinal) ? next : "/";
    }

    private static IResult Page(HttpContext http, string html, int status = 200)
    {
        Sessions.EnsureCsrfCookie(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    private static string Login(HttpContext http, ServerOptions options, string email, string? problem) => Frame("Log in", $"""
        <h1>Log in</h1>
        {Problem(problem)}
        <form method="post" action="{Action(http)}">
          {Csrf(http)}
          <label for="email">Email address</label>
          <input id="email" name="email" type="email" autocomplete="username" value="{WebUtility.HtmlEncode(email)}" required autofocus>
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required>
          <label class="check"><input type="checkbox" name="persist_session" checked> Keep me logged in on this browser</label>
          <button type="submit">Log in</button>
        </form>
        {(options.DisableSignupWithoutLink ? "" : $"""<p class="other">Don't have an account? <a href="/user/signup/{WebUtility.HtmlEncode(http.Request.QueryString.Value)}">Sign up</a></p>""")}
        """);

    private static string SignUp(HttpContext http, string email, string? problem, Organization? inviting) => Frame("Sign up", $"""
        <h1>Sign up</h1>
        {(inviting is null ? "" : $"<p>You join <strong>{WebUtility.HtmlEncode(inviting.Title)}</strong>.</p>")}
        {Problem(problem)}
        <form method="post" action="{Action(http)}">
          {Csrf(http)}
          <label for="email">Email address</label>
          <input id="email" name="email" type="email" autocomplete="username" value="{WebUtility.HtmlEncode(email)}" required autofocus>
          <label for="password">Password <span>8 to 128 characters</span></label>
          <input id="password" name="password" type="password" autocomplete="new-password" minlength="8" maxlength="128" required>
          <button type="submit">Create account</button>
        </form>
        <p class="other">Already have an account? <a href="/user/login/{WebUtility.HtmlEncode(http.Request.QueryString.Value)}">Log in</a></p>
        """);

    private static string Action(HttpContext http) => WebUtility.HtmlEncode(http.Request.Path + http.Request.QueryString);

    private static string Csrf(HttpContext http) => $"""<input type="hidden" name="{Sessions.CsrfField}" value="{WebUtility.HtmlEncode(Sessions.EnsureCsrfCookie(http))}">""";

    private static string Problem(string? problem) => problem is null ? "" : $"""<p class="problem" role="alert">{WebUtility.HtmlEncode(problem)}</p>""";

    private static string Frame(string title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} | Goldset</title>
        <style>
          :root { color-scheme: light dark; --bg: #F7F7F5; --surface: #FFFFFF; --line: #E3E2DE; --text: #1F2328; --muted: #656D76; --accent: #2F5FD0; --on-accent: #FFFFFF; --gold: #B8860B; --bad: #C93A3A; }
          @media (prefers-color-scheme: dark) { :root { --bg: #141517; --surface: #1B1D20; --line: #31343A; --text: #E8E6E1; --muted: #9BA1A8; --accent: #7AA2FF; --on-accent: #141517; --gold: #E3B341; --bad: #FF7B72; } }
          * { box-sizing: border-box; }
          body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--bg); color: var(--text); font: 14px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
          main { width: 360px; max-width: calc(100vw - 32px); background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 32px; }
          .mark { display: flex; align-items: center; gap: 8px; font-weight: 600; margin-bottom: 24px; }
          .mark svg { width: 24px; height: 24px; }
          h1 { font-size: 20px; margin: 0 0 16px; }
          label { display: block; margin: 16px 0 4px; font-weight: 500; }
          label span { color: var(--muted); font-weight: 400; }
          input[type=email], input[type=password] { width: 100%; padding: 8px 12px; font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; }
          .check { display: flex; gap: 8px; align-items: center; font-weight: 400; }
          button { width: 100%; margin-top: 24px; padding: 8px 16px; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; }
          :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
          a { color: var(--accent); }
          .problem { color: var(--bad); margin: 0; }
          .other { margin: 16px 0 0; color: var(--muted); }
        </style>
        </head>
        <body>
        <main>
        <div class="mark"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="20" height="20" rx="4" fill="none" stroke="var(--gold)" stroke-width="2"/><path d="M15.8 9.2A5 5 0 1 0 16.5 13H12.5" fill="none" stroke="var(--gold)" stroke-width="2" stroke-linecap="round"/></svg>Goldset</div>
        {{body}}
        </main>
        </body>
        </html>
        """;
}
