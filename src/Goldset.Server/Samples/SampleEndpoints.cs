using Goldset.Labeling;
using Goldset.Server.Http;
using Microsoft.Extensions.FileProviders;

namespace Goldset.Server.Samples;

/// <summary>What sample tasks show: files under <c>/static/samples/</c> and generated data under <c>/samples/</c>. Open to everybody.</summary>
internal static class SampleEndpoints
{
    /// <summary>Pictures, sound, video, pages and tables, delivered with the server.</summary>
    public static void UseSampleFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = "/static/samples",
        FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "samples")),
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=86400",
    });

    public static void MapSamples(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/samples/time-series.csv", (HttpContext http, string? time, string? values, string? sep, string? tf) =>
        {
            http.Response.Headers["filename"] = "time-series.csv";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"time-series.csv\"";
            var series = new SampleTimeSeries(time ?? "time", (values ?? "").Split(','), sep, tf);
            return Results.File(System.Text.Encoding.UTF8.GetBytes(series.ToCsv(Random.Shared)), "application/csv");
        }).ExcludeFromDescription().AllowAnonymous();
        routes.MapGet("/samples/paragraphs.json", (string? nameKey, string? textKey) => Json.Result(SampleParagraphs.Create(nameKey ?? "author", textKey ?? "text")))
            .ExcludeFromDescription().AllowAnonymous();
    }
}
