using System.Threading.Channels;

namespace Goldset.Server.Webhooks;

/// <summary>Tells the sender of this process that there is something to send, so that it need not ask the database all the time.</summary>
internal sealed class WebhookOutbox
{
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There may be work.</summary>
    public void Wake() => wake.Writer.TryWrite(true);

    /// <summary>Waits until <see cref="Wake"/> was called, <paramref name="limit"/> at most.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancel)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        round.CancelAfter(limit);
        try
        {
            await wake.Reader.ReadAsync(round.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or the end.
        }
    }
}
