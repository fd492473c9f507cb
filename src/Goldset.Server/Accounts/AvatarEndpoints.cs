using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Uploads;
using StbImageSharp;

namespace Goldset.Server.Accounts;

/// <summary>The signed-in user's picture, whichever user the address names.</summary>
internal static class AvatarEndpoints
{
    private const int MaxSide = 1200;
    private const int MaxBytes = 1024 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".png"] = "image/png",
    };

    public static void MapAvatars(this IEndpointRouteBuilder routes)
    {
        var avatar = routes.MapGroup("/api/users/{id:long}/avatar").WithTags("Users");
        avatar.MapPost("/", SaveAsync).WithName("api_users_avatar_create").WithSummary("Set the own picture").Accepts<System.Text.Json.JsonElement>("multipart/form-data").TakesFile().Produces<AvatarSaved>();
        avatar.MapDelete("/", DeleteAsync).WithName("api_users_avatar_delete").WithSummary("Remove the own picture").Produces(204);
        routes.MapGet("/data/avatars/{name}", Download).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> SaveAsync(HttpContext http, Database database, MediaFolder media, CancellationToken cancel)
    {
        var body = await RequestBody.ReadAsync(http.Request, cancel);
        string? avatar = null;
        if (body.Files.Count > 0)
        {
            var file = body.Files[0];
            await CheckAsync(file, cancel);
            avatar = $"avatars/{Guid.NewGuid().ToString()[..8]}-{UploadName.Clean(file.FileName)}";
            var path = media.PathOf(avatar);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var stored = new FileStream(path, FileMode.CreateNew);
            await file.CopyToAsync(stored, cancel);
        }
        await SetAsync(http.Caller(), avatar, database, media, cancel);
        return Json.Result(new AvatarSaved("avatar saved"));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, Database database, MediaFolder media, CancellationToken cancel)
    {
        await SetAsync(http.Caller(), null, database, media, cancel);
        return Results.NoContent();
    }

    private static IResult Download(HttpContext http, string name, MediaFolder media)
    {
        var file = new FileInfo(media.PathOf("avatars/" + Path.GetFileName(name)));
        if (!file.Exists || !Types.TryGetValue(file.Extension, out var type)) throw ApiException.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        // A changed picture has another name.
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.File(file.FullName, type, lastModified: file.LastWriteTimeUtc);
    }

    private static async Task SetAsync(Caller caller, string? avatar, Database database, MediaFolder media, CancellationToken cancel)
    {
        var before = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var known = await tx.QueryFirstOrDefaultAsync<string?>("SELECT avatar FROM users WHERE id = @UserId", new { caller.UserId });
            await tx.ExecuteAsync("UPDATE users SET avatar = @avatar WHERE id = @UserId", new { avatar, caller.UserId });
            return known;
        }, cancel);
        if (before is not null) File.Delete(media.PathOf(before));
    }

    private static async Task CheckAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length > MaxBytes) throw Refused("Avatar file size may not exceed 1024.0 kb");
        if (!Types.TryGetValue(Path.GetExtension(file.FileName), out var type)) throw Refused("Please upload a valid image file with extensions: JPEG, JPG, GIF, or PNG.");
        if (!string.Equals(file.ContentType, type, StringComparison.OrdinalIgnoreCase)) throw Refused("Please use a JPEG, GIF or PNG image.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        if (ImageInfo.FromStream(content) is not { Width: > 0, Height: > 0 } image) throw Refused("Can't read image, try another one");
        if (image.Width > MaxSide || image.Height > MaxSide) throw Refused($"Please use an image that is {MaxSide} x {MaxSide} pixels or smaller.");
    }

    private static ValidationException Refused(string reason) => new("avatar", reason);
}

/// <summary>The picture was stored.</summary>
public sealed record AvatarSaved(string Detail);
