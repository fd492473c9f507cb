using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.DataManager;

/// <summary>
/// Makes the indexes that requests had use for, keeps the search indexes up to date and drops what nobody uses. On PostgreSQL one node
/// at a time does it, without keeping anybody from writing; on SQLite an index is made in one transaction that gives way to people who save something, a search index in short ones.
/// </summary>
public sealed partial class TaskIndexWorker : Worker
{
    /// <summary>A project has no more indexes on demand than this, the one for search aside.</summary>
    public const int MaxPerProject = 8;

    private const int SearchBatch = 1000;
    private const long NodeLock = 0x601d5e8;

    /// <summary>What nobody has used for so long is dropped.</summary>
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(30);
    // Two views that take turns must not drop each other's indexes all the time.
    private static readonly TimeSpan KeptForOthers = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetriedAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SweptEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(16);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Database database;
    private readonly TaskIndexes indexes;
    private readonly TimeProvider clock;
    private readonly ILogger<TaskIndexWorker> log;
    private Timestamp sweptAt;

    internal TaskIndexWorker(Database database, TaskIndexes indexes, TimeProvider clock, ILogger<TaskIndexWorker> log) =>
        (this.database, this.indexes, this.clock, this.log) = (database, indexes, clock, log);

    /// <summary>Drops what nobody has used for long and what belongs to projects that are gone.</summary>
    /// <returns>False: another node is at work.</returns>
    public Task<bool> SweepAsync(CancellationToken cancel) => WithLockAsync(async node =>
    {
        foreach (var unused in await ListAsync("last_used_at < @before OR status = 'dropped' OR NOT EXISTS (SELECT 1 FROM projects p WHERE p.id = project_id AND p.deleted_at IS NULL)", cancel))
            await DropAsync(node, unused, cancel);
    }, cancel);

