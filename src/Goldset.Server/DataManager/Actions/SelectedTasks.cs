using System.Data.Common;
using Dapper;
using Goldset.Data;

namespace Goldset.Server.DataManager.Actions;

/// <summary>
/// The tasks an action runs on. Which they are is asked once, before anything changes; then they are taken in batches, each in a short
/// transaction that leaves all counters right, so that people go on labeling meanwhile. The size of a batch is what fits into the time.
/// </summary>
internal sealed class SelectedTasks(Database database, TimeProvider clock)
{
    private const int FirstBatch = 250;
    private const int SmallestBatch = 50;
    private const int LargestBatch = 10_000;
    private const int Attempts = 5;

    /// <summary>How long a batch should keep other writers waiting.</summary>
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(15);

    /// <summary>The ids of the tasks that <paramref name="action"/> is to run on, in the order that was asked for.</summary>
    /// <param name="scope">The selection.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<List<long>> IdsAsync(TaskScope scope, TaskAction action, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var ids = new List<long>();
        await foreach (var id in connection.QueryUnbufferedAsync<long>(Sql(connection, scope, "t.id", action.Condition), Parameters(scope)).WithCancellation(cancel)) ids.Add(id);
        return ids;
    }

    /// <summary>The statement that reads <paramref name="columns"/> of the selected tasks, in their order.</summary>
    public static string Sql(DbConnection connection, TaskScope scope, string columns, string condition)
    {
        SqliteText.Prepare(connection);
        return $"SELECT {columns} FROM visible_tasks t WHERE t.project_id = @project{scope.Selection.Where}{condition} ORDER BY {scope.Selection.OrderBy}";
    }

    /// <summary>The parameters of <see cref="Sql"/>.</summary>
    public static DynamicParameters Parameters(TaskScope scope)
    {
        var parameters = new DynamicParameters(scope.Selection.Parameters);
        parameters.Add("project", scope.Project.Id);
        return parameters;
    }

    /// <summary>Does <paramref name="work"/> with a batch of <paramref name="items"/> after the other. A job goes on after the last batch that an earlier attempt has stored.</summary>
    /// <param name="run">The action.</param>
    /// <param name="items">Tasks, or what is to be done with them.</param>
    /// <param name="work">A batch in its transaction. It may run again when the database gives it up for another one.</param>
    /// <param name="cancel">Gives up the batches that are left.</param>
    /// <param name="areFixed">The items are the same for each attempt; otherwise those that an earlier one has done are not among them any more.</param>
    /// <returns>What all batches came to, those of earlier attempts too.</returns>
    public async Task<BatchSum> InBatchesAsync<T>(ActionRun run, List<T> items, Func<WriteTransaction, T[], Task<BatchSum>> work, CancellationToken cancel, bool areFixed = true)
    {
        var before = run.Job?.State<ActionState>() ?? new ActionState(0, 0, default);
        var (position, sum, size) = (areFixed ? before.Position : 0, before.Sum, FirstBatch);
        var doneBefore = areFixed ? 0 : before.Done;
        while (position < items.Count)
        {
            T[] batch = [.. items.GetRange(position, Math.Min(size, items.Count - position))];
            var next = position + batch.Length;
            var (at, started) = (sum, 0L);
            for (var attempt = 1; ; attempt++)
                try
                {
                    sum = await database.WriteAsync(WriteLane.Bulk, async tx =>
                    {
                        started = clock.GetTimestamp();
                        var after = at + await work(tx, batch);
                        if (run.Job is { } job)
                        {
                            (job.Done, job.TaskCount, job.Total) = (doneBefore + next, doneBefore + next, doneBefore + items.Count);
                            await job.AdvanceAsync(tx, new ActionState(areFixed ? next : 0, doneBefore + next, after));
                        }
                        return after;
                    }, cancel);
                    break;
                }
                catch (DbException clash) when (clash.IsTransient && attempt < Attempts)
                {
                    // Somebody's annotation and this batch waited for each other, and the batch gave way.
                }
            position = next;
            size = Math.Clamp((int)(batch.Length * Math.Min(2, BatchTime / clock.GetElapsedTime(started))), SmallestBatch, LargestBatch);
        }
        return sum;
    }

    /// <summary>Those of <paramref name="ids"/> that are still there, kept from being changed by others until the transaction ends.</summary>
    public static async Task<long[]> LockAsync(WriteTransaction tx, long projectId, long[] ids)
    {
        var parameters = new DynamicParameters(new { projectId });
        parameters.Add("ids", ids);
        return [.. await tx.QueryAsync<long>($"""
            SELECT id FROM tasks WHERE {tx.Dialect.In("id", "@ids")} AND project_id = @projectId AND {tx.Dialect.NotDeleted("tasks")} ORDER BY id{tx.Dialect.ForUpdate("tasks")}
            """, parameters)];
    }

    /// <summary>How far a job has come.</summary>
    /// <param name="Position">Items that are done, where they are the same for each attempt.</param>
    /// <param name="Done">Items that all attempts have done.</param>
    /// <param name="Sum">What they came to.</param>
    private sealed record ActionState(int Position, long Done, BatchSum Sum);
}
