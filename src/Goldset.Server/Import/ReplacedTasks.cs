using Dapper;
using Goldset.Data;
using Goldset.Server.Tasks;

namespace Goldset.Server.Import;

/// <summary>The tasks of earlier imports of the same files, which go at the moment the new ones come.</summary>
/// <param name="projectId">The project.</param>
/// <param name="uploads">Ids of the file uploads.</param>
internal sealed class ReplacedTasks(long projectId, IReadOnlyList<long> uploads)
{
    /// <summary>The numbers of these tasks, when they are the project's last ones without a gap; else null.</summary>
    public async Task<(long First, long Last)?> LastNumbersAsync(Database database, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        long count = 0, first = long.MaxValue, last = 0;
        foreach (var chunk in uploads.Chunk(1000))
        {
            var (tasks, smallest, largest) = await connection.QuerySingleAsync<(long, long?, long?)>(
                $"SELECT COUNT(*), MIN(inner_id), MAX(inner_id) FROM visible_tasks WHERE project_id = @projectId AND {database.Dialect.In("file_upload_id", "@chunk")}",
                new { projectId, chunk });
            count += tasks;
            first = Math.Min(first, smallest ?? long.MaxValue);
            last = Math.Max(last, largest ?? 0);
        }
        if (count == 0 || last - first + 1 != count) return null;
        return await connection.ExecuteScalarAsync<long>("SELECT last_inner_id FROM project_counts WHERE project_id = @projectId", new { projectId }) == last ? (first, last) : null;
    }

    /// <summary>Moves them to the trash.</summary>
    /// <param name="tx">The write that makes the new tasks visible.</param>
    /// <param name="importId">The import whose tasks stay; null: none of them is there yet.</param>
    /// <param name="now">When.</param>
    public async Task DeleteAsync(WriteTransaction tx, long? importId, Timestamp now)
    {
        var ids = new List<long>();
        foreach (var chunk in uploads.Chunk(1000))
            ids.AddRange(await tx.QueryAsync<long>($"""
                SELECT id FROM visible_tasks WHERE project_id = @projectId AND {tx.Dialect.In("file_upload_id", "@chunk")} AND COALESCE(import_id, 0) <> @importId
                """, new { projectId, chunk, importId = importId ?? -1 }));
        if (ids.Count > 0) await TaskTrash.DeleteAsync(tx, projectId, ids, now);
    }
}
