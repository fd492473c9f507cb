using System.Data;
using System.Threading.Channels;
using Npgsql;

namespace Goldset.Data;

/// <summary>
/// Annotations on PostgreSQL. Each one changes the counters of its project, so transactions of their own would wait for one another with
/// every commit. Here those that wait go into one transaction, each under a savepoint so that it fails alone, with one commit.
/// </summary>
internal sealed class PostgresLabelingWriter : IAsyncDisposable
{
    private const int MaxTogether = 64;
    private const string Savepoint = "one_write";
    private const string Save = $"SAVEPOINT {Savepoint};";
    // Everything here goes by keys, for which one plan is as good as the next; planning anew would cost more than running.
    private const string KeepPlans = "SET LOCAL plan_cache_mode = force_generic_plan;";
    private const string SaveNext = $"RELEASE SAVEPOINT {Savepoint}; {Save}";

    private readonly Database database;
    private readonly NpgsqlDataSource source;
    private readonly Channel<PendingWrite> waiting = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lazy<Task> running;
    private NpgsqlConnection? connection;

    public PostgresLabelingWriter(Database database, NpgsqlDataSource source)
    {
        this.database = database;
        this.source = source;
        running = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    /// <summary>Runs <paramref name="work"/> when its turn comes; completes when it is committed.</summary>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken cancel)
    {
        var write = new PendingWrite<T>(work);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(write), typeof(Database));
        _ = running.Value;
        return write.ResultAsync(cancel);
    }

    private async Task RunAsync()
    {
        var together = new List<PendingWrite>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MaxTogether && waiting.Reader.TryRead(out var next))
                if (next.Begin()) together.Add(next);
            if (together.Count > 1) await CommitTogetherAsync(together);
            else if (together.Count == 1) await CommitAsync(together[0], again: true);
            foreach (var write in together) write.Complete();
            together.Clear();
        }
    }

    private async Task CommitTogetherAsync(List<PendingWrite> together)
    {
        var committing = false;
        try
        {
            var connection = await ConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            // Savepoints are set on the way of the statements that follow: a write costs no round trip that it would not cost alone.
            var save = KeepPlans + Save;
            foreach (var write in together)
            {
                var attempt = new WriteTransaction(database, connection, transaction) { StatementsBefore = save };
                var done = await write.RunAsync(attempt);
                if (attempt.StatementsBefore.Length > 0) continue;
                if (!done) await transaction.RollbackAsync(Savepoint);
                // After going back the savepoint is still there.
                save = done ? SaveNext : "";
            }
            committing = true;
            await transaction.CommitAsync();
            committing = false;
        }
        catch (Exception lost)
        {
            // Whichever write it was that the database broke down on, none of them is known to be stored.
            foreach (var write in together) write.Failure ??= lost;
        }
        // A commit whose answer is lost may have been made: repeating it could store the same work twice.
        if (committing) return;
        // A deadlock or a lost connection may be the fault of the company: what the database refused is tried alone.
        foreach (var write in together)
            if (write.Failure is NpgsqlException { IsTransient: true }) await CommitAsync(write, again: false);
    }

    /// <param name="write">The write.</param>
    /// <param name="again">Once more when the connection turns out to be gone.</param>
    private async Task CommitAsync(PendingWrite write, bool again)
    {
        var committing = false;
        try
        {
            var connection = await ConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            if (await write.RunAsync(new WriteTransaction(database, connection, transaction) { StatementsBefore = KeepPlans }))
            {
                committing = true;
                await transaction.CommitAsync();
            }
        }
        catch (Exception lost)
        {
            write.Failure = lost;
        }
        if (again && !committing && write.Failure is not null && connection is not { FullState: ConnectionState.Open }) await CommitAsync(write, again: false);
    }

    // One of its own, which keeps the statements it has prepared and the server's process warm.
    private async Task<NpgsqlConnection> ConnectionAsync()
    {
        if (connection is { FullState: ConnectionState.Open }) return connection;
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
        return connection = await source.OpenConnectionAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        if (running.IsValueCreated) await running.Value;
        if (connection is not null) await connection.DisposeAsync();
    }
}
