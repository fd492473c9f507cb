using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Storages.LocalFiles;
using Goldset.Server.Tasks;
using Goldset.Server.Uploads;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Goldset.Server.Storages.Media;

/// <summary>The objects of storages, for browsers.</summary>
internal static class MediaEndpoints
{
    /// <summary>A file is data, whatever is in it: should it be opened as a page, that page has no scripts, no origin and no network.</summary>
    public const string NoScripts = "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";

    private const string ServingIsOff =
        "Serving local files can be dangerous, so it's disabled by default. You can enable it with LOCAL_FILES_SERVING_ENABLED environment variable, please check docs: https://labelstud.io/guide/storage.html#Local-storage";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var objects = routes.MapGroup("").WithTags("Storage");
        objects.MapGet("/tasks/{id:long}/resolve/", TaskAsync).WithName("tasks_resolve_read").WithSummary("Get an object of a task's data")
            .TakesQuery("fileuri", QueryType.Text, "Address of the object, as URL-safe base64", required: true).Produces(303).Produces(200, contentType: "application/octet-stream");
        objects.MapGet("/tasks/{id:long}/presign/", TaskAsync).ExcludeFromDescription();
        objects.MapGet("/projects/{id:long}/resolve/", ProjectAsync).WithName("projects_resolve_read").WithSummary("Get an object of a project's storages")
            .TakesQuery("fileuri", QueryType.Text, "Address of the object, as URL-safe base64", required: true).Produces(303).Produces(200, contentType: "application/octet-stream");
        objects.MapGet("/projects/{id:long}/presign/", ProjectAsync).ExcludeFromDescription();
        objects.MapMethods("/data/local-files/", ["GET", "HEAD"], LocalFileAsync).WithName("data_local-files_read").WithSummary("Get a file of a storage of local files")
            .TakesQuery("d", QueryType.Text, "Path below the document root", required: true).Produces(200, contentType: "application/octet-stream").Produces(206, contentType: "application/octet-stream");
        objects.MapGet("/storage-data/uploaded/", UploadedAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> TaskAsync(HttpContext http, long id, Database database, ObjectMedia media, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var task = await TaskRow.FindAsync(connection, null, http.Caller(), id);
        return await AnswerAsync(http, task?.ProjectId, task?.Data, media, cancel);
    }

    private static async Task<IResult> ProjectAsync(HttpContext http, long id, Database database, ObjectMedia media, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var project = await ProjectQueries.FindAsync(connection, null, http.Caller(), id);
        return await AnswerAsync(http, project?.Id, taskData: null, media, cancel);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, long? projectId, string? taskData, ObjectMedia media, CancellationToken cancel)
    {
        if (http.Request.Query["fileuri"].ToString() is not { Length: > 0 } uri) return Results.StatusCode(StatusCodes.Status400BadRequest);
        return projectId is null ? Results.StatusCode(StatusCodes.Status404NotFound) : await media.AnswerAsync(http, http.Caller(), projectId.Value, taskData, uri, cancel);
    }

    private static async Task<IResult> LocalFileAsync(HttpContext http, Database database, LocalFolder folder, CancellationToken cancel)
    {
        if (!folder.IsServed) return Results.Text(ServingIsOff, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
        if (http.Request.Query["d"].ToString() is not { Length: > 0 } relative) return Nothing(StatusCodes.Status403Forbidden);
        if (folder.Join(relative) is not { } path)
            throw new ApiException(StatusCodes.Status400BadRequest, $"The joined path ({relative}) is located outside of the base path component ({folder.Root})");
        if (!File.Exists(path) || !folder.TryResolve(path, out var real) || !await IsCoveredAsync(database, http.Caller().OrganizationId, path, cancel)) return Nothing(StatusCodes.Status404NotFound);
        var file = new FileInfo(real);
        http.Response.Headers.ContentSecurityPolicy = NoScripts;
        http.Response.Headers.CacheControl = "private, no-cache";
        var nanoseconds = (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100;
        var etag = new EntityTagHeaderValue($"\"{nanoseconds.ToString("x", CultureInfo.InvariantCulture)}-{file.Length.ToString("x", CultureInfo.InvariantCulture)}\"", isWeak: true);
        return Results.File(real, ContentTypes.TryGetContentType(path, out var type) ? type : "application/octet-stream", entityTag: etag, enableRangeProcessing: true);
    }

    private static IResult Nothing(int status) => Results.Content("", "text/html; charset=utf-8", statusCode: status);

    /// <summary>An import storage of the organization has the file's folder.</summary>
    internal static async Task<bool> IsCoveredAsync(Database database, long organizationId, string path, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var rows = await connection.QueryAsync<StorageRow>(
            $"SELECT {StorageRow.Columns} FROM storages s JOIN projects p ON p.id = s.project_id WHERE s.kind = 'localfiles' AND NOT s.is_export AND p.organization_id = @organizationId AND p.deleted_at IS NULL",
            new { organizationId });
        return rows.Any(row => row.Settings.Path is { Length: > 0 } covered && LocalFolder.IsBelow(covered, path));
    }

    // Uploads of the original may be kept in a cloud, where this address leads.
    private static async Task<IResult> UploadedAsync(HttpContext http, UploadQueries uploads, CancellationToken cancel)
    {
        if (http.Request.Query["filepath"].ToString() is not { Length: > 0 } path) return Results.StatusCode(StatusCodes.Status404NotFound);
        return await uploads.FindAsync(http.Caller(), path, cancel) is { } upload
            ? Results.Redirect($"{http.Request.PathBase}/data/{string.Join('/', upload.File.Split('/').Select(Uri.EscapeDataString))}")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
