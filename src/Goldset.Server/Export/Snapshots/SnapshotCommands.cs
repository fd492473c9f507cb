using System.Globalization;
using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.DataManager;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Orders snapshots and conversions, and deletes them.</summary>
internal sealed class SnapshotCommands(Database database, SnapshotScope scopes, SnapshotQueue queue, SnapshotFiles files, TimeProvider clock)
{
    /// <summary>Orders a snapshot.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ApiException">400: the request is not as it should be, or the tab's filters cannot be understood.</exception>
    public async Task<long> CreateAsync(Caller caller, ProjectRow project, SnapshotRequest request, CancellationToken cancel)
    {
        var options = SnapshotOptions.From(request, out var viewId);
        if (viewId is not null) options = options with { View = await ViewAsync(project.Id, viewId.Value, cancel) };
        await scopes.CompileAsync(project, options, cancel);
        var now = Timestamp.Now(clock);
        var title = request.Title.Or(null) is { Length: > 0 } given
            ? given
            : string.Create(CultureInfo.InvariantCulture, $"{project.Title!.Replace(' ', '-')}-at-{now.ToDateTimeOffset().UtcDateTime:yyyy-MM-dd-HH-mm}");
        var id = await database.WriteAsync(WriteLane.Interactive, tx => tx.QueryFirstOrDefaultAsync<long>("""
            INSERT INTO export_snapshots (project_id, title, created_by_id, created_at, status, attempt, md5, options)
            VALUES (@Id, @title, @UserId, @now, 'created', 0, '', @options) RETURNING id
            """, new { project.Id, title, caller.UserId, now, options = JsonSerializer.Serialize(options, Json.Options) }), cancel);
        queue.Signal.Wake();
        return id;
    }

    /// <summary>Orders a conversion of a completed snapshot.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ApiException">404: the snapshot was deleted. 400: there is such a conversion.</exception>
    public async Task<long> ConvertAsync(long snapshotId, string exportType, bool resources, string origin, CancellationToken cancel)
    {
        var id = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (await tx.QueryFirstOrDefaultAsync<long?>($"SELECT s.id FROM export_snapshots s WHERE s.id = @snapshotId{tx.Dialect.ForKeyShare("s")}", new { snapshotId }) is null)
                throw SnapshotQueries.NoSnapshot();
            return await tx.QueryFirstOrDefaultAsync<long?>("""
                INSERT INTO export_conversions (snapshot_id, export_type, download_resources, created_at, status, attempt, origin)
                VALUES (@snapshotId, @exportType, @resources, @now, 'created', 0, @origin) ON CONFLICT DO NOTHING RETURNING id
                """, new { snapshotId, exportType, resources, now = Timestamp.Now(clock), origin })
                ?? throw new ValidationException($"Conversion to {exportType} already started");
        }, cancel);
        queue.Signal.Wake();
        return id;
    }

    /// <summary>Deletes a snapshot, its conversions, and the files of both.</summary>
    /// <exception cref="ApiException">404: the project has no such snapshot.</exception>
    public async Task DeleteAsync(long projectId, long id, CancellationToken cancel)
    {
        var deleted = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var there = await tx.QueryFirstOrDefaultAsync<long?>($"SELECT s.id FROM export_snapshots s WHERE s.id = @id AND s.project_id = @projectId{tx.Dialect.ForUpdate("s")}", new { id, projectId });
            if (there is null) return false;
            await tx.ExecuteAsync("DELETE FROM export_conversions WHERE snapshot_id = @id", new { id });
            await tx.ExecuteAsync("DELETE FROM export_snapshots WHERE id = @id", new { id });
            return true;
        }, cancel);
        if (!deleted) throw SnapshotQueries.NoSnapshot();
        files.DeleteAll(projectId, id);
    }

    /// <summary>What a tab of the project asks for; null when there is no such tab, which restricts nothing.</summary>
    private async Task<JsonElement?> ViewAsync(long projectId, long viewId, CancellationToken cancel)
    {
        await using var context = database.Context();
        return await context.Views.FirstOrDefaultAsync(view => view.Id == viewId && view.ProjectId == projectId, cancel) is { } view ? ViewEndpoints.Content(view) : null;
    }
}
