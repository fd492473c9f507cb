using System.Data.Common;
using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Projects;

/// <summary>Reads projects of the caller's organization.</summary>
public sealed class ProjectQueries(Database database)
{
    private static readonly Dictionary<string, string> OrderColumns = new[]
    {
        "id", "title", "description", "created_at", "pinned_at", "color", "maximum_annotations", "is_published", "is_draft", "sampling", "overlap_cohort_percentage",
    }.ToDictionary(c => c, c => "p." + c, StringComparer.Ordinal).Concat(new[]
    {
        "task_number", "finished_task_number", "total_predictions_number", "total_annotations_number", "num_tasks_with_annotations", "useful_annotation_number",
        "ground_truth_number", "skipped_annotations_number",
    }.ToDictionary(c => c, c => "c." + c)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The project, for settings and access; without the caller's queue numbers unless <paramref name="queue"/>.</summary>
    /// <exception cref="ApiException">404: not there, in the trash or another organization's.</exception>
    public async Task<ProjectRow> GetAsync(Caller caller, long id, CancellationToken cancel, bool queue = false)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await FindAsync(connection, null, caller, id, queue) ?? throw ApiException.NoMatch("Project");
    }

    /// <summary>As <see cref="GetAsync"/>, over a connection or transaction the caller has; null when there is none.</summary>
    public static Task<ProjectRow?> FindAsync(DbConnection connection, DbTransaction? transaction, Caller caller, long id, bool queue = false) =>
        connection.QueryFirstOrDefaultAsync<ProjectRow?>($"""
            SELECT {ProjectRow.Columns}{(queue ? ProjectRow.QueueColumns : "")} {ProjectRow.From}
            WHERE p.id = @id AND p.organization_id = @OrganizationId AND p.deleted_at IS NULL
            """, new { id, caller.OrganizationId, caller.UserId }, transaction);

    /// <summary>A page of the list, pinned ones first.</summary>
    public async Task<PageOf<ProjectRow>> ListAsync(HttpRequest request, Caller caller, Paging paging, bool queue, CancellationToken cancel)
    {
        var where = "p.organization_id = @OrganizationId AND p.deleted_at IS NULL";
        var ids = request.Ids("ids");
        if (ids is not null) where += " AND " + database.Dialect.In("p.id", "@ids");
        var title = request.Query["title"].ToString();
        if (title.Length > 0) where += " AND " + database.Dialect.Contains("p.title", "@title");
        where += request.Query["filter"].ToString() switch
        {
            "pinned_only" => " AND p.pinned_at IS NOT NULL",
            "exclude_pinned" => " AND p.pinned_at IS NULL",
            _ => "",
        };
        var parameters = new DynamicParameters(new { caller.OrganizationId, caller.UserId, title });
        if (ids is not null) parameters.Add("ids", ids.ToArray());
        await using var connection = await database.ReadAsync(cancel);
        if (title.Length > 0) SqliteText.Prepare(connection);
        var count = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM projects p WHERE {where}", parameters);
        var page = paging.Within(count);
        parameters.Add("size", page.Size);
        parameters.Add("offset", page.Offset);
        var rows = await connection.QueryAsync<ProjectRow>($"""
            SELECT {ProjectRow.Columns}{(queue ? ProjectRow.QueueColumns : "")} {ProjectRow.From}
            WHERE {where} ORDER BY {Order(request.Query["ordering"].ToString())} LIMIT @size OFFSET @offset
            """, parameters);
        return PageOf.Create(request, page, count, rows.AsList());
    }

    private static string Order(string wanted)
    {
        var parts = wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(w => OrderColumns.TryGetValue(w.TrimStart('-'), out var column) ? $"{column} IS NULL, {column}{(w.StartsWith('-') ? " DESC" : "")}" : null)
            .OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(", ", parts) + ", p.id" : "p.pinned_at IS NULL, p.pinned_at DESC, p.created_at DESC, p.id DESC";
    }
}
