namespace Goldset.Server.Jobs;

/// <summary>Work in the background that one process alone may do, for as long as it renews its lease.</summary>
internal interface ILeasedWork
{
    /// <summary>What the log calls it.</summary>
    string Name { get; }

    /// <summary>How often the lease is renewed.</summary>
    TimeSpan Beat { get; }

    /// <summary>Works. What is left when it returns is <see cref="EndAsync"/>.</summary>
    /// <exception cref="LeaseLostException">Another process has taken the work over, or nobody wants it any more.</exception>
    Task RunAsync(CancellationToken cancel);

    /// <summary>Renews the lease.</summary>
    /// <exception cref="LeaseLostException">It is lost.</exception>
    Task RenewAsync(CancellationToken cancel);

    /// <summary>Puts down that the work is done, if <see cref="RunAsync"/> has not done so.</summary>
    /// <exception cref="LeaseLostException">It is lost.</exception>
    Task EndAsync();

    /// <summary>Gives the work back, to be begun again by whoever comes first.</summary>
    /// <exception cref="LeaseLostException">It is lost.</exception>
    Task ReturnAsync();

    /// <summary>Puts down that the work has failed.</summary>
    /// <exception cref="LeaseLostException">It is lost.</exception>
    Task FailAsync(Exception reason);

    /// <summary>Whether <paramref name="reason"/> is the answer to what was asked for, and no fault of the server.</summary>
    bool IsRefusal(Exception reason);
}

/// <summary>The right to work has ended: another process has taken it because this one stood still for too long, or nobody wants the work any more.</summary>
internal sealed class LeaseLostException() : Exception("The work was taken over by another process, or is not wanted any more");
