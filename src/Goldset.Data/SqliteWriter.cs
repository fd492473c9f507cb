using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Goldset.Data;

/// <summary>
/// The one writer of an SQLite file, on a thread of its own. Interactive writes go before bulk ones, each lane in order of arrival.
/// Interactive writes that wait together are made durable together: the disk is waited for once, while each stays a transaction
/// of its own that fails alone. A yielding write is interrupted as soon as an interactive one waits.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxTogether = 64;
    private const string Savepoint = "one_write";
    private const int InstructionsBetweenLooks = 1000;

    private readonly Database database;
    private readonly string connectionString;
    private readonly Lock sync = new();
    private readonly Queue<PendingWrite> interactive = new();
    private readonly Queue<PendingWrite> bulk = new();
    private readonly SemaphoreSlim waiting = new(0);
    private readonly SqliteConnection?[] connections = new SqliteConnection?[3];
    private readonly List<PendingWrite> together = [];
    private readonly Lazy<Thread> thread;
    private volatile bool closing;
    private volatile bool isWaitedFor;

    public SqliteWriter(Database database, string connectionString)
    {
        this.database = database;
        this.connectionString = connectionString;
        thread = new Lazy<Thread>(() =>
        {
            var started = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
            started.Start();
            return started;
        });
    }

    /// <summary>Runs <paramref name="work"/> when its turn comes; completes when it is committed.</summary>
    public Task<T> WriteAsync<T>(WriteLane lane, Func<WriteTransaction, Task<T>> work, CancellationToken cancel)
    {
        var write = new PendingWrite<T>(work) { Yields = lane == WriteLane.Yielding };
        var isBulk = lane is WriteLane.Bulk or WriteLane.Yielding;
        lock (sync)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(Database));
            (isBulk ? bulk : interactive).Enqueue(write);
            isWaitedFor |= !isBulk;
        }
        _ = thread.Value;
        waiting.Release();
        return write.ResultAsync(cancel);
    }

    private void Run()
    {
        while (true)
        {
            waiting.Wait();
            var lane = WriteLane.Interactive;
            lock (sync)
            {
                if (closing) return;
                while (together.Count < MaxTogether && interactive.TryDequeue(out var next))
                    if (next.Begin()) together.Add(next);
                isWaitedFor = interactive.Count > 0;
                while (together.Count == 0 && bulk.TryDequeue(out var next))
                {
                    lane = next.Yields ? WriteLane.Yielding : WriteLane.Bulk;
                    if (next.Begin()) together.Add(next);
                }
            }
            if (together.Count == 0) continue;
            Commit(lane);
            together.Clear();
        }
    }

    private void Commit(WriteLane lane)
    {
        try
        {
            var connection = Connection(lane);
            using var transaction = connection.BeginTransaction();
            foreach (var write in together)
            {
                if (together.Count > 1) transaction.Save(Savepoint);
                // SQLite never lets go of the thread, so this waits for nothing.
                if (write.RunAsync(new WriteTransaction(database, connection, transaction)).GetAwaiter().GetResult())
                {
                    if (together.Count > 1) transaction.Release(Savepoint);
                }
                else if (together.Count > 1)
                {
                    transaction.Rollback(Savepoint);
                    transaction.Release(Savepoint);
                }
            }
            if (together.Exists(write => write.Failure is null)) transaction.Commit();
        }
        catch (Exception lost)
        {
            // Nothing of it is stored, whichever write it was that the database broke down on.
            foreach (var write in together) write.Failure ??= lost;
        }
        if (lane == WriteLane.Yielding && together[0].Failure is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT } interrupted)
            together[0].Failure = new WriteGaveWayException(interrupted);
        foreach (var write in together) write.Complete();
    }

    private SqliteConnection Connection(WriteLane lane)
    {
        ref var known = ref connections[lane switch { WriteLane.Yielding => 2, WriteLane.Bulk => 1, _ => 0 }];
        if (known is not null) return known;
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // An acknowledged annotation must survive a power failure; a half-written import is swept away in any case.
        var synchronous = lane == WriteLane.Interactive ? "FULL" : "NORMAL";
        connection.Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;");
        if (lane == WriteLane.Yielding)
        {
            // What is sorted in one piece cannot be interrupted, so the pieces are small and go to files. Copying what it has written into
            // the database file is left to whoever asked for it: that keeps nobody waiting on another connection.
            connection.Execute("PRAGMA temp_store=FILE; PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=0;");
            raw.sqlite3_progress_handler(connection.Handle, InstructionsBetweenLooks, _ => isWaitedFor || closing ? 1 : 0, null);
        }
        return known = connection;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        lock (sync)
        {
            closing = true;
            foreach (var write in interactive.Concat(bulk)) write.GiveUp();
        }
        waiting.Release();
        if (thread.IsValueCreated) await Task.Run(thread.Value.Join);
        foreach (var connection in connections)
            if (connection is not null) await connection.DisposeAsync();
        waiting.Dispose();
    }
}
