using System.IO.Pipelines;
using Goldset.Data.Entities;
using Goldset.Formats;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Projects;
using Microsoft.Net.Http.Headers;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Exports that are made in the background and kept.</summary>
internal static class SnapshotEndpoints
{
    public static void AddSnapshots(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotQueue>();
        services.AddSingleton<SnapshotFiles>();
        services.AddSingleton<SnapshotScope>();
        services.AddSingleton<SnapshotQueries>();
        services.AddSingleton<SnapshotCommands>();
        services.AddSingleton<SnapshotMaker>();
        services.AddHostedService<SnapshotWorker>();
    }

    public static void MapSnapshots(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/projects/{id:long}/exports").WithTags("Export").RequireRole(Role.Manager);
        all.MapGet("/", ListAsync).WithName("api_projects_exports_list").WithSummary("List export snapshots").WithDescription("The newest 100, the newest first.").Produces<SnapshotResponse[]>();
        all.MapPost("/", CreateAsync).WithName("api_projects_exports_create").WithSummary("Create an export snapshot")
            .WithDescription("Answers when the snapshot is complete, or after some seconds with the state it is in; poll the snapshot for the rest.")
            .TakesBody<SnapshotRequest>().Produces<SnapshotCreated>(201);
        all.MapGet("/{exportPk:long}", GetAsync).WithName("api_projects_exports_read").WithSummary("Get an export snapshot").Produces<SnapshotResponse>();
        all.MapDelete("/{exportPk:long}", async (HttpContext http, long id, long exportPk, ProjectQueries projects, SnapshotCommands commands, CancellationToken cancel) =>
            {
                await projects.GetAsync(http.Caller(), id, cancel);
                await commands.DeleteAsync(id, exportPk, cancel);
                return Results.NoContent();
            })
            .WithName("api_projects_exports_delete").WithSummary("Delete an export snapshot and its files").Produces(204);
        all.MapGet("/{exportPk:long}/download", DownloadAsync).WithName("api_projects_exports_download_read").WithSummary("Download an export snapshot")
            .WithDescription("The snapshot itself and what it was converted to are files, which can be read in parts. In another format it is converted while it is sent.")
            .TakesQuery("exportType", QueryType.Text, "Name of the format, as the list of formats has it; JSON without it")
            .Produces(200, contentType: "application/octet-stream").Produces(206, contentType: "application/octet-stream");
        all.MapPost("/{exportPk:long}/convert", ConvertAsync).WithName("api_projects_exports_convert_create").WithSummary("Convert an export snapshot")
            .WithDescription("Answers when the conversion has ended, or after some seconds while it goes on; its state is among the snapshot's `converted_formats`.")
            .TakesBody<ConvertRequest>().Produces<ConversionOrdered>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, long id, ProjectQueries projects, SnapshotQueries queries, PublicAddress address, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        var origin = address.Before(http.Request);
        return Json.Result((await queries.ListAsync(id, cancel)).Select(item => item.Snapshot.ToResponse(item.Conversions, origin)).ToArray());
    }

    private static async Task<IResult> CreateAsync(
        HttpContext http, long id, ProjectQueries projects, SnapshotQueries queries, SnapshotCommands commands, PublicAddress address, CancellationToken cancel)
    {
        var caller = http.Caller();
        var project = await projects.GetAsync(caller, id, cancel);
        var request = await RequestBinder.BindAsync<SnapshotRequest>(http.Request, partial: false, cancel);
        var made = await commands.CreateAsync(caller, project, request, cancel);
        var shown = (await queries.EndOfAsync(id, made, cancel)).ToResponse([], address.Before(http.Request));
        return Json.Result(new SnapshotCreated(
            shown.Title, shown.Id, shown.CreatedBy, shown.CreatedAt, shown.FinishedAt, shown.Status, shown.Md5, shown.Counters, shown.ConvertedFormats, new RawJson(null), new RawJson(null), new RawJson(null)), 201);
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, long exportPk, ProjectQueries projects, SnapshotQueries queries, PublicAddress address, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        var snapshot = await queries.GetAsync(id, exportPk, cancel);
        return Json.Result(snapshot.ToResponse(await queries.ConversionsAsync(snapshot.Id, cancel), address.Before(http.Request)));
    }

