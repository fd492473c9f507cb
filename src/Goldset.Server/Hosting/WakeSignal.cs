using System.Threading.Channels;

namespace Goldset.Server.Hosting;

/// <summary>Tells a worker of this process that there is something to do, so that it need not ask the database all the time.</summary>
internal class WakeSignal
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There may be work.</summary>
    public void Wake() => signal.Writer.TryWrite(true);

    /// <summary>Waits until <see cref="Wake"/> was called, <paramref name="limit"/> at most, or until the worker is to end.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancel)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        round.CancelAfter(limit);
        try
        {
            await signal.Reader.ReadAsync(round.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or the end.
        }
    }
}
