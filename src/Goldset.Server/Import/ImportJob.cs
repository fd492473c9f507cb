using Goldset.Server.Jobs;

namespace Goldset.Server.Import;

/// <summary>An import as a job. Nothing of it shows before all of it does, so an attempt that was cut off is begun again.</summary>
internal sealed class ImportJob(TaskImport import, JobCallers callers, JobFiles files) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "import";

    /// <inheritdoc />
    public string Name => Kind;

    /// <inheritdoc />
    public async Task RunAsync(JobClaim job, CancellationToken cancel) =>
        await import.RunAsync(job, await callers.OfAsync(job, cancel), job.File is null ? null : files.PathOf(job.File), cancel);
}

/// <summary>A reimport as a job, as <see cref="ImportJob"/>.</summary>
internal sealed class ReimportJob(TaskImport import, JobCallers callers) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "reimport";

    /// <inheritdoc />
    public string Name => Kind;

    /// <inheritdoc />
    public async Task RunAsync(JobClaim job, CancellationToken cancel) => await import.RunAsync(job, await callers.OfAsync(job, cancel), body: null, cancel);
}
