using System.Data.Common;

namespace Goldset.Server.Jobs;

/// <summary>Does work under a lease: renews it meanwhile, stops where it is lost, and sees to it that each end is put down.</summary>
internal sealed partial class LeaseRunner(TimeProvider clock, ILogger<LeaseRunner> log)
{
    /// <summary>Does <paramref name="work"/> to its end. Throws nothing: what went wrong is with the work, and in the log.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stop">The process ends: the work is given back.</param>
    public async Task RunAsync(ILeasedWork work, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(work, ended);
        var end = await WorkAsync(work, stop, ended.Token);
        await ended.CancelAsync();
        await renewing;
        try
        {
            if (end is not null) await end();
        }
        catch (Exception failed) when (failed is LeaseLostException or DbException)
        {
            Lost(log, work.Name, failed);
        }
    }

    /// <summary>Works.</summary>
    /// <returns>What is left to be put down; null: nothing, because the work is somebody else's now.</returns>
    private async Task<Func<Task>?> WorkAsync(ILeasedWork work, CancellationToken stop, CancellationToken ended)
    {
        try
        {
            await work.RunAsync(ended);
            return work.EndAsync;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return work.ReturnAsync;
        }
        catch (Exception lost) when (lost is LeaseLostException || (lost is OperationCanceledException && ended.IsCancellationRequested))
        {
            Lost(log, work.Name, lost);
            return null;
        }
        catch (Exception reason)
        {
            if (!work.IsRefusal(reason)) Unexpected(log, reason, work.Name);
            return () => work.FailAsync(reason);
        }
    }

    /// <summary>Renews the lease until the end; without it the work ends.</summary>
    private async Task RenewAsync(ILeasedWork work, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(work.Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token)) await work.RenewAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
        catch (Exception failed) when (failed is LeaseLostException or DbException)
        {
            Lost(log, work.Name, failed);
            await ended.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Information, "Work on {Name} was given up")]
    private static partial void Lost(ILogger log, string name, Exception error);

    [LoggerMessage(LogLevel.Error, "Work on {Name} failed")]
    private static partial void Unexpected(ILogger log, Exception error, string name);
}
