using Dapper;
using Goldset.Data;

namespace Goldset.Server.Uploads;

/// <summary>Changes and removes uploaded files. Their bytes stay in the media folder.</summary>
internal sealed class UploadCommands(Database database)
{
    private const int BatchSize = 1000;

    /// <summary>Has the row show another file.</summary>
    public Task ReplaceAsync(long id, string file, long size, CancellationToken cancel) => database.WriteAsync(WriteLane.Interactive,
        tx => tx.ExecuteAsync("UPDATE file_uploads SET file = @file, size = @size WHERE id = @id", new { id, file, size }), cancel);

    /// <summary>Removes uploads of a project; their tasks stay and lose the link.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="ids">Which; null: all.</param>
    /// <param name="cancel">Gives it up between two transactions.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> DeleteAsync(long projectId, IReadOnlyCollection<long>? ids, CancellationToken cancel)
    {
        ids ??= await AllAsync(projectId, cancel);
        var deleted = 0;
        foreach (var chunk in ids.Chunk(BatchSize))
        {
            var of = new { projectId, chunk };
            int unlinked;
            do
            {
                unlinked = await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync($"""
                    UPDATE tasks SET file_upload_id = NULL WHERE id IN
                        (SELECT id FROM tasks WHERE project_id = @projectId AND {tx.Dialect.In("file_upload_id", "@chunk")} LIMIT {BatchSize})
                    """, of), cancel);
            }
            while (unlinked == BatchSize);
            deleted += await database.WriteAsync(WriteLane.Interactive,
                tx => tx.ExecuteAsync($"DELETE FROM file_uploads WHERE project_id = @projectId AND {tx.Dialect.In("id", "@chunk")}", of), cancel);
        }
        return deleted;
    }

    private async Task<IReadOnlyCollection<long>> AllAsync(long projectId, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return (await connection.QueryAsync<long>("SELECT id FROM file_uploads WHERE project_id = @projectId", new { projectId })).AsList();
    }
}
