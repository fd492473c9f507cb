using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Jobs;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Makes one snapshot or conversion.</summary>
internal sealed class SnapshotWork(Database database, SnapshotQueue queue, SnapshotMaker maker, TimeProvider clock, SnapshotJob job) : ILeasedWork
{
    /// <summary>A snapshot that has ended its process so often is not tried again.</summary>
    private const int MaxAttempts = 20;

    /// <inheritdoc />
    public string Name => $"snapshot {job.SnapshotId}";

    /// <inheritdoc />
    public TimeSpan Beat => SnapshotQueue.Beat;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancel) => job.Attempt > MaxAttempts ? throw new TooOftenException() : maker.RunAsync(job, cancel);

    /// <inheritdoc />
    public Task RenewAsync(CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk, tx => job.RenewAsync(tx, queue.LeaseEnd()), cancel);

    /// <inheritdoc />
    // The maker puts the end down together with the file.
    public Task EndAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public Task ReturnAsync() => WriteAsync(job.ReturnAsync);

    // What else it says may be about paths and addresses of the server, which are nobody else's business.
    /// <inheritdoc />
    public Task FailAsync(Exception reason) =>
        WriteAsync(tx => job.FailAsync(tx, Timestamp.Now(clock), IsRefusal(reason) ? reason.Message : "An error of the server, whose log says more."));

    /// <inheritdoc />
    public bool IsRefusal(Exception reason) => reason is UnfitFormatException or TooOftenException;

    private Task WriteAsync(Func<WriteTransaction, Task> end) => database.WriteAsync(WriteLane.Interactive, end, CancellationToken.None);

    private sealed class TooOftenException() : Exception($"It was interrupted {MaxAttempts} times.");
}