    /// <inheritdoc />
    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (DbException failed)
            {
                Failed(log, failed);
            }
            await indexes.WaitAsync(Round, stoppingToken);
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        foreach (var (project, key, at) in indexes.TakeUsed()) await NoteAsync(project, key, at, cancel);
        await WithLockAsync(async node =>
        {
            foreach (var wanted in await ListAsync("status = 'wanted' OR kind = 'search' AND status = 'ready'", cancel))
                await MakeAsync(node, wanted, cancel);
        }, cancel);
        if (Timestamp.Now(clock) < sweptAt.Add(SweptEvery) || !await SweepAsync(cancel)) return;
        sweptAt = Timestamp.Now(clock);
    }

    // The lock goes with the connection, so a node that dies leaves none behind. Who cannot have it tries again in the next round: waiting
    // would hold up the very index that is being made.
    private async Task<bool> WithLockAsync(Func<DbConnection, Task> work, CancellationToken cancel)
    {
        await using var node = await database.ReadAsync(cancel);
        if (database.Engine == Engine.Postgres && !await node.ExecuteScalarAsync<bool>($"SELECT pg_try_advisory_lock({NodeLock})")) return false;
        try
        {
            await work(node);
        }
        finally
        {
            if (database.Engine == Engine.Postgres) await node.ExecuteAsync($"SELECT pg_advisory_unlock({NodeLock})");
        }
        return true;
    }

    /// <summary>Remembers a use, and that an index is wanted where there is none.</summary>
    private async Task NoteAsync(long project, TaskIndexKey key, Timestamp at, CancellationToken cancel)
    {
        var parameters = new { project, key.Kind, key.Field, at, before = at.Add(-NotedEvery), retry = at.Add(-RetriedAfter) };
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<bool>("""
                SELECT last_used_at >= @before AND (status <> 'failed' OR created_at >= @retry) AND status <> 'dropped' FROM task_indexes WHERE project_id = @project AND kind = @Kind AND field = @Field
                """, parameters)) return;
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("""
            INSERT INTO task_indexes (project_id, kind, field, status, created_at, last_used_at, indexed_to)
            SELECT id, @Kind, @Field, 'wanted', @at, @at, 0 FROM projects WHERE id = @project
            ON CONFLICT (project_id, kind, field) DO UPDATE SET last_used_at = @at,
              created_at = CASE WHEN task_indexes.status IN ('failed', 'dropped') THEN @at ELSE task_indexes.created_at END,
              status = CASE WHEN task_indexes.status IN ('failed', 'dropped') THEN 'wanted' ELSE task_indexes.status END
            """, parameters), cancel);
    }

    private async Task<IReadOnlyList<IndexRow>> ListAsync(string condition, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<IndexRow>(
            $"SELECT id, project_id, kind, field, status, last_used_at, indexed_to FROM task_indexes WHERE {condition} ORDER BY id", new { before = Timestamp.Now(clock).Add(-KeptUnused) })).AsList();
    }

    private async Task MakeAsync(DbConnection node, IndexRow index, CancellationToken cancel)
    {
        try
        {
            if (index.Key.Kind == TaskIndexKey.Search) await MakeSearchAsync(node, index, cancel);
            else if (await HasRoomAsync(node, index, cancel)) await MakeFieldAsync(node, index, cancel);
        }
        catch (DbException failed) when (!failed.IsTransient)
        {
            IndexFailed(log, failed, index.Key.Kind, index.Key.Field, index.ProjectId);
            await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE task_indexes SET status = 'failed', created_at = @now WHERE id = @Id", new { index.Id, now = Timestamp.Now(clock) }), cancel);
        }
        indexes.Forget(index.ProjectId);
    }

    /// <summary>Makes room by dropping the index that was used longest ago.</summary>
    private async Task<bool> HasRoomAsync(DbConnection node, IndexRow index, CancellationToken cancel)
    {
        var others = (await ListAsync($"project_id = {index.ProjectId} AND kind <> 'search' AND status = 'ready'", cancel)).OrderBy(other => other.LastUsedAt).ToList();
        if (others.Count < MaxPerProject) return true;
        if (others[0].LastUsedAt > Timestamp.Now(clock).Add(-KeptForOthers)) return false;
        await DropAsync(node, others[0], cancel);
        return true;
    }

    private async Task MakeFieldAsync(DbConnection node, IndexRow index, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        if (database.Engine == Engine.Sqlite)
        {
            await MakeWhenNobodyWaitsAsync(async tx =>
            {
                await tx.ExecuteAsync($"DROP INDEX IF EXISTS {index.Name}");
                await tx.ExecuteAsync(index.Key.Create(database.Engine, index.Name, index.ProjectId));
                await tx.ExecuteAsync("UPDATE task_indexes SET status = 'ready' WHERE id = @Id", new { index.Id });
            }, cancel);
            await node.ExecuteAsync("PRAGMA wal_checkpoint(PASSIVE)", commandTimeout: 0);
        }
        else
        {
            await MakeConcurrentlyAsync(node, index.Name, index.Key.Create(database.Engine, index.Name, index.ProjectId));
            await node.ExecuteAsync("UPDATE task_indexes SET status = 'ready' WHERE id = @Id", new { index.Id });
        }
        Made(log, index.Key.Kind, index.Key.Field, index.ProjectId, clock.GetElapsedTime(started).TotalSeconds);
    }

    // SQLite has one writer, and an index of a large project takes it for seconds. So it is begun again until nobody saves anything for so
    // long; where somebody always does, lists would stay slow for ever, and after a while all wait for it once.
    private async Task MakeWhenNobodyWaitsAsync(Func<WriteTransaction, Task> make, CancellationToken cancel)
    {
        var (started, pause) = (clock.GetTimestamp(), FirstPause);
        while (true)
        {
            try
            {
                await database.WriteAsync(clock.GetElapsedTime(started) < Patience ? WriteLane.Yielding : WriteLane.Bulk, make, cancel);
                return;
            }
            catch (WriteGaveWayException)
            {
                await Task.Delay(pause, clock, cancel);
                pause = pause < LongestPause ? 2 * pause : LongestPause;
            }
        }
    }

    // What a node that died left half-made is made anew.
    private static async Task MakeConcurrentlyAsync(DbConnection node, string name, string create)
    {
        await node.ExecuteAsync($"DROP INDEX CONCURRENTLY IF EXISTS {name}", commandTimeout: 0);
        await node.ExecuteAsync(create, commandTimeout: 0);
        // The planner has to know how its values are spread.
        await node.ExecuteAsync("ANALYZE tasks", commandTimeout: 0);
    }

    private async Task MakeSearchAsync(DbConnection node, IndexRow index, CancellationToken cancel)
    {
        if (database.Engine == Engine.Postgres)
        {
            await MakeSearchOnPostgresAsync(node, index);
            return;
        }
        var after = index.IndexedTo;
        if (index.Status != "ready") await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync(TaskSearch.CreateOnSqlite(index.ProjectId)), cancel);
        while (await node.QueryFirstOrDefaultAsync<long?>(
            "SELECT MAX(id) FROM (SELECT id FROM tasks WHERE project_id = @ProjectId AND id > @after ORDER BY id LIMIT @count)", new { index.ProjectId, after, count = SearchBatch }) is { } last)
        {
            await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync(TaskSearch.AddOnSqlite(index.ProjectId), new { after, last }), cancel);
            after = last;
        }
        if (index.Status == "ready") return;
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE task_indexes SET status = 'ready' WHERE id = @Id", new { index.Id }), cancel);
    }

    // An index ends at the newest task it was made over. It is made anew when so many have come since that looking through them is slow.
    private static async Task MakeSearchOnPostgresAsync(DbConnection node, IndexRow index)
    {
        if (index.Status == "ready")
        {
            var (enough, since) = await node.QueryFirstAsync<(long, long)>("""
                SELECT GREATEST(5000, c.task_number / 5), (SELECT COUNT(*) FROM (SELECT 1 FROM tasks WHERE project_id = @ProjectId AND id > @IndexedTo LIMIT GREATEST(5000, c.task_number / 5)) s)
                FROM project_counts c WHERE c.project_id = @ProjectId
                """, new { index.ProjectId, index.IndexedTo });
            if (since < enough) return;
        }
        var to = await node.ExecuteScalarAsync<long?>("SELECT MAX(id) FROM tasks WHERE project_id = @ProjectId", new { index.ProjectId }) ?? 0;
        var name = $"{TaskSearch.Name(index.ProjectId)}_{to}";
        await MakeConcurrentlyAsync(node, name, TaskSearch.CreateOnPostgres(name, index.ProjectId, to));
        await node.ExecuteAsync("UPDATE task_indexes SET status = 'ready', indexed_to = @to WHERE id = @Id", new { index.Id, to });
        await DropSearchOnPostgresAsync(node, index.ProjectId, except: name);
    }

    private static async Task DropSearchOnPostgresAsync(DbConnection node, long project, string except)
    {
        foreach (var name in await node.QueryAsync<string>("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE @like AND indexname <> @except",
            new { like = TaskSearch.Name(project).Replace("_", "\\_", StringComparison.Ordinal) + "\\_%", except }))
            await node.ExecuteAsync($"DROP INDEX CONCURRENTLY IF EXISTS {name}", commandTimeout: 0);
    }

    private async Task DropAsync(DbConnection node, IndexRow index, CancellationToken cancel)
    {
        var isSearch = index.Key.Kind == TaskIndexKey.Search;
        // From here on requests do without it.
        await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE task_indexes SET status = 'dropped', indexed_to = 0 WHERE id = @Id", new { index.Id }), cancel);
        indexes.Forget(index.ProjectId);
        if (database.Engine == Engine.Postgres && isSearch) await DropSearchOnPostgresAsync(node, index.ProjectId, except: "");
        else if (database.Engine == Engine.Postgres) await node.ExecuteAsync($"DROP INDEX CONCURRENTLY IF EXISTS {index.Name}", commandTimeout: 0);
        await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            if (database.Engine == Engine.Sqlite) await tx.ExecuteAsync(isSearch ? TaskSearch.DropOnSqlite(index.ProjectId) : $"DROP INDEX IF EXISTS {index.Name}");
            await tx.ExecuteAsync("DELETE FROM task_indexes WHERE id = @Id", new { index.Id });
        }, cancel);
    }

    private sealed class IndexRow
    {
        public long Id { get; init; }
        public long ProjectId { get; init; }
        public string Kind { get; init; } = "";
        public string Field { get; init; } = "";
        public string Status { get; init; } = "";
        public Timestamp LastUsedAt { get; init; }
        public long IndexedTo { get; init; }

        public TaskIndexKey Key => new(Kind, Field);

        public string Name => $"task_index_{Id}";
    }

    [LoggerMessage(LogLevel.Information, "An index of kind {Kind} for \"{Field}\" of project {ProjectId}'s tasks was made in {Seconds:0.0} s")]
    private static partial void Made(ILogger log, string kind, string field, long projectId, double seconds);

    [LoggerMessage(LogLevel.Warning, "The index of kind {Kind} for \"{Field}\" of project {ProjectId}'s tasks could not be made; lists do without it")]
    private static partial void IndexFailed(ILogger log, Exception error, string kind, string field, long projectId);

    [LoggerMessage(LogLevel.Warning, "Indexes for task lists could not be looked after; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
