using System.Globalization;
using System.IO.Pipelines;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Formats;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Export;

/// <summary>Direct export of a project: the answer is written while the project is read.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/api/projects/{id:long}").WithTags("Export");
        export.MapGet("/export", ExportAsync).WithName("api_projects_export_read").WithSummary("Export a project").RequireRole(Role.Manager)
            .TakesQuery("exportType", QueryType.Text, "Name of the format, as the list of formats has it; JSON without it")
            .TakesQuery("download_all_tasks", QueryType.Switch, "Also tasks that nobody has annotated; without it they are left out")
            .TakesQuery("ids", QueryType.Integers, "Only the tasks with these ids")
            .TakesQuery("interpolate_key_frames", QueryType.Switch, "Fill the frames of video regions in between the key frames")
            .TakesQuery("download_resources", QueryType.Switch, "Whether formats with files take the files along; they do without it")
            .Produces(200, contentType: "application/octet-stream");
        export.MapGet("/export/formats", FormatsAsync).WithName("api_projects_export_formats_read").WithSummary("List export formats").Produces<ExportFormatResponse[]>();
        export.MapGet("/export/files", async (HttpContext http, long id, ProjectQueries projects, CancellationToken cancel) =>
            {
                await projects.GetAsync(http.Caller(), id, cancel);
                return Json.Result(new { export_files = Array.Empty<object>() });
            })
            .WithName("api_projects_export_files_read").WithSummary("List files of earlier exports").Answers("ExportFiles");
    }

    private static async Task<IResult> FormatsAsync(HttpContext http, long id, ProjectQueries projects, LabelConfigs configs, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        return Json.Result(ExportFormats.For(configs.Get(project.LabelConfig)).Select(listed => new ExportFormatResponse(
            listed.Format.Title, listed.Format.Description, listed.Format.Link, listed.Format.Tags.Count > 0 ? listed.Format.Tags : null, listed.Format.Name, listed.Disabled ? true : null)));
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http, long id, Database database, ProjectQueries projects, LabelConfigs configs, TimeProvider clock, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        var query = http.Request.Query;
        var name = query["exportType"].ToString() is { Length: > 0 } type ? type : query["export_type"].ToString() is { Length: > 0 } older ? older : "JSON";
        var allTasks = Switch(http.Request, "download_all_tasks", false);
        var interpolate = Switch(http.Request, "interpolate_key_frames", false);
        Switch(http.Request, "download_resources", true);
        var format = ExportFormats.Find(name) ?? throw new ValidationException("exportType", $"{name} is not supported export format");
        if (format.Writer is null)
            throw new ValidationException("exportType", $"This version of the server does not write {format.Title} yet. Export JSON and convert it, or choose JSON, JSON_MIN, CSV or TSV.");
        var config = configs.Get(project.LabelConfig);
        await using var source = new ProjectTaskSource(database, new ExportScope(id, allTasks, http.Request.Ids("ids")), TaskData.For(configs, project.LabelConfig), clock);
        ITaskSource tasks = interpolate ? KeyFrameInterpolation.Of(source, config) : source;
        await format.Writer.WriteAsync(new ExportInput(config, tasks), Target, cancel);
        return Results.Empty;

        PipeWriter Target(ExportFileType file)
        {
            var fileName = ExportFile.Name(id, clock.GetUtcNow(), file);
            http.Response.ContentType = file.DirectContentType;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            http.Response.Headers["filename"] = fileName;
            return http.Response.BodyWriter;
        }
    }

    private static bool Switch(HttpRequest request, string key, bool otherwise) => request.Query[key].ToString().ToLower(CultureInfo.InvariantCulture) switch
    {
        "" => otherwise,
        "true" or "t" or "y" or "yes" or "on" or "1" => true,
        "false" or "f" or "n" or "no" or "off" or "0" => false,
        _ => throw new ValidationException(key, "Must be a valid boolean."),
    };
}

/// <summary>An export format. <c>disabled</c> is there, and true, when it does not fit the project's labeling config.</summary>
public sealed record ExportFormatResponse(
    string Title, string Description, string Link,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags, string Name,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Disabled);
