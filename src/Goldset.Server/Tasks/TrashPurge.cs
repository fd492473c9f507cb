using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Server.Uploads;

namespace Goldset.Server.Tasks;

/// <summary>Deletes for good what has been in the trash for longer than <see cref="TaskTrash.Kept"/>: a few times a day, in small batches.</summary>
public sealed partial class TrashPurge : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    private readonly Database database;
    private readonly UploadStore uploads;
    private readonly TimeProvider clock;
    private readonly ILogger<TrashPurge> log;

    internal TrashPurge(Database database, UploadStore uploads, TimeProvider clock, ILogger<TrashPurge> log) =>
        (this.database, this.uploads, this.clock, this.log) = (database, uploads, clock, log);

    /// <summary>Purges all projects once.</summary>
    public async Task PurgeAsync(CancellationToken cancel)
    {
        var before = Timestamp.Now(clock).Add(-TaskTrash.Kept);
        List<(long Id, bool IsWhole)> projects;
        await using (var connection = await database.ReadAsync(cancel))
            projects = (await connection.QueryAsync<(long, bool)>($"""
                SELECT id, CASE WHEN deleted_at < @before THEN 1 ELSE 0 END FROM projects
                WHERE deleted_at < @before OR id IN (SELECT project_id FROM {database.Dialect.Trash} WHERE deleted_at < @before) ORDER BY id
                """, new { before })).AsList();
        foreach (var (id, isWhole) in projects)
        {
            var tasks = await PurgeTasksAsync(id, isWhole ? null : before, cancel);
            if (tasks > 0) Purged(log, tasks, id);
            if (isWhole) await PurgeProjectAsync(id, before, cancel);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Interval)
        {
            try
            {
                await Task.Delay(wait, clock, stoppingToken);
                await PurgeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException)
            {
                Failed(log, failed);
            }
        }
    }

    private async Task<long> PurgeTasksAsync(long project, Timestamp? before, CancellationToken cancel)
    {
        var (purged, after) = (0L, 0L);
        // Of a project that is to go all tasks go, whenever they were deleted.
        var (from, old) = before is null ? ("tasks WHERE project_id = @project", "")
            : ($"{database.Dialect.Trash} WHERE project_id = @project AND deleted_at < @before",
                database.Dialect.MarksDeletedTasks ? " AND deleted_at < @before" : " AND EXISTS (SELECT 1 FROM deleted_tasks d WHERE d.task_id = tasks.id AND d.deleted_at < @before)");
        string[] tables = ["annotations", "predictions", "drafts", "task_locks", "storage_import_links"];
        if (!database.Dialect.MarksDeletedTasks) tables = [.. tables, "deleted_tasks"];
        while (true)
        {
            var parameters = new DynamicParameters(new { project, after, before = before?.Micros });
            long[] ids;
            // Looked for by a reader, so that writers do not wait while there is nothing.
            await using (var connection = await database.ReadAsync(cancel))
                ids = [.. await connection.QueryAsync<long>($"SELECT id FROM {from} AND id > @after ORDER BY id LIMIT {Batch}", parameters)];
            if (ids.Length == 0) return purged;
            parameters.Add("ids", ids);
            purged += await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                long[] gone = [.. await tx.QueryAsync<long>($"DELETE FROM tasks WHERE {tx.Dialect.In("id", "@ids")}{old} RETURNING id", parameters)];
                var of = new DynamicParameters();
                of.Add("ids", gone);
                foreach (var table in tables)
                    await tx.ExecuteAsync($"DELETE FROM {table} WHERE {tx.Dialect.In("task_id", "@ids")}", of);
                return gone.Length;
            }, cancel);
            after = ids[^1];
        }
    }

    private async Task PurgeProjectAsync(long project, Timestamp before, CancellationToken cancel)
    {
        var files = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            if (await tx.ExecuteAsync("DELETE FROM projects WHERE id = @project AND deleted_at < @before", new { project, before }) == 0) return [];
            foreach (var table in (string[])["views", "summary_counts", "label_stream_visits", "ml_backends", "webhooks", "label_links", "storages", "pending_imports", "project_counts", "training_orders", "export_snapshots", "jobs"])
                await tx.ExecuteAsync($"DELETE FROM {table} WHERE project_id = @project", new { project });
            return await tx.QueryAsync<string>("DELETE FROM file_uploads WHERE project_id = @project RETURNING file", new { project });
        }, cancel);
        uploads.Remove(files);
        PurgedProject(log, project);
    }

    [LoggerMessage(LogLevel.Information, "{Tasks} tasks that project {ProjectId} had in the trash are deleted for good")]
    private static partial void Purged(ILogger log, long tasks, long projectId);

    [LoggerMessage(LogLevel.Information, "Project {ProjectId}, which was in the trash, is deleted for good")]
    private static partial void PurgedProject(ILogger log, long projectId);

    [LoggerMessage(LogLevel.Warning, "The trash could not be emptied; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
