using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Does an action as a job: each batch is stored together with how far the job has come, so none is done twice.</summary>
internal sealed class ActionJob(
    IServiceProvider services, Database database, ProjectQueries projects, TaskIndexes indexes, TaskTotals totals, JobCallers callers, JobFiles files) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "action";

    /// <inheritdoc />
    public string Name => Kind;

    /// <inheritdoc />
    public async Task RunAsync(JobClaim job, CancellationToken cancel)
    {
        var order = job.Request<ActionOrder>();
        var caller = await callers.OfAsync(job, cancel);
        var action = services.GetServices<TaskAction>().FirstOrDefault(action => action.Id == order.Action && action.Role <= caller.Role) ?? throw ApiException.Forbidden();
        var scope = await TaskScope.AllAsync(database, await projects.GetAsync(caller, job.ProjectId, cancel), indexes, cancel);
        var selected = await ActionJobs.ReadAsync(files.PathOf(job.File!), cancel);
        var answer = await action.RunAsync(new ActionRun(caller, scope, RequestBody.Of(order.Body), [], selected, job), cancel);
        if (!job.IsComplete) await database.WriteAsync(WriteLane.Interactive, tx => job.CompleteAsync(tx, answer), cancel);
        totals.Forget(job.ProjectId);
    }
}
