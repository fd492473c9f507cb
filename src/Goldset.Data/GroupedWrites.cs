using System.Threading.Channels;
using Npgsql;

namespace Goldset.Data;

/// <summary>
/// Writes of one kind, in <see cref="WriteLane.Labeling"/>. On PostgreSQL those that wait together are written by the same statements: round
/// trips and the planning of statements cost as much for one as for all of them. On SQLite, where they cost nothing and the writer itself
/// makes durable together what waits, each goes alone.
/// </summary>
/// <typeparam name="TItem">What is written.</typeparam>
/// <typeparam name="TResult">What became of it.</typeparam>
public sealed class GroupedWrites<TItem, TResult> : IAsyncDisposable
{
    private const int MaxTogether = 64;

    private readonly Database database;
    private readonly Func<TItem, long> key;
    private readonly Func<WriteTransaction, IReadOnlyList<GroupedWrite<TItem, TResult>>, Task> write;
    private readonly Channel<GroupedWrite<TItem, TResult>> waiting = Channel.CreateUnbounded<GroupedWrite<TItem, TResult>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lazy<Task> running;

    /// <summary>Begins with the first write.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="key">What no two items of a group may have in common, since the second depends on what the first has done.</param>
    /// <param name="write">
    /// Writes a group in a transaction and gives each of it an outcome. What it throws ends all of them; when the database has refused
    /// a statement, each is tried alone before.
    /// </param>
    public GroupedWrites(Database database, Func<TItem, long> key, Func<WriteTransaction, IReadOnlyList<GroupedWrite<TItem, TResult>>, Task> write)
    {
        this.database = database;
        this.key = key;
        this.write = write;
        running = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    /// <summary>Writes <paramref name="item"/> when its turn comes; completes when it is committed. In a group it is written even if the caller goes away.</summary>
    public async Task<TResult> WriteAsync(TItem item, CancellationToken cancel)
    {
        var one = new GroupedWrite<TItem, TResult>(item);
        if (database.Engine == Engine.Sqlite)
        {
            await database.WriteAsync(WriteLane.Labeling, tx => write(tx, [one]), cancel);
            one.Complete();
        }
        else
        {
            ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(one), typeof(Database));
            _ = running.Value;
        }
        return await one.Outcome;
    }

    private async Task RunAsync()
    {
        var group = new List<GroupedWrite<TItem, TResult>>();
        var later = new List<GroupedWrite<TItem, TResult>>();
        var keys = new HashSet<long>();
        while (later.Count > 0 || await waiting.Reader.WaitToReadAsync())
        {
            var earlier = later.ToArray();
            later.Clear();
            foreach (var next in earlier) Take(next);
            while (group.Count < MaxTogether && waiting.Reader.TryRead(out var next)) Take(next);
            await CommitAsync(group);
            group.Clear();
            keys.Clear();
        }

        void Take(GroupedWrite<TItem, TResult> next) => (keys.Add(key(next.Item)) ? group : later).Add(next);
    }

    private async Task CommitAsync(IReadOnlyList<GroupedWrite<TItem, TResult>> group)
    {
        try
        {
            await database.WriteAsync(WriteLane.Labeling, tx => write(tx, group), CancellationToken.None);
        }
        catch (PostgresException) when (group.Count > 1)
        {
            // One of them spoils it for all. A connection that is lost is another matter: the group may have been stored.
            foreach (var one in group) await CommitAsync([one]);
            return;
        }
        catch (Exception failed)
        {
            foreach (var one in group) one.Fail(failed);
        }
        foreach (var one in group) one.Complete();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        if (running.IsValueCreated) await running.Value;
    }
}

/// <summary>One write of a group. Its outcome counts once the group is committed; a later attempt replaces it.</summary>
public sealed class GroupedWrite<TItem, TResult>(TItem item)
{
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? result;
    private Exception? failure;

    /// <summary>What is written.</summary>
    public TItem Item => item;

    /// <summary>It will be stored.</summary>
    public void Succeed(TResult value) => (result, failure) = (value, null);

    /// <summary>It is not stored.</summary>
    public void Fail(Exception reason) => failure = reason;

    internal Task<TResult> Outcome => completion.Task;

    internal void Complete()
    {
        if (failure is null) completion.SetResult(result!);
        else completion.SetException(failure);
    }
}