    private static async Task<IResult> ConvertAsync(
        HttpContext http, long id, long exportPk, ProjectQueries projects, SnapshotQueries queries, SnapshotCommands commands, PublicAddress address, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        var snapshot = await queries.GetAsync(id, exportPk, cancel);
        var request = await RequestBinder.BindAsync<ConvertRequest>(http.Request, partial: false, cancel);
        var format = ExportFormats.Find(request.ExportType.Value) ?? throw Unknown("export_type", request.ExportType.Value);
        if (snapshot.Status != SnapshotStatus.Completed) throw new ValidationException("Export is not completed");
        var ordered = await commands.ConvertAsync(snapshot.Id, format.Name, request.DownloadResources.Or(null) ?? false, address.Of(http.Request), cancel);
        await queries.EndOfConversionAsync(snapshot.Id, ordered, cancel);
        return Json.Result(new ConversionOrdered(format.Name, ordered));
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext http, long id, long exportPk, ProjectQueries projects, SnapshotQueries queries, SnapshotFiles files, SnapshotMaker maker, TimeProvider clock, CancellationToken cancel)
    {
        var project = await projects.GetAsync(http.Caller(), id, cancel);
        var snapshot = await queries.GetAsync(id, exportPk, cancel);
        if (snapshot.Status != SnapshotStatus.Completed) throw NoFile("Export is not completed");
        var name = http.Request.Query["exportType"].ToString() is { Length: > 0 } type ? type : "JSON";
        var format = ExportFormats.Find(name) ?? throw Unknown("exportType", name);
        if (format.Name == "JSON") return File(http, snapshot, files.PathOf(snapshot.File!), ExportFileType.Json.SnapshotContentType, $"\"{snapshot.Md5}\"");
        var converted = (await queries.ConversionsAsync(snapshot.Id, cancel)).FirstOrDefault(c => c is { Status: SnapshotStatus.Completed, File: not null } && c.ExportType == format.Name);
        if (converted is not null)
            return File(http, snapshot, files.PathOf(converted.File!), $"application/{Path.GetExtension(converted.File)!.TrimStart('.')}", $"\"{snapshot.Md5}-{converted.Id}\"");
        return await StreamAsync(http, project, snapshot, format, files, maker, clock, cancel);
    }

    private static IResult File(HttpContext http, SnapshotRow snapshot, string path, string contentType, string entityTag)
    {
        if (!System.IO.File.Exists(path)) throw NoFile("Can't get file");
        Name(http.Response, snapshot, Path.GetExtension(path).TrimStart('.'));
        return Results.File(path, contentType, lastModified: snapshot.FinishedAt?.ToDateTimeOffset(), entityTag: new EntityTagHeaderValue(entityTag), enableRangeProcessing: true);
    }

    /// <summary>Converts while it is sent.</summary>
    private static async Task<IResult> StreamAsync(
        HttpContext http, ProjectRow project, SnapshotRow snapshot, ExportFormat format, SnapshotFiles files, SnapshotMaker maker, TimeProvider clock, CancellationToken cancel)
    {
        if (!System.IO.File.Exists(files.PathOf(snapshot.File!))) throw NoFile("Can't get file");
        var answer = new ExportAnswer(http.Response, clock);
        try
        {
            await answer.FinishAsync(await maker.WriteAsync(project, snapshot, format, resources: false, origin: "", Target, cancel), cancel);
            return Results.Empty;
        }
        catch (UnfitFormatException unfit)
        {
            throw new ValidationException("exportType", unfit.Message);
        }

        PipeWriter Target(ExportFileType file)
        {
            http.Response.ContentType = file.SnapshotContentType;
            Name(http.Response, snapshot, file.Extension);
            return answer;
        }
    }

    private static void Name(HttpResponse response, SnapshotRow snapshot, string extension)
    {
        var name = ExportFile.Name(snapshot.ProjectId, snapshot.CreatedAt.ToDateTimeOffset(), extension, snapshot.Md5);
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers["filename"] = name;
    }

    private static ApiException NoFile(string detail) => new(StatusCodes.Status404NotFound, detail);

    private static ValidationException Unknown(string field, string name) => new(field, $"{name} is not supported export format");
}
