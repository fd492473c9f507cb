using System.Globalization;
using System.IO.Pipelines;
using Goldset.Data.Entities;
using Goldset.Formats;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Export;

/// <summary>Direct export of a project: the answer is written while the project is read.</summary>
internal static class ExportEndpoints
{
    public static void AddExport(this IServiceCollection services)
    {
        services.AddSingleton<ExportMedia>();
        services.AddSingleton<ProjectExport>();
    }

    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/api/projects/{id:long}").WithTags("Export");
        export.MapGet("/export", ExportAsync).WithName("api_projects_export_read").WithSummary("Export a project").TakesExport()
            .TakesQuery("report", QueryType.Switch, "Put an account of what was left out into archives, as report.json")
            .Produces(200, contentType: "application/octet-stream");
        export.MapGet("/export/receipt", ReceiptAsync).WithName("api_projects_export_receipt_read").WithSummary("Count what an export would hold, and what it would leave out").TakesExport()
            .Answers("ExportReceipt");
        export.MapGet("/export/formats", FormatsAsync).WithName("api_projects_export_formats_read").WithSummary("List export formats")
            .TakesQuery("more", QueryType.Switch, "Also the formats beyond those of the original").Produces<ExportFormatResponse[]>();
        export.MapGet("/export/files", async (HttpContext http, long id, ProjectQueries projects, CancellationToken cancel) =>
            {
                await projects.GetAsync(http.Caller(), id, cancel);
                return Json.Result(new { export_files = Array.Empty<object>() });
            })
            .WithName("api_projects_export_files_read").WithSummary("List files of earlier exports").Answers("ExportFiles");
    }

    private static RouteHandlerBuilder TakesExport(this RouteHandlerBuilder route) => route.RequireRole(Role.Manager)
        .TakesQuery("exportType", QueryType.Text, "Name of the format, as the list of formats has it; JSON without it")
        .TakesQuery("download_all_tasks", QueryType.Switch, "Also tasks that nobody has annotated; without it they are left out")
        .TakesQuery("ids", QueryType.Integers, "Only the tasks with these ids")
        .TakesQuery("interpolate_key_frames", QueryType.Switch, "Fill the frames of video regions in between the key frames")
        .TakesQuery("download_resources", QueryType.Switch, "Whether VOC and ASR_MANIFEST take the files along; they do without it")
        .TakesQuery("class_order", QueryType.Text, "How COCO and YOLO number labels: name, or config for the order of the labeling config; name without it");

    private static async Task<IResult> FormatsAsync(HttpContext http, long id, ProjectQueries projects, LabelConfigs configs, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        return Json.Result(ExportFormats.For(configs.Get(project.LabelConfig), Switch(http.Request, "more", false)).Select(listed => new ExportFormatResponse(
            listed.Format.Title, listed.Format.Description, listed.Format.Link, listed.Format.Tags.Count > 0 ? listed.Format.Tags : null, listed.Format.Name, listed.Disabled ? true : null)));
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http, long id, ProjectQueries projects, ProjectExport exports, PublicAddress address, TimeProvider clock, CancellationToken cancel)
    {
        var order = await OrderAsync(http, id, projects, address, cancel);
        var answer = new ExportAnswer(http.Response, clock);
        try
        {
            var receipt = await exports.WriteAsync(order, Target, cancel);
            await answer.FinishAsync(receipt, cancel);
        }
        catch (UnfitFormatException unfit)
        {
            throw Unfit(unfit);
        }
        return Results.Empty;

        PipeWriter Target(ExportFileType file)
        {
            var fileName = ExportFile.Name(id, clock.GetUtcNow(), file);
            http.Response.ContentType = file.DirectContentType;
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            http.Response.Headers["filename"] = fileName;
            return answer;
        }
    }

    private static async Task<IResult> ReceiptAsync(HttpContext http, long id, ProjectQueries projects, ProjectExport exports, PublicAddress address, CancellationToken cancel)
    {
        var order = await OrderAsync(http, id, projects, address, cancel);
        try
        {
            var receipt = await exports.WriteAsync(order, _ => PipeWriter.Create(Stream.Null), cancel);
            return Results.Text(ReceiptReport.Line(receipt), "application/json");
        }
        catch (UnfitFormatException unfit)
        {
            throw Unfit(unfit);
        }
    }

    private static async Task<ExportOrder> OrderAsync(HttpContext http, long id, ProjectQueries projects, PublicAddress address, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        var query = http.Request.Query;
        var name = query["exportType"].ToString() is { Length: > 0 } type ? type : query["export_type"].ToString() is { Length: > 0 } older ? older : "JSON";
        return new ExportOrder(id, project.OrganizationId, project.LabelConfig, ExportFormats.Find(name) ?? throw new ValidationException("exportType", $"{name} is not supported export format"))
        {
            AllTasks = Switch(http.Request, "download_all_tasks", false),
            Ids = http.Request.Ids("ids"),
            Interpolate = Switch(http.Request, "interpolate_key_frames", false),
            DownloadResources = Switch(http.Request, "download_resources", true),
            ClassOrder = ClassOrderOf(query["class_order"].ToString()),
            WithReport = Switch(http.Request, "report", false),
            Origin = address.Of(http.Request),
        };
    }

    private static ValidationException Unfit(UnfitFormatException unfit) => new("exportType", unfit.Message);

    private static ClassOrder ClassOrderOf(string text) => text switch
    {
        "" or "name" => ClassOrder.Name,
        "config" => ClassOrder.Config,
        _ => throw new ValidationException("class_order", $"\"{text}\" is not a valid choice."),
    };

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
    string Title, string Description,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Link,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Tags, string Name,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Disabled);
