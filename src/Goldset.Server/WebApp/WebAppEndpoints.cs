using System.Text.RegularExpressions;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Goldset.Server.WebApp;

/// <summary>The built web app: its files, and its page at every address that is a screen.</summary>
internal static partial class WebAppEndpoints
{
    /// <summary>
    /// Scripts come from this server alone, whatever task data says. Pictures, media and texts of tasks may be anywhere, and tags are given
    /// inline styles.
    /// </summary>
    private const string ContentSecurity =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https: data: blob:; media-src 'self' http: https: data: blob:; "
        + "connect-src 'self' http: https: data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-src 'self' http: https: data: blob:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'self'";

    private static readonly string[] Screens = ["/", "/projects/{**rest}", "/organization/{**rest}", "/people/{**rest}", "/user/account/{**rest}", "/models/{**rest}"];

    /// <summary>Files of the web app; those with a hash in their name may be kept for a year.</summary>
    public static void UseWebAppAssets(this WebApplication app)
    {
        if (Root(app.Services.GetRequiredService<ServerOptions>()) is not { } root) return;
        // Only these files are compressed: an answer of the API may hold a secret beside what a stranger sent.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal), assets => assets.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.CacheControl = HashedName().IsMatch(file.File.Name) ? "public, max-age=31536000, immutable" : "no-cache";
                // The files are the same for everybody.
                headers.Vary = default;
                headers.ContentLanguage = default;
            },
        });
    }

    [GeneratedRegex(@"-[\w-]{8}\.\w+$")]
    private static partial Regex HashedName();

    public static void MapWebApp(this WebApplication app)
    {
        var root = Root(app.Services.GetRequiredService<ServerOptions>());
        foreach (var screen in Screens)
            app.MapGet(screen, (HttpContext http) =>
            {
                if (http.CallerOrNull() is null) return Results.Redirect(SignInPage(http.Request));
                Sessions.EnsureCsrfCookie(http);
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Headers.ContentSecurityPolicy = ContentSecurity;
                return root is null
                    ? Results.Content("<!doctype html><title>Goldset</title><p>The web app has not been built. Start the server with ./run, or build it with: npm run build", "text/html; charset=utf-8")
                    : Results.File(Path.Combine(root, "index.html"), "text/html; charset=utf-8");
            }).ExcludeFromDescription().AllowAnonymous();
    }

    /// <summary>The way to the sign-in page and back.</summary>
    private static string SignInPage(HttpRequest request)
    {
        var wanted = request.Path + request.QueryString;
        return request.PathBase + "/user/login/" + (wanted == "/" ? "" : "?next=" + Uri.EscapeDataString(wanted).Replace("%2F", "/", StringComparison.Ordinal));
    }

    /// <summary>The configured folder, <c>wwwroot</c> beside the server, or the source tree's <c>web/app/dist</c>.</summary>
    public static string? Root(ServerOptions options)
    {
        if (options.WebRoot is { } configured) return Path.GetFullPath(configured);
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (File.Exists(Path.Combine(beside, "index.html"))) return beside;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "web", "app", "dist");
            if (File.Exists(Path.Combine(built, "index.html"))) return built;
        }
        return null;
    }
}
