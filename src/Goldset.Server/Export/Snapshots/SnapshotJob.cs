using Goldset.Data;
using Goldset.Server.Jobs;

namespace Goldset.Server.Export.Snapshots;

/// <summary>The right to make a snapshot, or to convert one.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="ConversionId">The conversion; null: the snapshot itself is to be made.</param>
/// <param name="Attempt">Which attempt this is, from 1. A later one ends the right.</param>
internal sealed record SnapshotJob(long ProjectId, long SnapshotId, long? ConversionId, int Attempt)
{
    private const string Held = "id = @id AND attempt = @attempt AND status = 'in_progress'";

    private string Table => ConversionId is null ? "export_snapshots" : "export_conversions";

    private long Id => ConversionId ?? SnapshotId;

    /// <summary>Tasks written so far.</summary>
    public long Done { get; set; }

    /// <summary>Says that it goes on.</summary>
    /// <exception cref="LeaseLostException">The right has ended.</exception>
    public Task RenewAsync(WriteTransaction tx, Timestamp until) => HeldAsync(tx.ExecuteAsync(
        $"UPDATE {Table} SET leased_until = @until{(ConversionId is null ? ", task_number = @Done" : "")} WHERE {Held}", new { id = Id, attempt = Attempt, until, Done }));

    /// <summary>Ends it well.</summary>
    /// <exception cref="LeaseLostException">The right has ended, and the file is nobody's.</exception>
    public Task CompleteAsync(WriteTransaction tx, Timestamp now, string? file, string md5) => HeldAsync(tx.ExecuteAsync(ConversionId is null
        ? $"UPDATE export_snapshots SET status = 'completed', leased_until = NULL, finished_at = @now, task_number = @Done, md5 = @md5, file = @file WHERE {Held}"
        : $"UPDATE export_conversions SET status = 'completed', leased_until = NULL, file = @file WHERE {Held}", new { id = Id, attempt = Attempt, now, Done, md5, file }));

    /// <summary>Ends it badly.</summary>
    /// <exception cref="LeaseLostException">The right has ended.</exception>
    public Task FailAsync(WriteTransaction tx, Timestamp now, string reason) => HeldAsync(tx.ExecuteAsync(ConversionId is null
        ? $"UPDATE export_snapshots SET status = 'failed', leased_until = NULL, finished_at = @now WHERE {Held}"
        : $"UPDATE export_conversions SET status = 'failed', leased_until = NULL, traceback = @reason WHERE {Held}",
        new { id = Id, attempt = Attempt, now, reason = reason.Replace("\0", "", StringComparison.Ordinal) }));

    /// <summary>Gives it back, to be begun again by whoever comes first.</summary>
    /// <exception cref="LeaseLostException">The right has ended.</exception>
    public Task ReturnAsync(WriteTransaction tx) => HeldAsync(tx.ExecuteAsync($"UPDATE {Table} SET leased_until = NULL WHERE {Held}", new { id = Id, attempt = Attempt }));

    private static async Task HeldAsync(Task<int> changed)
    {
        if (await changed == 0) throw new LeaseLostException();
    }
}
