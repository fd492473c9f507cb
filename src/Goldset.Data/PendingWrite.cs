namespace Goldset.Data;

/// <summary>Which writes go first when several wait.</summary>
public enum WriteLane
{
    /// <summary>A person waits for it: settings, tasks, imports that end. Durable before it is acknowledged.</summary>
    Interactive,
    /// <summary>
    /// Annotations and drafts: interactive, short, and many at once that meet in the counters of a project. Those that wait together are
    /// made durable together. May run again when the database broke down on the first attempt.
    /// </summary>
    Labeling,
    /// <summary>Imports, exports and jobs, in short transactions.</summary>
    Bulk,
    /// <summary>
    /// One long transaction that can be begun again. On SQLite, where it would keep all others waiting, the first of them that is not
    /// <see cref="Bulk"/> ends it with <see cref="WriteGaveWayException"/>.
    /// </summary>
    Yielding,
}

/// <summary>A write of the lane <see cref="WriteLane.Yielding"/> was rolled back, because somebody waited for the writer.</summary>
public sealed class WriteGaveWayException(Exception inner) : Exception("The write gave way to another one", inner);

/// <summary>A write that waits, runs or has run.</summary>
internal abstract class PendingWrite
{
    private readonly ExecutionContext? caller = ExecutionContext.Capture();
    private int begun;

    /// <summary>Others need not wait for it.</summary>
    public bool Yields { get; init; }

    /// <summary>Why nothing of it is stored.</summary>
    public Exception? Failure { get; set; }

    /// <summary>False when it was given up before.</summary>
    public bool Begin() => Interlocked.Exchange(ref begun, 1) == 0;

    /// <summary>Ends it unless it has begun.</summary>
    public void GiveUp()
    {
        if (Begin()) Cancel();
    }

    /// <summary>Does the work, without committing it.</summary>
    /// <returns>False when it failed and must be rolled back.</returns>
    public async Task<bool> RunAsync(WriteTransaction transaction)
    {
        Failure = null;
        try
        {
            var work = Task.CompletedTask;
            if (caller is null) work = DoAsync(transaction);
            else ExecutionContext.Run(caller, _ => work = DoAsync(transaction), null);
            await work;
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
        return Failure is null;
    }

    /// <summary>Tells whoever waits.</summary>
    public abstract void Complete();

    protected abstract void Cancel();

    protected abstract Task DoAsync(WriteTransaction transaction);
}

/// <inheritdoc />
internal sealed class PendingWrite<T>(Func<WriteTransaction, Task<T>> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteTransaction? transaction;
    private T? value;

    /// <summary>Waits for the commit; a caller that goes away gives up only what has not begun.</summary>
    public async Task<T> ResultAsync(CancellationToken cancel)
    {
        await using (cancel.Register(static write => ((PendingWrite)write!).GiveUp(), this).ConfigureAwait(false))
            return await completion.Task.ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task DoAsync(WriteTransaction transaction)
    {
        this.transaction = transaction;
        await using (transaction) value = await work(transaction);
    }

    /// <inheritdoc />
    public override void Complete()
    {
        try
        {
            if (Failure is null) transaction!.Committed();
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
        if (Failure is null) completion.SetResult(value!);
        else completion.SetException(Failure);
    }

    /// <inheritdoc />
    protected override void Cancel() => completion.SetCanceled();
}
