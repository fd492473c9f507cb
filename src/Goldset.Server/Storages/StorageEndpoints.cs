using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Storages.AzureBlobs;
using Goldset.Server.Storages.Gcs;
using Goldset.Server.Storages.LocalFiles;
using Goldset.Server.Storages.Media;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Storages.Redis;
using Goldset.Server.Storages.S3;
using Goldset.Server.Storages.Sync;

namespace Goldset.Server.Storages;

/// <summary>Storages of projects, all kinds alike.</summary>
internal static class StorageEndpoints
{
    public static void AddStorages(this IServiceCollection services, ServerOptions options)
    {
        services.AddStorageHttp();
        services.AddSingleton<S3Clients>();
        services.AddSingleton<GcsClients>();
        services.AddSingleton<LocalFolder>();
        services.AddSingleton<StorageKind, S3Kind>();
        services.AddSingleton<StorageKind, GcsKind>();
        services.AddSingleton<StorageKind, AzureKind>();
        services.AddSingleton<StorageKind, RedisKind>();
        if (options.LocalFilesStorage) services.AddSingleton<StorageKind, LocalFilesKind>();
        services.AddSingleton<StorageKinds>();
        services.AddSingleton<StorageVault>();
        services.AddSingleton<StorageIndex>();
        services.AddSingleton<StorageQueries>();
        services.AddSingleton<StorageCommands>();
        services.AddSingleton<StorageActions>();
        services.AddSingleton<SyncQueue>();
        services.AddSingleton<ImportSync>();
        services.AddSingleton<ExportSync>();
        services.AddSingleton<ExportQueue>();
        services.AddSingleton<TaskUris>();
        services.AddSingleton<ObjectMedia>();
        services.AddHostedService<SyncWorker>();
    }

    public static void MapStorages(this IEndpointRouteBuilder routes)
    {
        var storages = routes.MapGroup("/api/storages").WithTags("Storage").RequireRole(Role.Manager);
        storages.MapGet("/", (HttpContext http, StorageQueries queries, StorageKinds kinds, CancellationToken cancel) => ListAllAsync(http, false, queries, kinds, cancel))
            .WithName("api_storages_list").WithSummary("List a project's import storages").TakesQuery("project", QueryType.Integer, "The project; without it the list is empty").Produces<StorageResponse[]>();
        storages.MapGet("/export", (HttpContext http, StorageQueries queries, StorageKinds kinds, CancellationToken cancel) => ListAllAsync(http, true, queries, kinds, cancel))
            .WithName("api_storages_export_list").WithSummary("List a project's export storages").TakesQuery("project", QueryType.Integer, "The project; without it the list is empty").Produces<StorageResponse[]>();
        storages.MapGet("/types", Types).WithName("api_storages_types_list").WithSummary("List the kinds of import storage").Produces<StorageType[]>();
        storages.MapGet("/export/types", Types).WithName("api_storages_export_types_list").WithSummary("List the kinds of export storage").Produces<StorageType[]>();
        foreach (var kind in routes.ServiceProvider.GetRequiredService<StorageKinds>().All)
        {
            MapKind(routes, kind, isExport: false);
            MapKind(routes, kind, isExport: true);
        }
    }

