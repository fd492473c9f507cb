using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Jobs;

/// <summary>The right to do a job, with how far it has come.</summary>
internal sealed class JobClaim(Database database, JobQueue queue, JobFiles files, IJobKind? kind, JobRow row, TimeProvider clock) : ILeasedWork
{
    /// <summary>A job that has ended its process so often is not tried again.</summary>
    private const int MaxAttempts = 20;

    private const int MaxError = 10_000;
    private const string Held = "id = @Id AND attempt = @Attempt AND status = 'in_progress'";

    /// <summary>The job.</summary>
    public long Id => row.Id;

    /// <summary>Its project.</summary>
    public long ProjectId => row.ProjectId;

    /// <summary>Who asked for it.</summary>
    public long CreatedById => row.CreatedById;

    /// <summary>Its end is stored.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The file it works from, below the media folder.</summary>
    public string? File => row.File;

    /// <summary>How much is done.</summary>
    public long Done { get; set; } = row.Done;

    /// <summary>How much there is to do; null: not known.</summary>
    public long? Total { get; set; } = row.Total;

    /// <summary>Tasks read or worked on so far.</summary>
    public long TaskCount { get; set; } = row.TaskCount;

    /// <inheritdoc />
    public string Name => $"job {row.Id} ({row.Title})";

    /// <inheritdoc />
    public TimeSpan Beat => JobQueue.Beat;

    /// <summary>What was asked for.</summary>
    public T Request<T>() => JsonSerializer.Deserialize<T>(row.Request, Json.Options)!;

    /// <summary>Where an earlier attempt has left off; null: nowhere.</summary>
    public T? State<T>() where T : class => row.State is null ? null : JsonSerializer.Deserialize<T>(row.State, Json.Options);

    /// <summary>Holds the job until the end of <paramref name="tx"/>: nobody can cancel it or take it over meanwhile.</summary>
    /// <exception cref="LeaseLostException">Somebody has done so before.</exception>
    public Task GuardAsync(WriteTransaction tx) => HeldAsync(tx.ExecuteAsync(
        $"UPDATE jobs SET leased_until = @until, done = @Done, total = @Total, task_count = @TaskCount WHERE {Held}", new { row.Id, row.Attempt, until = queue.LeaseEnd(), Done, Total, TaskCount }));

    /// <summary>As <see cref="GuardAsync"/>, and puts down how far the job has come once <paramref name="tx"/> is stored.</summary>
    /// <exception cref="LeaseLostException">The job was cancelled, or taken over.</exception>
    public Task AdvanceAsync(WriteTransaction tx, object state) => HeldAsync(tx.ExecuteAsync(
        $"UPDATE jobs SET leased_until = @until, done = @Done, total = @Total, task_count = @TaskCount, state = @state WHERE {Held}",
        new { row.Id, row.Attempt, until = queue.LeaseEnd(), Done, Total, TaskCount, state = JsonSerializer.Serialize(state, Json.Options) }));

    /// <summary>Ends the job with <paramref name="tx"/>.</summary>
    /// <param name="tx">The write that makes its work visible.</param>
    /// <param name="result">What came of it.</param>
    /// <exception cref="LeaseLostException">The job was cancelled, or taken over; the write must not be.</exception>
    public async Task CompleteAsync(WriteTransaction tx, object result)
    {
        await HeldAsync(tx.ExecuteAsync($"""
            UPDATE jobs SET status = 'completed', leased_until = NULL, finished_at = @now, done = @Done, total = @Total, task_count = @TaskCount, state = NULL, file = NULL, result = @result WHERE {Held}
            """, new { row.Id, row.Attempt, now = Timestamp.Now(clock), Done, Total, TaskCount, result = JsonSerializer.Serialize(result, Json.Options) }));
        tx.AfterCommit(() =>
        {
            IsComplete = true;
            files.Delete(row.File);
        });
    }

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancel) =>
        row.Attempt > MaxAttempts ? throw new ApiException(StatusCodes.Status500InternalServerError, $"It was interrupted {MaxAttempts} times.")
        : kind is null ? throw new ApiException(StatusCodes.Status500InternalServerError, "This version of the server cannot do it.")
        : kind.RunAsync(this, cancel);

    /// <inheritdoc />
    public Task RenewAsync(CancellationToken cancel) => IsComplete ? Task.CompletedTask : database.WriteAsync(WriteLane.Bulk, GuardAsync, cancel);

    /// <inheritdoc />
    public Task EndAsync() => IsComplete ? Task.CompletedTask : throw new InvalidOperationException($"Job {row.Id} was left without an end");

    /// <inheritdoc />
    public Task ReturnAsync() => WriteAsync(tx => tx.ExecuteAsync($"UPDATE jobs SET leased_until = NULL WHERE {Held}", new { row.Id, row.Attempt }));

    /// <inheritdoc />
    public Task FailAsync(Exception reason) => WriteAsync(async tx =>
    {
        var errors = (reason as ValidationException)?.Errors;
        var changed = await tx.ExecuteAsync($"""
            UPDATE jobs SET status = 'failed', leased_until = NULL, finished_at = @now, task_count = @TaskCount, done = @Done, total = @Total, state = NULL, file = NULL,
                error = @error, validation_errors = @errors WHERE {Held}
            """, new
        {
            row.Id,
            row.Attempt,
            now = Timestamp.Now(clock),
            Done,
            Total,
            TaskCount,
            error = Storable(errors is null ? (reason as ApiException)?.Detail ?? "An error of the server, whose log says more." : string.Join('\n', errors.Messages)),
            errors = errors?.ToJson().ToJsonString(Json.Options),
        });
        tx.AfterCommit(() => files.Delete(row.File));
        return changed;
    });

    /// <inheritdoc />
    public bool IsRefusal(Exception reason) => reason is ApiException;

    private Task WriteAsync(Func<WriteTransaction, Task<int>> end) => database.WriteAsync(WriteLane.Interactive, tx => HeldAsync(end(tx)), CancellationToken.None);

    private static string Storable(string text)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.Length > MaxError ? text[..MaxError] + "…" : text;
    }

    private static async Task HeldAsync(Task<int> changed)
    {
        if (await changed == 0) throw new LeaseLostException();
    }
}
