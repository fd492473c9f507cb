using System.Globalization;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Jobs;

namespace Goldset.Server.Storages.Sync;

/// <summary>The right to synchronize a storage, with the numbers so far.</summary>
internal sealed class SyncClaim(Database database, StorageRow storage, TimeProvider clock)
{
    private readonly JsonObject meta = JsonNode.Parse(storage.Meta)!.AsObject();
    private Timestamp began;

    /// <summary>The storage as it was when it was claimed.</summary>
    public StorageRow Storage => storage;

    /// <summary>Tasks made or annotations written.</summary>
    public long Done { get; set; }

    /// <summary>Of an import: objects that were there. Of an export: annotations of the project.</summary>
    public long Total { get; set; }

    /// <summary>What was passed over, and why.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How many problems there were, those that are not kept included.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>Adds a problem that ends nothing.</summary>
    public void Report(string problem)
    {
        ProblemCount++;
        if (Problems.Count < 100) Problems.Add(problem);
    }

    /// <summary>Takes the storage.</summary>
    public Task BeginAsync(WriteTransaction tx)
    {
        began = Timestamp.Now(clock);
        meta["time_in_progress"] = Text(began);
        meta["time_last_ping"] = Text(began);
        return tx.ExecuteAsync("UPDATE storages SET status = 'in_progress', heartbeat = @began, meta = @meta WHERE id = @Id", new { storage.Id, began, meta = meta.ToJsonString(Http.Json.Options) });
    }

    /// <summary>Says that it goes on, as part of what is written.</summary>
    /// <exception cref="LeaseLostException">The claim is not good any more.</exception>
    public async Task GuardAsync(WriteTransaction tx)
    {
        var held = await tx.ExecuteAsync("UPDATE storages SET heartbeat = @now WHERE id = @Id AND status = 'in_progress' AND attempt = @Attempt", new { storage.Id, storage.Attempt, now = Timestamp.Now(clock) });
        if (held == 0) throw new LeaseLostException();
    }

    /// <summary>Shows how far it is.</summary>
    /// <exception cref="LeaseLostException">The claim is not good any more.</exception>
    public Task BeatAsync(CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk, async tx =>
    {
        await GuardAsync(tx);
        var now = Timestamp.Now(clock);
        meta["time_last_ping"] = Text(now);
        Count(now);
        await tx.ExecuteAsync("UPDATE storages SET last_sync_count = @Done, meta = @meta WHERE id = @Id", new { storage.Id, Done, meta = meta.ToJsonString(Http.Json.Options) });
    }, cancel);

    /// <summary>Ends it well.</summary>
    public Task CompleteAsync() => database.WriteAsync(WriteLane.Interactive, async tx =>
    {
        await GuardAsync(tx);
        var now = Timestamp.Now(clock);
        meta["time_completed"] = Text(now);
        Count(now);
        if (ProblemCount > 0) meta["tasks_failed_validation"] = ProblemCount;
        await tx.ExecuteAsync("UPDATE storages SET status = @status, last_sync = @now, last_sync_count = @Done, meta = @meta, traceback = COALESCE(@traceback, traceback) WHERE id = @Id", new
        {
            storage.Id,
            status = ProblemCount > 0 ? SyncStatus.CompletedWithErrors : SyncStatus.Completed,
            now,
            Done,
            meta = meta.ToJsonString(Http.Json.Options),
            traceback = ProblemCount > 0 ? string.Join('\n', Problems) : null,
        });
    }, CancellationToken.None);

    /// <summary>Ends it badly.</summary>
    public Task FailAsync(string reason) => database.WriteAsync(WriteLane.Interactive, async tx =>
    {
        await GuardAsync(tx);
        var now = Timestamp.Now(clock);
        meta["time_failure"] = Text(now);
        meta["duration"] = Seconds(now);
        await tx.ExecuteAsync("UPDATE storages SET status = 'failed', last_sync = NULL, last_sync_count = NULL, traceback = @reason, meta = @meta WHERE id = @Id",
            new { storage.Id, reason = reason.Replace("\0", "", StringComparison.Ordinal), meta = meta.ToJsonString(Http.Json.Options) });
    }, CancellationToken.None);

    /// <summary>Gives it back, to be begun again when the server is back.</summary>
    public Task ReturnAsync() => database.WriteAsync(WriteLane.Interactive, async tx =>
    {
        await GuardAsync(tx);
        await tx.ExecuteAsync("UPDATE storages SET status = 'queued' WHERE id = @Id", new { storage.Id });
    }, CancellationToken.None);

    /// <summary>A time as clients of the original know it here.</summary>
    public static string Text(Timestamp time) => time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private void Count(Timestamp now)
    {
        meta["duration"] = Seconds(now);
        meta[storage.IsExport ? "total_annotations" : "tasks_existed"] = Total;
    }

    private double Seconds(Timestamp now) => Math.Max(0, now.Micros - began.Micros) / 1e6;
}
