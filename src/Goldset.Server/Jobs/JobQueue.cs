using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Http;

namespace Goldset.Server.Jobs;

/// <summary>What was asked for.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Kind">Name of the <see cref="IJobKind"/>.</param>
/// <param name="Title">What people see it as.</param>
/// <param name="Request">What is to be done, for the kind to read.</param>
/// <param name="File">A file below the media folder that it works from.</param>
/// <param name="Total">How much there is to do; null: not known.</param>
internal sealed record JobOrder(long ProjectId, long UserId, string Kind, string Title, object Request, string? File = null, long? Total = null);

/// <summary>Jobs as rows: a process leases one while it works on it, and another takes it up when the lease is over.</summary>
internal sealed class JobQueue(Database database, JobFiles files, IEnumerable<IJobKind> kinds, TimeProvider clock)
{
    /// <summary>How often a lease is renewed; cancelling takes so long at most.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    // On SQLite one process works alone, and looks after what an earlier one has left when it starts.
    private readonly TimeSpan lease = database.Engine == Engine.Sqlite ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(10);

    /// <summary>Wakes the worker of this process.</summary>
    public WakeSignal Signal { get; } = new();

    /// <summary>When a lease that is given or renewed now ends.</summary>
    public Timestamp LeaseEnd() => Timestamp.Now(clock).Add(lease);

    /// <summary>Queues a job.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> AddAsync(JobOrder order, CancellationToken cancel)
    {
        var id = await database.WriteAsync(WriteLane.Interactive, tx => tx.QueryFirstOrDefaultAsync<long>("""
            INSERT INTO jobs (project_id, created_by_id, kind, title, status, created_at, attempt, done, total, task_count, file, request)
            VALUES (@ProjectId, @UserId, @Kind, @Title, 'created', @now, 0, 0, @Total, 0, @File, @request) RETURNING id
            """, new { order.ProjectId, order.UserId, order.Kind, order.Title, now = Timestamp.Now(clock), order.Total, order.File, request = JsonSerializer.Serialize(order.Request, order.Request.GetType(), Json.Options) }), cancel);
        Signal.Wake();
        return id;
    }

    /// <summary>Ends all leases: those of an earlier process, where there can be no other one.</summary>
    public Task ReleaseAllAsync(CancellationToken cancel) => database.WriteAsync(WriteLane.Bulk,
        tx => tx.ExecuteAsync("UPDATE jobs SET leased_until = NULL WHERE status IN ('created', 'in_progress') AND leased_until IS NOT NULL"), cancel);

    /// <summary>Takes the next job; null when there is none.</summary>
    public async Task<JobClaim?> ClaimAsync(CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        const string Open = "SELECT j.id FROM jobs j WHERE j.status IN ('created', 'in_progress') AND (j.leased_until IS NULL OR j.leased_until < @now) ORDER BY j.id LIMIT 1";
        // Mostly there is nothing, which a reader can tell without a writer.
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(Open, new { now }, cancellationToken: cancel)) is null)
                return null;
        var row = await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<JobRow>($"""
            UPDATE jobs SET status = 'in_progress', attempt = attempt + 1, started_at = @now, leased_until = @until
            WHERE id = ({Open}{tx.Dialect.ForUpdateSkipLocked("j")}) RETURNING {JobRow.Columns}
            """, new { now, until = LeaseEnd() }), cancel);
        return row is null ? null : new JobClaim(database, this, files, kinds.FirstOrDefault(kind => kind.Name == row.Kind), row, clock);
    }

    /// <summary>Stops a job, unless it has ended. Whoever works on it can write nothing any more.</summary>
    public Task CancelAsync(long projectId, long id, CancellationToken cancel) => database.WriteAsync(WriteLane.Interactive, async tx =>
    {
        var file = await tx.QueryFirstOrDefaultAsync<string>($"SELECT file FROM jobs j WHERE id = @id AND project_id = @projectId AND status IN ('created', 'in_progress'){tx.Dialect.ForUpdate("j")}", new { id, projectId });
        var changed = await tx.ExecuteAsync("""
            UPDATE jobs SET status = 'cancelled', leased_until = NULL, finished_at = @now, state = NULL, file = NULL
            WHERE id = @id AND project_id = @projectId AND status IN ('created', 'in_progress')
            """, new { id, projectId, now = Timestamp.Now(clock) });
        if (changed > 0) tx.AfterCommit(() => files.Delete(file));
    }, cancel);
}