    private static void MapKind(IEndpointRouteBuilder routes, StorageKind kind, bool isExport)
    {
        var (contract, path, name, what) = isExport
            ? (kind.Export, $"/api/storages/export/{kind.Name}", $"api_storages_export_{kind.Name}_", $"export storage ({kind.Title})")
            : (kind.Import, $"/api/storages/{kind.Name}", $"api_storages_{kind.Name}_", $"import storage ({kind.Title})");
        var all = routes.MapGroup(path).WithTags("Storage: " + kind.Title).RequireRole(Role.Manager);

        contract.AnswersList(all.MapGet("/", async (HttpContext http, StorageQueries queries, CancellationToken cancel) =>
        {
            var project = http.Request.Number("project") ?? throw new ValidationException("query parameter \"project\" is required");
            return Answer(kind, await queries.ListAsync(http.Caller(), project, kind, isExport, cancel));
        })).WithName(name + "list").WithSummary($"List {what}s").TakesQuery("project", QueryType.Integer, "The project", required: true);

        contract.Answers(contract.TakesRequest(all.MapPost("/", async (HttpContext http, StorageActions actions, CancellationToken cancel) =>
            Answer(kind, await actions.CreateAsync(http.Caller(), kind, isExport, await contract.BindAsync(http.Request, false, cancel), cancel), 201))), 201)
            .WithName(name + "create").WithSummary($"Connect an {what}");

        contract.Answers(all.MapGet("/{id:long}", async (HttpContext http, long id, StorageQueries queries, CancellationToken cancel) =>
            Answer(kind, await queries.GetAsync(http.Caller(), kind, isExport, id, cancel))), 200).WithName(name + "read").WithSummary($"Get an {what}");

        contract.Answers(contract.TakesRequest(all.MapPatch("/{id:long}", async (HttpContext http, long id, StorageActions actions, CancellationToken cancel) =>
            Answer(kind, await actions.UpdateAsync(http.Caller(), kind, isExport, id, await contract.BindAsync(http.Request, true, cancel), cancel)))), 200)
            .WithName(name + "partial_update").WithSummary($"Change an {what}");

        contract.Answers(contract.TakesRequest(all.MapPut("/{id:long}", async (HttpContext http, long id, StorageActions actions, CancellationToken cancel) =>
            Answer(kind, await actions.UpdateAsync(http.Caller(), kind, isExport, id, await contract.BindAsync(http.Request, false, cancel), cancel)))), 200)
            .WithName(name + "update").WithSummary($"Replace an {what}");

        all.MapDelete("/{id:long}", async (HttpContext http, long id, StorageQueries queries, StorageCommands commands, CancellationToken cancel) =>
        {
            await commands.DeleteAsync((await queries.GetAsync(http.Caller(), kind, isExport, id, cancel)).Id, cancel);
            return Results.NoContent();
        }).WithName(name + "delete").WithSummary($"Disconnect an {what}").Produces(204);

        contract.Answers(all.MapPost("/{id:long}/sync", async (HttpContext http, long id, StorageActions actions, CancellationToken cancel) =>
            await actions.SyncAsync(http.Caller(), kind, isExport, id, cancel) is { } row
                ? Answer(kind, row)
                : Json.Result(new Refusal($"Storage {id} is not synchronizable"), 400)), 200)
            .WithName(name + "sync_create").WithSummary($"Synchronize an {what}")
            .WithDescription("Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.");

        contract.TakesRequest(all.MapPost("/validate", async (HttpContext http, StorageActions actions, CancellationToken cancel) =>
        {
            await actions.ValidateAsync(http.Caller(), kind, isExport, await contract.BindAsync(http.Request, false, cancel), cancel);
            return Results.Ok();
        })).WithName(name + "validate_create").WithSummary($"Check the settings of an {what}").AnswersNothing();

        all.MapGet("/form", () => Results.Text(isExport ? kind.ExportForm : kind.ImportForm, "application/json"))
            .WithName(name + "form_list").WithSummary($"Get the form for an {what}").Answers("Form");

        if (isExport) return;
        contract.TakesRequest(all.MapPost("/files", async (HttpContext http, StorageActions actions, CancellationToken cancel) =>
            Json.Result(await actions.ListFilesAsync(http.Caller(), kind, await contract.BindAsync(http.Request, false, cancel), cancel))))
            .WithName(name + "files_create").WithSummary($"List objects of an {what} that need not be connected yet").Produces<StorageFiles>();
    }

    private static async Task<IResult> ListAllAsync(HttpContext http, bool isExport, StorageQueries queries, StorageKinds kinds, CancellationToken cancel)
    {
        if (http.Request.Number("project") is not { } project) return Json.Result(Array.Empty<object>());
        var rows = await queries.ListAsync(http.Caller(), project, kind: null, isExport, cancel);
        return Json.Result(kinds.All.SelectMany(kind => rows.Where(row => row.Kind == kind.Name).Select(row => (object)kind.ToResponse(row))).ToArray());
    }

    private static IResult Types(StorageKinds kinds) => Json.Result(kinds.All.Select(kind => new StorageType(kind.Name, kind.Title)).ToArray());

    private static IResult Answer(StorageKind kind, StorageRow row, int status = 200) => Json.Result<object>(kind.ToResponse(row), status);

    private static IResult Answer(StorageKind kind, IReadOnlyList<StorageRow> rows) => Json.Result(rows.Select(row => (object)kind.ToResponse(row)).ToArray());

    private sealed record Refusal(string Message);
}
