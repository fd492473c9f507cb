using System.Globalization;
using Goldset.Data;
using Goldset.Data.Bulk;
using Goldset.Data.Entities;
using Goldset.Server.Import;
using Goldset.Server.Projects;

namespace Goldset.Server.Tasks;

/// <summary>
/// Deleting tasks: they leave all lists and counters at once and are kept for 30 days with their annotations, so that a mistake can
/// be undone.
/// </summary>
internal static class TaskTrash
{
    /// <summary>How long tasks and projects stay in the trash.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int MaxTogether = 10_000;

    /// <summary>Deletes tasks of one project; ids that are no visible tasks of it are passed over.</summary>
    /// <returns>The ids of those that were deleted.</returns>
    public static async Task<IReadOnlyList<long>> DeleteAsync(WriteTransaction tx, long projectId, IReadOnlyCollection<long> ids, Timestamp now)
    {
        var summary = new SummaryDelta();
        var deleted = new List<long>(ids.Count);
        foreach (var batch in ids.Chunk(MaxTogether))
        {
            var gone = await MarkAsync(tx, projectId, batch, now, summary);
            if (gone.Ids.Count == 0) continue;
            deleted.AddRange(gone.Ids);
            foreach (var result in await tx.QueryAsync<string>($"DELETE FROM drafts WHERE {In("task_id", gone.Ids)} RETURNING result")) summary.AddDraft(result, -1);
            await tx.ExecuteAsync($"""
                DELETE FROM task_locks WHERE {In("task_id", gone.Ids)};
                DELETE FROM label_stream_visits WHERE project_id = @projectId AND {In("task_id", gone.Ids)};
                """, new { projectId });
            await gone.CountAsync(tx, projectId, -1);
        }
        await summary.ApplyAsync(tx, projectId);
        // The database returns rows as it came by them.
        deleted.Sort();
        return deleted;
    }

    /// <summary>Brings tasks back with their annotations and predictions; ids that are not in the project's trash are passed over.</summary>
    /// <returns>The ids of those that are back.</returns>
    public static async Task<long[]> RestoreAsync(WriteTransaction tx, long projectId, long[] ids)
    {
        var summary = new SummaryDelta();
        var back = new List<long>(ids.Length);
        foreach (var batch in ids.Chunk(MaxTogether))
        {
            var restored = await MarkAsync(tx, projectId, batch, deletedAt: null, summary);
            back.AddRange(restored.Ids);
            await restored.CountAsync(tx, projectId, 1);
        }
        await summary.ApplyAsync(tx, projectId);
        back.Sort();
        return [.. back];
    }

    /// <summary>Marks tasks as deleted, or as not, and gathers what the summary and the counters lose or gain with them.</summary>
    private static async Task<TaskSums> MarkAsync(WriteTransaction tx, long projectId, long[] ids, Timestamp? deletedAt, SummaryDelta summary)
    {
        var sums = new TaskSums();
        var sign = deletedAt is null ? 1 : -1;
        var notDeleted = tx.Dialect.NotDeleted("tasks");
        var which = $"{In("id", ids)} AND project_id = @projectId AND {(deletedAt is null ? $"NOT ({notDeleted})" : notDeleted)}";
        var sql = tx.Dialect.MarksDeletedTasks
            ? $"UPDATE tasks SET deleted_at = {(deletedAt is null ? "NULL" : "@now")} WHERE {which} RETURNING {TaskSums.Columns}"
            : $"SELECT {TaskSums.Columns} FROM tasks WHERE {which}";
        await using (var rows = await BulkRead.BeginAsync(
            tx.Connection, tx.Transaction, sql, deletedAt is { } now ? [("now", now.Micros), ("projectId", projectId)] : [("projectId", projectId)], CancellationToken.None))
            while (await rows.NextAsync(CancellationToken.None)) sums.Add(rows);
        if (!tx.Dialect.MarksDeletedTasks && sums.Ids.Count > 0)
            await tx.ExecuteAsync(deletedAt is null
                ? $"DELETE FROM deleted_tasks WHERE {In("task_id", sums.Ids)}"
                : $"INSERT INTO deleted_tasks (task_id, project_id, deleted_at) SELECT id, @projectId, @deletedAt FROM tasks WHERE {In("id", sums.Ids)}", new { projectId, deletedAt });
        foreach (var (key, count) in sums.DataColumns) summary.Add(SummaryKind.DataColumn, key, "", sign * count);
        if (sums.HasAnnotations)
            foreach (var result in await tx.QueryAsync<string>($"SELECT result FROM annotations WHERE {In("task_id", sums.Ids)} AND result IS NOT NULL")) summary.AddAnnotation(result, sign);
        return sums;
    }

    /// <summary>A condition: the column is one of <paramref name="ids"/>. Where they lie close together it is a range of the index, which is often empty.</summary>
    private static string In(string column, IReadOnlyList<long> ids)
    {
        var (first, last) = (ids.Min(), ids.Max());
        if (last - first == ids.Count - 1) return string.Create(CultureInfo.InvariantCulture, $"{column} BETWEEN {first} AND {last}");
        var list = string.Join(',', ids);
        return last - first < 4L * ids.Count ? string.Create(CultureInfo.InvariantCulture, $"{column} BETWEEN {first} AND {last} AND +{column} IN ({list})") : $"{column} IN ({list})";
    }
}
