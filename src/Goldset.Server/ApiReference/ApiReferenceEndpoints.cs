using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.WebApp;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>The API's description for programs and its reference for people, both open to everybody.</summary>
internal static class ApiReferenceEndpoints
{
    private static readonly string[] Pages = ["/docs/api/schema/redoc/", "/docs/api/schema/swagger-ui/"];

    public static void MapApiReference(this WebApplication app)
    {
        var page = WebAppEndpoints.Root(app.Services.GetRequiredService<ServerOptions>()) is { } root ? Path.Combine(root, "api-reference.html") : null;
        var document = new Lazy<Task<OpenApiDocument>>(() =>
            app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.Document).GetOpenApiDocumentAsync(CancellationToken.None));
        // The endpoints do not change while the server runs.
        var json = new Lazy<Task<string>>(async () => await (await document.Value).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));
        var yaml = new Lazy<Task<string>>(async () => await (await document.Value).SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None));

        var routes = app.MapGroup("").ExcludeFromDescription().AllowAnonymous();
        foreach (var address in Pages) routes.MapGet(address, ReferencePage);
        // Programs ask this address for the resources there are; people are shown the reference.
        routes.MapGet("/api/", (HttpContext http, PublicAddress address) => AsksForPage(http.Request)
            ? ReferencePage(http)
            : Json.Result(new { users = $"{address.Of(http.Request)}/api/users/" }));
        routes.MapGet("/docs/api/schema/", () => TextAsync(json.Value, "application/vnd.oai.openapi+json"));
        routes.MapGet("/docs/api/schema/json/", () => TextAsync(json.Value, "application/json"));
        routes.MapGet("/docs/api/schema/yaml/", () => TextAsync(yaml.Value, "application/yaml"));
        Moved("/swagger.json", "json");
        Moved("/swagger.yaml", "yaml");
        Moved("/swagger/", "swagger-ui");
        Moved("/docs/", "redoc");
        routes.MapGet("/docs/api/", (HttpContext http) =>
            Results.Redirect($"{http.Request.PathBase}/docs/api/schema/{(http.Request.Query["format"] == "openapi" ? "json" : "redoc")}/"));

        void Moved(string from, string to) => routes.MapGet(from, (HttpContext http) => Results.Redirect($"{http.Request.PathBase}/docs/api/schema/{to}/"));

        IResult ReferencePage(HttpContext http)
        {
            // Requests tried on the page by someone who is signed in repeat this cookie.
            Sessions.EnsureCsrfCookie(http);
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.Vary = "Accept, Accept-Language, Cookie, origin";
            return page is not null && File.Exists(page)
                ? Results.File(page, "text/html; charset=utf-8")
                : Results.Content("<!doctype html><title>Goldset API</title><p>The web app has not been built; here is the <a href=\"/docs/api/schema/json/\">description of the API</a>.", "text/html; charset=utf-8");
        }
    }

    private static bool AsksForPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } first && first.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> TextAsync(Task<string> text, string type) => Results.Text(await text, type);
}
