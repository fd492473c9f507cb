using Dapper;
using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Import;

/// <summary>
/// An import that is under way. Imports and reimports are answered when they have ended, with their numbers, so there is nothing to follow
/// afterwards; the fields that only the end will tell are empty.
/// </summary>
public sealed record ImportProgress(
    long Id, long Project, [property: Shape("AnyJson")] RawJson PreannotatedFromFields, bool CommitToProject, bool ReturnTaskIds, string Status, string? Url, string? Error, Timestamp CreatedAt,
    Timestamp UpdatedAt, Timestamp? FinishedAt, long TaskCount, long AnnotationCount, long PredictionCount, long Duration, IReadOnlyList<long> FileUploadIds, bool CouldBeTasksList,
    IReadOnlyList<string> FoundFormats, IReadOnlyList<string> DataColumns, [property: Shape("AnyJson")] RawJson Tasks, IReadOnlyList<long> TaskIds);

/// <summary>A reimport that is under way, as <see cref="ImportProgress"/>.</summary>
public sealed record ReimportProgress(
    long Id, long Project, string Status, string? Error, long TaskCount, long AnnotationCount, long PredictionCount, long Duration, IReadOnlyList<long> FileUploadIds, bool FilesAsTasksList,
    IReadOnlyList<string> FoundFormats, IReadOnlyList<string> DataColumns);

/// <summary>Looks at imports under way.</summary>
internal sealed class ImportProgressQueries(Database database, TimeProvider clock)
{
    private const string InProgress = "in_progress";

    /// <summary>An import into the project.</summary>
    /// <exception cref="ApiException">404: none of this id is under way.</exception>
    public async Task<ImportProgress> GetAsync(long projectId, long id, CancellationToken cancel)
    {
        var row = await FindAsync(projectId, id, cancel) ?? throw ApiException.NoMatch("ProjectImport");
        return new ImportProgress(
            row.Id, projectId, new RawJson(null), true, false, InProgress, null, null, row.StartedAt, row.Heartbeat, null, row.Tasks, 0, 0, Seconds(row), [], false, [], [], new RawJson(null), []);
    }

    /// <summary>A reimport into the project.</summary>
    /// <exception cref="ApiException">404: none of this id is under way.</exception>
    public async Task<ReimportProgress> GetReimportAsync(long projectId, long id, CancellationToken cancel)
    {
        var row = await FindAsync(projectId, id, cancel) ?? throw ApiException.NoMatch("ProjectReimport");
        return new ReimportProgress(row.Id, projectId, InProgress, null, row.Tasks, 0, 0, Seconds(row), [], true, [], []);
    }

    // One whose beat is 0 is being swept away.
    private async Task<Row?> FindAsync(long projectId, long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition("""
            SELECT i.id, i.started_at, i.heartbeat, (SELECT COUNT(*) FROM tasks t WHERE t.project_id = i.project_id AND t.id >= i.first_task_id AND t.import_id = i.id) AS tasks
            FROM pending_imports i WHERE i.id = @id AND i.project_id = @projectId AND i.heartbeat > 0
            """, new { id, projectId }, cancellationToken: cancel));
    }

    private long Seconds(Row row) => Math.Max(0, Timestamp.Now(clock).Micros - row.StartedAt.Micros) / 1_000_000;

    private sealed class Row
    {
        public long Id { get; init; }
        public Timestamp StartedAt { get; init; }
        public Timestamp Heartbeat { get; init; }
        public long Tasks { get; init; }
    }
}
