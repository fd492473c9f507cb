using System.Data.Common;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;

namespace Goldset.Server.Projects;

/// <summary>What a project's tasks and annotations contain, from numbers kept by delta.</summary>
internal static class ProjectSummary
{
    /// <summary>Reads the summary. A column is common when every task has it.</summary>
    public static async Task<SummaryResponse> ReadAsync(DbConnection connection, DbTransaction? transaction, long projectId, long taskNumber, Timestamp created)
    {
        var rows = (await connection.QueryAsync<SummaryCount>(
            "SELECT kind, key, label, count FROM summary_counts WHERE project_id = @projectId AND count > 0", new { projectId }, transaction)).AsList();
        Dictionary<string, long> Flat(SummaryKind kind) => rows.Where(r => r.Kind == kind).OrderBy(r => r.Key, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.Count);
        Dictionary<string, Dictionary<string, long>> Nested(SummaryKind kind) => rows.Where(r => r.Kind == kind).GroupBy(r => r.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToDictionary(r => r.Label, r => r.Count));
        var columns = Flat(SummaryKind.DataColumn);
        return new SummaryResponse(projectId, created, columns, [.. columns.Where(c => c.Value >= taskNumber).Select(c => c.Key)],
            Flat(SummaryKind.Annotation), Nested(SummaryKind.Label), Nested(SummaryKind.DraftLabel));
    }

    /// <summary>
    /// Counts everything anew. The numbers are kept exact by each write, so this is only for databases that were edited by hand; it
    /// holds the writer while it reads the project.
    /// </summary>
    public static Task ResetAsync(Database database, long projectId, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            var delta = new SummaryDelta();
            await foreach (var data in tx.Connection.QueryUnbufferedAsync<string>("SELECT data FROM visible_tasks WHERE project_id = @projectId", new { projectId }, tx.Transaction))
                delta.AddData(data, 1);
            await foreach (var result in tx.Connection.QueryUnbufferedAsync<string>("""
                SELECT a.result FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE a.project_id = @projectId AND a.result IS NOT NULL
                """, new { projectId }, tx.Transaction))
                delta.AddAnnotation(result, 1);
            await foreach (var result in tx.Connection.QueryUnbufferedAsync<string>("SELECT result FROM drafts WHERE project_id = @projectId", new { projectId }, tx.Transaction))
                delta.AddDraft(result, 1);
            await tx.ExecuteAsync("DELETE FROM summary_counts WHERE project_id = @projectId", new { projectId });
            await delta.ApplyAsync(tx, projectId);
        }, cancel);
}

/// <summary>What a project's tasks and annotations contain.</summary>
public sealed record SummaryResponse(
    long Project, Timestamp CreatedAt, Dictionary<string, long> AllDataColumns, IReadOnlyList<string> CommonDataColumns, Dictionary<string, long> CreatedAnnotations,
    Dictionary<string, Dictionary<string, long>> CreatedLabels, Dictionary<string, Dictionary<string, long>> CreatedLabelsDrafts);

/// <summary>Checks a changed config against the annotations and drafts a project has, from the summary alone.</summary>
internal static class ConfigChangeCheck
{
    /// <exception cref="LabelConfigException">Existing work does not fit.</exception>
    public static async Task CheckAsync(DbConnection connection, DbTransaction? transaction, long projectId, long taskNumber, LabelConfig updated, bool strict)
    {
        if (taskNumber == 0) return;
        var summary = await ProjectSummary.ReadAsync(connection, transaction, projectId, taskNumber, default);
        if (summary.CreatedAnnotations.Count == 0 && summary.CreatedLabels.Count == 0 && summary.CreatedLabelsDrafts.Count == 0) return;
        var used = AnnotationCounts.FromJson(
            System.Text.Json.JsonSerializer.Serialize(summary.CreatedAnnotations), System.Text.Json.JsonSerializer.Serialize(summary.CreatedLabels),
            System.Text.Json.JsonSerializer.Serialize(summary.CreatedLabelsDrafts));
        LabelConfigValidator.CheckUse(updated, used, strict);
    }

    /// <summary>The answer to a refused config: XML that cannot be read has only a detail, all else a message under <paramref name="field"/>.</summary>
    public static Http.ApiException Refusal(LabelConfigException refused, string field) => refused.ParserDetail is { } detail
        ? new Http.ApiException(StatusCodes.Status400BadRequest, detail)
        : new Http.ValidationException(field, refused.Message);
}
