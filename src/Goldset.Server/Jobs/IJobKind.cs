namespace Goldset.Server.Jobs;

/// <summary>A kind of job, and how it is done.</summary>
internal interface IJobKind
{
    /// <summary>Its name in the table of jobs.</summary>
    string Name { get; }

    /// <summary>
    /// Does <paramref name="job"/>, from its beginning or from where an earlier attempt has left off. The last thing it writes goes with
    /// <see cref="JobClaim.CompleteAsync"/>, so that the job ends exactly when its work is there.
    /// </summary>
    /// <exception cref="Http.ApiException">It cannot be done; the message says why.</exception>
    /// <exception cref="LeaseLostException">It was cancelled, or another process has taken it over.</exception>
    Task RunAsync(JobClaim job, CancellationToken cancel);
}
