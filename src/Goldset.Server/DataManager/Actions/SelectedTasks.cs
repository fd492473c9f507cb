using System.Data.Common;
using Dapper;
using Goldset.Data;

namespace Goldset.Server.DataManager.Actions;

/// <summary>
/// The tasks an action runs on. Which they are is asked once, before anything changes; then they are taken in batches, each in a short
/// transaction that leaves all counters right, so that people go on labeling meanwhile.
/// </summary>
internal sealed class SelectedTasks(Database database)
{
    private const int Batch = 1000;
    private const int Attempts = 5;

    /// <summary>The ids in the order that was asked for.</summary>
    /// <param name="scope">The selection.</param>
    /// <param name="condition">A further condition on <c>visible_tasks t</c>, beginning with AND.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<List<long>> IdsAsync(TaskScope scope, string condition, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var ids = new List<long>();
        await foreach (var id in connection.QueryUnbufferedAsync<long>(Sql(connection, scope, "t.id", condition), Parameters(scope)).WithCancellation(cancel)) ids.Add(id);
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

    /// <summary>Does <paramref name="work"/> with a batch of <paramref name="items"/> after the other.</summary>
    /// <param name="items">Tasks, or what is to be done with them.</param>
    /// <param name="work">A batch in its transaction. It may run again when the database gives it up for another one.</param>
    /// <param name="done">Takes what a batch came to, once it is stored.</param>
    /// <param name="cancel">Gives up the batches that are left.</param>
    public async Task InBatchesAsync<T, TDone>(IReadOnlyCollection<T> items, Func<WriteTransaction, T[], Task<TDone>> work, Action<TDone> done, CancellationToken cancel)
    {
        foreach (var batch in items.Chunk(Batch))
            for (var attempt = 1; ; attempt++)
                try
                {
                    done(await database.WriteAsync(WriteLane.Bulk, tx => work(tx, batch), cancel));
                    break;
                }
                catch (DbException clash) when (clash.IsTransient && attempt < Attempts)
                {
                    // Somebody's annotation and this batch waited for each other, and the batch gave way.
                }
    }

    /// <summary>Those of <paramref name="ids"/> that are still there, kept from being changed by others until the transaction ends.</summary>
    public static async Task<long[]> LockAsync(WriteTransaction tx, long projectId, long[] ids)
    {
        var parameters = new DynamicParameters(new { projectId });
        parameters.Add("ids", ids);
        return [.. await tx.QueryAsync<long>($"""
            SELECT id FROM tasks WHERE {tx.Dialect.In("id", "@ids")} AND project_id = @projectId AND deleted_at IS NULL ORDER BY id{tx.Dialect.ForUpdate("tasks")}
            """, parameters)];
    }
}
