using System.Text.Json.Nodes;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.SystemInfo;

/// <summary>Version and health, open to everybody.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/version/", () => Json.Result(VersionDocument()))
            .WithName("api_version_list").WithTags("Versions").WithSummary("Version of the server").AllowAnonymous().Answers("ServerVersion");
        routes.MapGet("/version/", () => Results.Content($"<pre>{VersionDocument().ToJsonString(Json.Options)}</pre>", "text/html; charset=utf-8"))
            .ExcludeFromDescription().AllowAnonymous();
        // Load balancers and the older client library look for the word UP.
        routes.MapGet("/health/", () => Results.Content("{\"status\": \"UP\"}", "text/html; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
        routes.MapGet("/metrics/", () => Results.Content("", "text/html; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
        // Clients of the API read switches here; Goldset has none.
        routes.MapGet("/feature-flags/", (HttpContext http) => http.CallerOrNull() is { SignIn: SignInKind.Session }
            ? Results.Content("<pre>{}</pre>", "text/html; charset=utf-8")
            : Results.Content("", "text/html; charset=utf-8", statusCode: StatusCodes.Status403Forbidden)).ExcludeFromDescription().AllowAnonymous();
        routes.MapMethods("/__lsa/", ["GET", "POST"], () => Results.NoContent()).ExcludeFromDescription().AllowAnonymous();
    }

    /// <summary>The version document; clients read <c>release</c> and <c>edition</c>.</summary>
    public static JsonObject VersionDocument() => new()
    {
        ["release"] = ServerVersion.Api,
        ["label-studio-os-package"] = new JsonObject
        {
            ["version"] = ServerVersion.Api,
            ["short_version"] = "1.22",
            ["latest_version_from_pypi"] = null,
            ["latest_version_upload_time"] = null,
            ["current_version_is_outdated"] = false,
        },
        ["label-studio-os-backend"] = new JsonObject(),
        ["backend"] = new JsonObject
        {
            ["message"] = "Goldset",
            ["commit"] = "",
            ["date"] = "",
            ["branch"] = "",
            ["version"] = ServerVersion.Goldset,
        },
        ["label-studio-converter"] = new JsonObject { ["version"] = ServerVersion.Goldset },
        ["lsf"] = new JsonObject { ["commit"] = "" },
        ["dm2"] = new JsonObject { ["commit"] = "" },
        ["edition"] = "Community",
    };
}
