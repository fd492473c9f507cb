namespace Goldset.Data;

/// <summary>Which writes go first when several wait.</summary>
public enum WriteLane
{
    /// <summary>A person waits for it: annotations, drafts, settings. Durable before it is acknowledged.</summary>
    Interactive,
    /// <summary>Imports, exports and jobs, in short transactions.</summary>
    Bulk,
}

/// <summary>
/// Lets one writer in at a time, interactive ones before bulk ones, each lane in order of arrival. A plain lock is unfair under
/// load: a bulk writer that asks again at once would win over annotators who have waited.
/// </summary>
internal sealed class WriteGate
{
    private readonly Lock sync = new();
    private readonly Queue<TaskCompletionSource> interactive = new();
    private readonly Queue<TaskCompletionSource> bulk = new();
    private bool taken;

    /// <summary>Waits for the turn; dispose the result to let the next one in.</summary>
    public async ValueTask<Turn> EnterAsync(WriteLane lane, CancellationToken cancel)
    {
        TaskCompletionSource waiter;
        lock (sync)
        {
            if (!taken)
            {
                taken = true;
                return new Turn(this);
            }
            waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (lane == WriteLane.Interactive ? interactive : bulk).Enqueue(waiter);
        }
        await using (cancel.Register(static state => ((TaskCompletionSource)state!).TrySetCanceled(), waiter).ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
        return new Turn(this);
    }

    private void Leave()
    {
        lock (sync)
        {
            while (interactive.TryDequeue(out var next) || bulk.TryDequeue(out next))
                if (next.TrySetResult()) return;
            taken = false;
        }
    }

    internal readonly struct Turn(WriteGate gate) : IDisposable
    {
        public void Dispose() => gate.Leave();
    }
}
