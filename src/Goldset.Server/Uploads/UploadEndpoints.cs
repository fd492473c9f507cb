using System.Text.Json;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Projects;

namespace Goldset.Server.Uploads;

/// <summary>Uploaded files: list, replace, remove, download.</summary>
internal static class UploadEndpoints
{
    private const string NoFile = "The submitted data was not a file. Check the encoding type on the form.";

    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<UploadStore>();
        services.AddSingleton<MultipartUploads>();
        services.AddSingleton<UrlUploads>();
        services.AddSingleton<UploadQueries>();
        services.AddSingleton<UploadCommands>();
    }

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var ofProject = routes.MapGroup("/api/projects/{id:long}").WithTags("Import").RequireRole(Role.Manager);
        ofProject.MapGet("/file-uploads", ListAsync).WithName("api_projects_file-uploads_list").WithSummary("List the caller's uploads").Produces<UploadResponse[]>()
            .TakesQuery("all", QueryType.Switch, "All of them").TakesQuery("ids", QueryType.Integers, "Only those with these ids");
        ofProject.MapDelete("/file-uploads", DeleteManyAsync).WithName("api_projects_file-uploads_delete").WithSummary("Remove uploads")
            .Accepts<UploadSelection>(isOptional: true, "application/json").Produces<UploadsDeleted>();
        var one = routes.MapGroup("/api/import/file-upload").WithTags("Import");
        one.MapGet("/{id:long}", GetAsync).WithName("api_import_file-upload_read").WithSummary("Get an upload").Produces<UploadResponse>();
        one.MapPatch("/{id:long}", PatchAsync).WithName("api_import_file-upload_partial_update").WithSummary("Replace the file").RequireRole(Role.Manager)
            .Accepts<JsonElement>("multipart/form-data", "application/json", "application/x-www-form-urlencoded").TakesFile().Produces<UploadResponse>();
        one.MapPut("/{id:long}", PutAsync).WithName("api_import_file-upload_update").WithSummary("Replace the file").RequireRole(Role.Manager)
            .Accepts<JsonElement>("multipart/form-data", "application/json", "application/x-www-form-urlencoded").TakesFile().Produces<UploadResponse>();
        one.MapDelete("/{id:long}", DeleteAsync).WithName("api_import_file-upload_delete").WithSummary("Remove an upload").RequireRole(Role.Manager).Produces(204);
        routes.MapMethods("/data/upload/{**path}", ["GET", "HEAD"], DownloadAsync).WithName("data_upload_retrieve").WithTags("Import")
            .WithSummary("Download an uploaded file").Produces(200, contentType: "application/octet-stream").Produces(206, contentType: "application/octet-stream");
    }

    private static async Task<IResult> ListAsync(HttpContext http, long id, ProjectQueries projects, UploadQueries uploads, CancellationToken cancel)
    {
        var caller = http.Caller();
        var project = await projects.GetAsync(caller, id, cancel);
        var all = project.IsDraft || http.Request.Flag("all", false);
        var found = await uploads.ListAsync(id, caller.UserId, all ? null : Ids(http.Request.Query["ids"].ToString()), cancel);
        return Json.Result(found.Select(f => f.ToResponse()));
    }

    private static async Task<IResult> DeleteManyAsync(HttpContext http, long id, ProjectQueries projects, UploadCommands commands, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        var given = body.TryGet("file_upload_ids", out var ids) && ids.ValueKind != JsonValueKind.Null;
        return Json.Result(new UploadsDeleted(await commands.DeleteAsync(id, given ? IdsIn(ids) : null, cancel)));
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, UploadQueries uploads, CancellationToken cancel) =>
        Json.Result((await uploads.GetAsync(http.Caller(), id, cancel)).ToResponse());

    private static Task<IResult> PatchAsync(HttpContext http, long id, UploadQueries uploads, UploadCommands commands, MultipartUploads multipart, CancellationToken cancel) =>
        ReplaceAsync(http, id, partial: true, uploads, commands, multipart, cancel);

    private static Task<IResult> PutAsync(HttpContext http, long id, UploadQueries uploads, UploadCommands commands, MultipartUploads multipart, CancellationToken cancel) =>
        ReplaceAsync(http, id, partial: false, uploads, commands, multipart, cancel);

    private static async Task<IResult> ReplaceAsync(
        HttpContext http, long id, bool partial, UploadQueries uploads, UploadCommands commands, MultipartUploads multipart, CancellationToken cancel)
    {
        var upload = await uploads.GetAsync(http.Caller(), id, cancel);
        if (!MultipartUploads.IsMultipart(http.Request))
        {
            var body = await RequestBody.ReadAsync(http.Request, cancel);
            if (body.Has("file")) throw new ValidationException("file", NoFile);
            return partial ? Json.Result(upload.ToResponse()) : throw new ValidationException("file", "No file was submitted.");
        }
        if (await multipart.StoreOneAsync(http.Request, upload.ProjectId, "file", cancel) is not { } stored)
            return partial ? Json.Result(upload.ToResponse()) : throw new ValidationException("file", "No file was submitted.");
        await commands.ReplaceAsync(id, stored.File, stored.Size, cancel);
        return Json.Result((upload with { File = stored.File, Size = stored.Size }).ToResponse());
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, long id, UploadQueries uploads, UploadCommands commands, CancellationToken cancel)
    {
        var upload = await uploads.GetAsync(http.Caller(), id, cancel);
        await commands.DeleteAsync(upload.ProjectId, [id], cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, string path, UploadQueries uploads, MediaFolder media, CancellationToken cancel)
    {
        var upload = await uploads.FindAsync(http.Caller(), "upload/" + path, cancel) ?? throw ApiException.NotFound();
        var file = new FileInfo(media.PathOf(upload.File));
        if (!file.Exists) throw ApiException.NotFound();
        var headers = http.Response.Headers;
        // A file is data, whatever is in it: should it be opened as a page, that page has no scripts, no origin and no network.
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";
        headers.CacheControl = "private, max-age=3600";
        // A range that cannot be served stands for the whole file, as players expect it of this address.
        if (http.Request.GetTypedHeaders().Range is { } range && !(range.Ranges.Count == 1 && range.Ranges.Single() is var one && (one.From ?? 0) < file.Length))
            http.Request.Headers.Range = default;
        return Results.File(file.FullName, UploadExtensions.ContentType(upload.File), lastModified: file.LastWriteTimeUtc, enableRangeProcessing: true);
    }

    /// <summary>The ids of a query parameter that holds a JSON list; none when it is absent.</summary>
    private static IReadOnlyList<long> Ids(string text)
    {
        if (text.Length == 0) return [];
        try
        {
            using var document = JsonDocument.Parse(text);
            return IdsIn(document.RootElement);
        }
        catch (JsonException)
        {
            throw new ValidationException("ids", "The ids must be a JSON list of numbers.");
        }
    }

    private static List<long> IdsIn(JsonElement list)
    {
        var ids = new List<long>();
        if (list.ValueKind == JsonValueKind.Array)
            foreach (var item in list.EnumerateArray())
                if (item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id)) ids.Add(id);
                else throw NoIds();
        else throw NoIds();
        return ids;

        static ValidationException NoIds() => new("\"file_upload_ids\" parameter must be a list of integers");
    }
}

/// <summary>Which uploads to remove.</summary>
/// <param name="FileUploadIds">Ids; absent: all of the project.</param>
internal sealed record UploadSelection(IReadOnlyList<long>? FileUploadIds);

/// <summary>How many uploads were removed.</summary>
/// <param name="Deleted">Number.</param>
internal sealed record UploadsDeleted(int Deleted);
