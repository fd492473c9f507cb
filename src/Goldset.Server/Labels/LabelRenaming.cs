using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.Labels;

/// <summary>Puts a label in the place of another in stored annotations, a batch of annotations in each transaction.</summary>
internal sealed class LabelRenaming(Database database, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Renames in one project or in all of the organization.</summary>
    /// <returns>How many regions changed.</returns>
    public async Task<long> RunAsync(Caller caller, long? projectId, JsonElement oldLabel, JsonElement newLabel, CancellationToken cancel)
    {
        var (renamed, after) = (0L, 0L);
        while (true)
        {
            var (regions, last) = await database.WriteAsync(WriteLane.Bulk, tx => RenameAsync(tx, caller, projectId, oldLabel, newLabel, after), cancel);
            renamed += regions;
            if (last is not { } next) return renamed;
            after = next;
        }
    }

    private async Task<(long Regions, long? Last)> RenameAsync(WriteTransaction tx, Caller caller, long? projectId, JsonElement oldLabel, JsonElement newLabel, long after)
    {
        if (projectId is not null && await tx.QueryFirstOrDefaultAsync<long?>(
            "SELECT id FROM projects WHERE id = @projectId AND organization_id = @OrganizationId AND deleted_at IS NULL", new { projectId, caller.OrganizationId }) is null)
            throw ApiException.NoMatch("Project");
        var annotations = await tx.QueryAsync<StoredResult>($"""
            SELECT a.id, a.project_id, a.result FROM annotations a JOIN projects p ON p.id = a.project_id JOIN visible_tasks t ON t.id = a.task_id
            WHERE p.organization_id = @OrganizationId AND p.deleted_at IS NULL AND a.id > @after AND a.result IS NOT NULL{(projectId is null ? "" : " AND a.project_id = @projectId")}
            ORDER BY a.id LIMIT {Batch}
            """, new { caller.OrganizationId, projectId, after });
        var regions = 0L;
        var summaries = new Dictionary<long, SummaryDelta>();
        foreach (var annotation in annotations)
        {
            var (result, count) = Renamed(annotation.Result, oldLabel, newLabel);
            if (count == 0) continue;
            regions += count;
            if (!summaries.TryGetValue(annotation.ProjectId, out var summary)) summaries[annotation.ProjectId] = summary = new SummaryDelta();
            summary.AddAnnotation(annotation.Result, -1);
            summary.AddAnnotation(result, 1);
            await tx.ExecuteAsync("UPDATE annotations SET result = @result, updated_at = @now, updated_by_id = @UserId WHERE id = @Id",
                new { result, now = Timestamp.Now(clock), caller.UserId, annotation.Id });
        }
        foreach (var (project, summary) in summaries) await summary.ApplyAsync(tx, project);
        return (regions, annotations.Count < Batch ? null : annotations[^1].Id);
    }

    /// <summary>The result with the list <c>value[type]</c> of each region replaced where it equals the old one.</summary>
    private static (string Result, long Count) Renamed(string result, JsonElement oldLabel, JsonElement newLabel)
    {
        if (JsonNode.Parse(result) is not JsonArray regions) return (result, 0);
        var (before, count) = (JsonNode.Parse(oldLabel.GetRawText()), 0L);
        foreach (var region in regions.OfType<JsonObject>())
        {
            if (region["type"] is not JsonValue named || !named.TryGetValue<string>(out var type)) continue;
            if (region["value"] is not JsonObject value || value[type] is not { } labels || !JsonNode.DeepEquals(labels, before)) continue;
            value[type] = JsonNode.Parse(newLabel.GetRawText());
            count++;
        }
        return (count == 0 ? result : regions.ToJsonString(Json.Options), count);
    }

    private sealed class StoredResult
    {
        public long Id { get; init; }
        public long ProjectId { get; init; }
        public string Result { get; init; } = "";
    }
}
