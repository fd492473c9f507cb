using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.Jobs;

/// <summary>Imports and actions that go on in the background: look at them, stop them.</summary>
internal static class JobEndpoints
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<LeaseRunner>();
        services.AddSingleton<JobFiles>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobQueries>();
        services.AddSingleton<JobCallers>();
        services.AddHostedService<JobWorker>();
    }

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/api/projects/{id:long}/jobs").WithTags("Jobs").RequireRole(Role.Manager);
        jobs.MapGet("/", ListAsync).WithName("api_projects_jobs_list").WithSummary("List jobs")
            .WithDescription("Imports and actions that go on in the background, the newest first. Those that have ended stay for a week.")
            .TakesQuery("active", QueryType.Switch, "Only those that have not ended").Produces<JobResponse[]>();
        jobs.MapGet("/{jobId:long}/", GetAsync).WithName("api_projects_jobs_read").WithSummary("Get a job").Produces<JobResponse>();
        jobs.MapPost("/{jobId:long}/cancel/", CancelAsync).WithName("api_projects_jobs_cancel").WithSummary("Stop a job")
            .WithDescription("An import that is stopped leaves nothing; of an action stays what it has done. One that has ended stays as it is.").Produces<JobResponse>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, long id, ProjectQueries projects, JobQueries jobs, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        return Json.Result((await jobs.ListAsync(id, http.Request.Flag("active", false), cancel)).Select(JobResponse.Of));
    }

    private static async Task<IResult> GetAsync(HttpContext http, long id, long jobId, ProjectQueries projects, JobQueries jobs, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        return Json.Result(JobResponse.Of(await FindAsync(jobs, id, jobId, cancel)));
    }

    private static async Task<IResult> CancelAsync(HttpContext http, long id, long jobId, ProjectQueries projects, JobQueries jobs, JobQueue queue, CancellationToken cancel)
    {
        await projects.GetAsync(http.Caller(), id, cancel);
        await FindAsync(jobs, id, jobId, cancel);
        await queue.CancelAsync(id, jobId, cancel);
        return Json.Result(JobResponse.Of(await FindAsync(jobs, id, jobId, cancel)));
    }

    private static async Task<JobRow> FindAsync(JobQueries jobs, long projectId, long id, CancellationToken cancel) =>
        await jobs.FindAsync(projectId, id, cancel) ?? throw ApiException.NoMatch("Job");
}
