using System.Text.Json;
using Goldset.Data.Entities;
using Goldset.Formats.Reading;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Import.Datasets;
using Goldset.Server.Import.Files;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;

namespace Goldset.Server.Import;

/// <summary>Bringing tasks and predictions into a project.</summary>
internal static class ImportEndpoints
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<PendingImports>();
        services.AddSingleton<TaskFiles>();
        services.AddSingleton<ImportSources>();
        services.AddSingleton<TaskImport>();
        services.AddSingleton<DatasetImport>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<IJobKind, ImportJob>();
        services.AddSingleton<IJobKind, ReimportJob>();
        services.AddSingleton<PredictionImport>();
        services.AddSingleton<ImportProgressQueries>();
        services.AddHostedService<PendingImportSweeper>();
        services.AddHostedService<ImportJournalSweeper>();
    }

    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/api/projects/{id:long}").WithTags("Import").RequireRole(Role.Manager);
        foreach (var (path, name, summary) in ((string, string, string)[])[("/import", "api_projects_import_create", "Import tasks"), ("/tasks/bulk/", "api_projects_tasks_bulk_create", "Import tasks, older address")])
            project.MapPost(path, ImportAsync).WithName(name).WithSummary(summary)
                .WithDescription(
                    "Tasks as JSON, files as multipart, or the address of a file as the form field `url`. All of it is imported, or nothing. "
                    + "With the header `Prefer: respond-async` the answer comes as soon as the data is on the server's disk, 202 and `{\"import\": id}` with the import's address in `Location`: "
                    + "it is then done as a job that also outlives a restart of the server.")
                .Accepts<JsonElement>("application/json", "multipart/form-data", "application/x-www-form-urlencoded")
                .TakesShape("ImportedTasks").TakesShape("FileForm", "multipart/form-data").TakesShape("ImportAddress", "application/x-www-form-urlencoded").Produces<ImportResponse>(201).Produces<ImportQueued>(202)
                .TakesQuery("commit_to_project", QueryType.Switch, "false: files are uploaded and not yet made into tasks")
                .TakesQuery("return_task_ids", QueryType.Switch, "Answer the ids of the new tasks")
                .TakesQuery("preannotated_from_fields", QueryType.Names, "Fields of the tasks whose values become predictions")
                .TakesDataset();
        project.MapPost("/import/predictions", PredictionsAsync).WithName("api_projects_import_predictions_create").WithSummary("Import predictions for existing tasks")
            .Accepts<JsonElement>("application/json").TakesShape("ImportedPredictions").Produces<PredictionsCreated>(201);
        project.MapPost("/reimport", ReimportAsync).WithName("api_projects_reimport_create").WithSummary("Make tasks of uploaded files")
            .WithDescription("With the header `Prefer: respond-async` it is done as a job, as with an import, and the answer is 202 and `{\"reimport\": id}`.")
            .TakesDataset().TakesBody<ReimportRequest>().Produces<ReimportResponse>(201).Produces<ReimportResponse>().Produces<ReimportQueued>(202);
        project.MapGet("/imports/{importPk:long}/", async (HttpContext http, long id, long importPk, ProjectQueries projects, ImportProgressQueries imports, CancellationToken cancel) =>
            {
                await projects.GetAsync(http.Caller(), id, cancel);
                return Json.Result(await imports.GetAsync(id, importPk, cancel));
            })
            .WithName("api_projects_imports_read").WithSummary("Look at an import that is done as a job")
            .WithDescription("It stays for a week after its end. It is cancelled as a job.").Produces<ImportProgress>();
        project.MapGet("/reimports/{reimportPk:long}/", async (HttpContext http, long id, long reimportPk, ProjectQueries projects, ImportProgressQueries imports, CancellationToken cancel) =>
            {
                await projects.GetAsync(http.Caller(), id, cancel);
                return Json.Result(await imports.GetReimportAsync(id, reimportPk, cancel));
            })
            .WithName("api_projects_reimports_read").WithSummary("Look at a reimport that is done as a job")
            .WithDescription("It stays for a week after its end. It is cancelled as a job.").Produces<ReimportProgress>();
    }

    private static RouteHandlerBuilder TakesDataset(this RouteHandlerBuilder route) => route
        .TakesQuery("format", QueryType.Text, $"The files are a dataset: {string.Join(", ", DatasetFormats.All.Select(format => format.Name))}, or {DatasetOrder.Auto} to recognise it")
        .TakesQuery("as", QueryType.Text, "What a dataset's annotations become: annotations (without it) or predictions")
        .TakesQuery("model_version", QueryType.Text, "Version of these predictions")
        .TakesQuery("image_root_url", QueryType.Text, "Address that a dataset's images are below; without it those in the archive are uploaded")
        .TakesQuery("image_ending", QueryType.Text, "Ending of images that YOLO labels are about and that are not in the archive, as .jpg")
        .TakesQuery("converter_compatible", QueryType.Switch, "Read a dataset as Label Studio's converter does")
        .TakesQuery("set_config", QueryType.Switch, "false: a project without controls does not get the labeling config that the dataset needs")
        .TakesQuery("extend_config", QueryType.Switch, "Labels and controls that the labeling config lacks are added to it; without it they are a 400")
        .TakesQuery("skip_unreadable", QueryType.Switch, "Leave out what of a dataset cannot be read; without it that is a 400");

    private static async Task<IResult> ImportAsync(HttpContext http, long id, TaskImport import, ImportJobs jobs, CancellationToken cancel)
    {
        if (!http.Request.PrefersAsync()) return Json.Result(await import.ImportAsync(http.Request, http.Caller(), id, cancel), 201);
        var job = await jobs.ImportAsync(http.Request, http.Caller(), id, cancel);
        http.Response.AppliedAsync($"/api/projects/{id}/imports/{job}/");
        return Json.Result(new ImportQueued(job), 202);
    }

    private static async Task<IResult> ReimportAsync(HttpContext http, long id, TaskImport import, ImportJobs jobs, CancellationToken cancel)
    {
        var request = await RequestBinder.BindAsync<ReimportRequest>(http.Request, partial: false, cancel);
        var dataset = DatasetOrder.From(http.Request);
        if (http.Request.PrefersAsync() && request.FileUploadIds.Or([]) is { Count: > 0 } uploads)
        {
            var job = await jobs.ReimportAsync(http.Caller(), id, uploads, request.FilesAsTasksList.Or(true), dataset, cancel);
            http.Response.AppliedAsync($"/api/projects/{id}/reimports/{job}/");
            return Json.Result(new ReimportQueued(job), 202);
        }
        var done = await import.ReimportAsync(http.Caller(), id, request, dataset, cancel);
        return Json.Result(done, done.FileUploadIds.Count > 0 ? 201 : 200);
    }

    private static async Task<IResult> PredictionsAsync(HttpContext http, long id, PredictionImport import, CancellationToken cancel) =>
        Json.Result(new PredictionsCreated(await import.ImportAsync(http.Request, http.Caller(), id, cancel)), 201);
}
