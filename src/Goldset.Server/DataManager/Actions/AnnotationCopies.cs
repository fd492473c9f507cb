using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Bulk;
using Goldset.Labeling;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>An annotation to be made from a prediction or another annotation.</summary>
/// <param name="TaskId">Its task.</param>
/// <param name="Result">What it says.</param>
/// <param name="ParentPredictionId">The prediction it is made from.</param>
/// <param name="ParentAnnotationId">The annotation it is made from.</param>
internal sealed record AnnotationCopy(long TaskId, string? Result, long? ParentPredictionId, long? ParentAnnotationId);

/// <summary>Stores many new annotations at once.</summary>
internal static class AnnotationCopies
{
    /// <summary>Stores <paramref name="copies"/> and brings counters and summary up to date. The tasks are locked.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="projectId">The tasks' project.</param>
    /// <param name="copies">What to store.</param>
    /// <param name="authorId">Whose annotations they are.</param>
    /// <param name="now">When they are made.</param>
    /// <param name="changesTasks">The author counts as the one who changed the tasks last.</param>
    /// <returns>Their ids.</returns>
    public static async Task<long[]> InsertAsync(WriteTransaction tx, long projectId, IReadOnlyList<AnnotationCopy> copies, long authorId, Timestamp now, bool changesTasks)
    {
        var ids = await RowIds.ReserveAsync(tx, "annotations", copies.Count);
        var summary = new SummaryDelta();
        await using (var rows = await BulkInsert.BeginAsync(tx, "annotations",
            "id", "task_id", "project_id", "result_count", "completed_by_id", "was_cancelled", "ground_truth", "bulk_created", "created_at", "updated_at",
            "unique_id", "parent_prediction_id", "parent_annotation_id", "prediction", "result"))
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var copy = copies[i];
                summary.AddAnnotation(copy.Result, 1);
                await rows.StartRowAsync();
                await rows.AddAsync(ids[i]);
                await rows.AddAsync(copy.TaskId);
                await rows.AddAsync(projectId);
                await rows.AddAsync(RegionCount(copy.Result));
                await rows.AddAsync(authorId);
                await rows.AddAsync(false);
                await rows.AddAsync(false);
                await rows.AddAsync(false);
                // One after the other, as they are listed: exports put the newest first.
                await rows.AddAsync(now.Micros + i);
                await rows.AddAsync(now.Micros + i);
                await rows.AddAsync(Guid.CreateVersion7().ToString());
                await rows.AddAsync(copy.ParentPredictionId);
                await rows.AddAsync(copy.ParentAnnotationId);
                await rows.AddAsync("{}");
                await rows.AddAsync(copy.Result);
            }
            await rows.CompleteAsync();
        }
        // As everywhere, counters before the summary: whoever does it the other way round and somebody's annotation may wait for each other.
        await TaskCounters.RefreshAsync(tx, projectId, [.. copies.Select(copy => copy.TaskId).Distinct()], changesTasks ? (authorId, now) : null);
        await summary.ApplyAsync(tx, projectId);
        return ids;
    }

    private static int RegionCount(string? result)
    {
        if (result is null) return 0;
        using var document = JsonDocument.Parse(result);
        return ResultSummary.Of(document.RootElement).RegionCount;
    }
}
