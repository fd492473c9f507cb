namespace Goldset.Server.Hosting;

/// <summary>Work that goes on beside requests, from a moment after the start on: the first answers have the processors for themselves.</summary>
public abstract class Worker : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, stoppingToken);
        await KeepWorkingAsync(stoppingToken);
    }

    /// <summary>Works until the server stops.</summary>
    /// <param name="stoppingToken">The server stops.</param>
    protected abstract Task KeepWorkingAsync(CancellationToken stoppingToken);
}
