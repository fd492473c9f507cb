using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Jobs;

namespace Goldset.Server.Import;

/// <summary>An import that is done as a job. What only the end tells is empty until then.</summary>
/// <param name="Id">Id.</param>
/// <param name="Project">The project.</param>
/// <param name="PreannotatedFromFields">Fields of the tasks whose values become predictions, or null.</param>
/// <param name="CommitToProject">Tasks are made.</param>
/// <param name="ReturnTaskIds">The new tasks' ids are told.</param>
/// <param name="Status"><c>created</c>, <c>in_progress</c>, <c>completed</c> or <c>failed</c>; one that was cancelled has failed.</param>
/// <param name="Url">The address it is fetched from.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="ValidationErrors">What was wrong, as the answer at once would have said it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it ended or was last begun.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="BytesRead">Bytes read so far.</param>
/// <param name="BytesTotal">Bytes to read; null: not known yet.</param>
/// <param name="TaskCount">Tasks read so far. None of them is visible before the end.</param>
/// <param name="AnnotationCount">Annotations among them.</param>
/// <param name="PredictionCount">Predictions among them.</param>
/// <param name="Duration">Seconds since it was begun, or that it took.</param>
/// <param name="FileUploadIds">The uploads that are read.</param>
/// <param name="CouldBeTasksList">A file could be meant as a list of tasks or as one task.</param>
/// <param name="FoundFormats">Number of files by extension.</param>
/// <param name="DataColumns">Data keys that the first tasks of all files share.</param>
/// <param name="Tasks">Always null.</param>
/// <param name="TaskIds">Ids of the tasks in input order, where they were asked for.</param>
public sealed record ImportProgress(
    long Id, long Project, [property: Shape("AnyJson")] RawJson PreannotatedFromFields, bool CommitToProject, bool ReturnTaskIds, string Status, string? Url, string? Error,
    [property: Shape("AnyJson")] RawJson ValidationErrors, Timestamp CreatedAt, Timestamp UpdatedAt, Timestamp? FinishedAt, long BytesRead, long? BytesTotal, long TaskCount, long AnnotationCount,
    long PredictionCount, double Duration, IReadOnlyList<long> FileUploadIds, bool CouldBeTasksList, [property: Shape("FoundFormats")] RawJson FoundFormats, IReadOnlyList<string> DataColumns,
    [property: Shape("AnyJson")] RawJson Tasks, IReadOnlyList<long> TaskIds);

/// <summary>A reimport that is done as a job, as <see cref="ImportProgress"/>.</summary>
public sealed record ReimportProgress(
    long Id, long Project, string Status, string? Error, [property: Shape("AnyJson")] RawJson ValidationErrors, long BytesRead, long? BytesTotal, long TaskCount, long AnnotationCount,
    long PredictionCount, double Duration, IReadOnlyList<long> FileUploadIds, bool FilesAsTasksList, [property: Shape("FoundFormats")] RawJson FoundFormats, IReadOnlyList<string> DataColumns);

/// <summary>Looks at imports that are done as jobs.</summary>
internal sealed class ImportProgressQueries(JobQueries jobs, TimeProvider clock)
{
    private const string Cancelled = "The import was cancelled.";

    /// <summary>An import into the project.</summary>
    /// <exception cref="ApiException">404: there is none of this id.</exception>
    public async Task<ImportProgress> GetAsync(long projectId, long id, CancellationToken cancel)
    {
        var row = await FindAsync(projectId, id, ImportJob.Kind, cancel) ?? throw ApiException.NoMatch("ProjectImport");
        var (order, result) = (Order(row), Result(row));
        return new ImportProgress(
            row.Id, projectId, new RawJson(order.PreannotatedFromFields.Count == 0 ? null : JsonSerializer.Serialize(order.PreannotatedFromFields)), order.CommitToProject, order.ReturnTaskIds, Status(row),
            order.Url, Error(row), new RawJson(row.ValidationErrors), row.CreatedAt, row.FinishedAt ?? row.StartedAt ?? row.CreatedAt, row.FinishedAt, row.Done, row.Total,
            result?.TaskCount ?? row.TaskCount, result?.AnnotationCount ?? 0, result?.PredictionCount ?? 0, Seconds(row), result?.FileUploadIds ?? order.FileUploadIds ?? [],
            result?.CouldBeTasksList ?? false, Formats(result), result?.DataColumns ?? [], new RawJson(null), result?.TaskIds ?? []);
    }

    /// <summary>A reimport into the project.</summary>
    /// <exception cref="ApiException">404: there is none of this id.</exception>
    public async Task<ReimportProgress> GetReimportAsync(long projectId, long id, CancellationToken cancel)
    {
        var row = await FindAsync(projectId, id, ReimportJob.Kind, cancel) ?? throw ApiException.NoMatch("ProjectReimport");
        var (order, result) = (Order(row), Result(row));
        return new ReimportProgress(
            row.Id, projectId, Status(row), Error(row), new RawJson(row.ValidationErrors), row.Done, row.Total, result?.TaskCount ?? row.TaskCount, result?.AnnotationCount ?? 0,
            result?.PredictionCount ?? 0, Seconds(row), order.FileUploadIds ?? [], order.FilesAsTasksList, Formats(result), result?.DataColumns ?? []);
    }

    private async Task<JobRow?> FindAsync(long projectId, long id, string kind, CancellationToken cancel) =>
        await jobs.FindAsync(projectId, id, cancel) is { } row && row.Kind == kind ? row : null;

    private static ImportOrder Order(JobRow row) => JsonSerializer.Deserialize<ImportOrder>(row.Request, Json.Options)!;

    private static Outcome? Result(JobRow row) => row.Result is null ? null : JsonSerializer.Deserialize<Outcome>(row.Result, Json.Options);

    private static RawJson Formats(Outcome? result) => new(result?.FoundFormats.GetRawText() ?? "[]");

    // Clients that wait for an end know these two.
    private static string Status(JobRow row) => row.Status == JobStatus.Cancelled ? JobStatus.Failed : row.Status;

    private static string? Error(JobRow row) => row.Status == JobStatus.Cancelled ? Cancelled : row.Error;

    private double Seconds(JobRow row) => row.StartedAt is { } started ? Math.Max(0, (row.FinishedAt ?? Timestamp.Now(clock)).Micros - started.Micros) / 1e6 : 0;

    /// <summary>What the answers of imports and reimports have in common, as it is stored.</summary>
    private sealed record Outcome(
        long TaskCount, long? AnnotationCount, long? PredictionCount, IReadOnlyList<long> FileUploadIds, bool CouldBeTasksList, JsonElement FoundFormats, IReadOnlyList<string> DataColumns,
        IReadOnlyList<long>? TaskIds);
}
