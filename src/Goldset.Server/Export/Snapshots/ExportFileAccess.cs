using System.Globalization;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.Export.Snapshots;

/// <summary>The answer to a proxy that may serve a file.</summary>
/// <param name="Detail">Always <c>auth ok</c>.</param>
public sealed record AccessGranted(string Detail);

/// <summary>Tells a reverse proxy that serves exported files by itself whether the caller may have one.</summary>
internal static class ExportFileAccess
{
    private const string Header = "X-Original-URI";
    private const string Folder = "/export/";

    public static void MapExportFileAccess(this IEndpointRouteBuilder routes) => routes.MapGet("/api/auth/export/", GetAsync).WithTags("Export").RequireRole(Role.Manager)
        .WithName("api_auth_export_read").WithSummary("Say whether an exported file may be served")
        .WithDescription($"For reverse proxies. The header `{Header}` names the file as `/export/{{project}}-…` or `/export/project-{{project}}-…`; another name answers 422, a project of others 404.")
        .Produces<AccessGranted>();

    private static async Task<IResult> GetAsync(HttpContext http, ProjectQueries projects, CancellationToken cancel)
    {
        var project = ProjectOf(http.Request.Headers[Header].ToString()) ?? throw new ApiException(StatusCodes.Status422UnprocessableEntity, "Incorrect filename in export");
        await projects.GetAsync(http.Caller(), project, cancel);
        return Json.Result(new AccessGranted("auth ok"));
    }

    private static long? ProjectOf(string address)
    {
        var start = address.IndexOf(Folder, StringComparison.Ordinal);
        if (start < 0) return null;
        var name = address[(start + Folder.Length)..];
        if (name.StartsWith("project-", StringComparison.Ordinal)) name = name["project-".Length..];
        return long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
