using System.Threading.Channels;
using Goldset.Data;
using Goldset.Data.Bulk;

namespace Goldset.Server.Import;

/// <summary>
/// The imports under way: nobody sees their tasks until <see cref="FinishAsync"/>. An import that stops beating is swept away; once the
/// sweeper has marked it, it can neither write nor finish, so that nothing of it can appear later.
/// </summary>
internal sealed class PendingImports(Database database, TimeProvider clock)
{
    /// <summary>How often a running import beats.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>An import that has not beaten for so long is dead.</summary>
    public static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(3);

    private readonly Channel<long> abandoned = Channel.CreateUnbounded<long>();

    /// <summary>Imports given up in this process.</summary>
    public ChannelReader<long> Abandoned => abandoned.Reader;

    /// <summary>Begins an import.</summary>
    /// <returns>Its id, by which its tasks are hidden.</returns>
    public Task<long> BeginAsync(long projectId, CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk, async tx =>
    {
        var firstTaskId = await RowIds.FloorAsync(tx, "tasks");
        return await tx.QueryFirstOrDefaultAsync<long>(
            "INSERT INTO pending_imports (project_id, first_task_id, started_at, heartbeat) VALUES (@projectId, @firstTaskId, @now, @now) RETURNING id",
            new { projectId, firstTaskId, now = Timestamp.Now(clock) });
    }, cancel);

    /// <summary>Says that the import is alive, and keeps the sweeper off it until <paramref name="tx"/> ends.</summary>
    /// <exception cref="InvalidOperationException">It was taken for dead.</exception>
    public async Task BeatAsync(WriteTransaction tx, long id)
    {
        var alive = await tx.ExecuteAsync("UPDATE pending_imports SET heartbeat = @now WHERE id = @id AND heartbeat > 0", new { now = Timestamp.Now(clock), id });
        if (alive == 0) throw Dead(id);
    }

    /// <summary>Makes the tasks of the import visible.</summary>
    /// <exception cref="InvalidOperationException">It was taken for dead.</exception>
    public static async Task FinishAsync(WriteTransaction tx, long id)
    {
        if (await tx.ExecuteAsync("DELETE FROM pending_imports WHERE id = @id AND heartbeat > 0", new { id }) == 0) throw Dead(id);
    }

    /// <summary>Gives the import up: its rows go in the background.</summary>
    public void Abandon(long id) => abandoned.Writer.TryWrite(id);

    private static InvalidOperationException Dead(long id) => new($"Import {id} was taken for dead, because this process had stopped for minutes");
}
