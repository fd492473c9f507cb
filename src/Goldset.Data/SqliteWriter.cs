using Dapper;
using Microsoft.Data.Sqlite;

namespace Goldset.Data;

/// <summary>Which writes go first when several wait.</summary>
public enum WriteLane
{
    /// <summary>A person waits for it: annotations, drafts, settings. Durable before it is acknowledged.</summary>
    Interactive,
    /// <summary>Imports, exports and jobs, in short transactions.</summary>
    Bulk,
}

/// <summary>
/// The one writer of an SQLite file, on a thread of its own. Interactive writes go before bulk ones, each lane in order of arrival.
/// Interactive writes that wait together are made durable together: the disk is waited for once, while each stays a transaction
/// of its own that fails alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxTogether = 64;
    private const string Savepoint = "one_write";

    private readonly Database database;
    private readonly string connectionString;
    private readonly Lock sync = new();
    private readonly Queue<Write> interactive = new();
    private readonly Queue<Write> bulk = new();
    private readonly SemaphoreSlim waiting = new(0);
    private readonly SqliteConnection?[] connections = new SqliteConnection?[2];
    private readonly List<Write> together = [];
    private readonly Lazy<Thread> thread;
    private bool closing;

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
    public async Task<T> WriteAsync<T>(WriteLane lane, Func<WriteTransaction, Task<T>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var write = new Write<T>(work);
        lock (sync)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(Database));
            (lane == WriteLane.Interactive ? interactive : bulk).Enqueue(write);
        }
        _ = thread.Value;
        waiting.Release();
        // Given up only while it waits: what has begun is brought to its end.
        await using (cancel.Register(static state => ((Write)state!).GiveUp(), write).ConfigureAwait(false))
            return await write.Result.ConfigureAwait(false);
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
                if (together.Count == 0)
                {
                    lane = WriteLane.Bulk;
                    while (together.Count == 0 && bulk.TryDequeue(out var next))
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
                if (write.Run(new WriteTransaction(database, connection, transaction)))
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
        foreach (var write in together) write.Complete();
    }

    private SqliteConnection Connection(WriteLane lane)
    {
        ref var known = ref connections[(int)lane];
        if (known is not null) return known;
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // An acknowledged annotation must survive a power failure; a half-written import is swept away in any case.
        var synchronous = lane == WriteLane.Interactive ? "FULL" : "NORMAL";
        connection.Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;");
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

    /// <summary>A write that waits, runs or has run.</summary>
    private abstract class Write
    {
        private readonly ExecutionContext? caller = ExecutionContext.Capture();
        private int begun;

        /// <summary>Why nothing of it is stored.</summary>
        public Exception? Failure { get; set; }

        /// <summary>False when it was given up before.</summary>
        public bool Begin() => Interlocked.Exchange(ref begun, 1) == 0;

        /// <summary>Ends it unless it has begun.</summary>
        public void GiveUp()
        {
            if (Begin()) Cancel();
        }

        /// <summary>Does the work, without committing it.</summary>
        /// <returns>False when it failed and must be rolled back.</returns>
        public bool Run(WriteTransaction transaction)
        {
            try
            {
                if (caller is null) Do(transaction);
                else ExecutionContext.Run(caller, _ => Do(transaction), null);
            }
            catch (Exception failure)
            {
                Failure = failure;
            }
            return Failure is null;
        }

        /// <summary>Tells whoever waits.</summary>
        public abstract void Complete();

        protected abstract void Cancel();

        protected abstract void Do(WriteTransaction transaction);
    }

    private sealed class Write<T>(Func<WriteTransaction, Task<T>> work) : Write
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WriteTransaction? transaction;
        private T? value;

        public Task<T> Result => completion.Task;

        protected override void Do(WriteTransaction transaction)
        {
            this.transaction = transaction;
            // SQLite never lets go of the thread, so this waits for nothing.
            try { value = work(transaction).GetAwaiter().GetResult(); }
            finally { transaction.DisposeAsync().AsTask().GetAwaiter().GetResult(); }
        }

        public override void Complete()
        {
            try
            {
                if (Failure is null) transaction!.Committed();
            }
            catch (Exception failure)
            {
                Failure = failure;
            }
            if (Failure is null) completion.SetResult(value!);
            else completion.SetException(Failure);
        }

        protected override void Cancel() => completion.SetCanceled();
    }
}
