using Goldset.Data;
using Goldset.Data.Bulk;
using Goldset.Server.Import;

namespace Goldset.Server.Tasks;

/// <summary>What tasks add to their project's counters and columns. Their data is never made into texts: there may be very much of it.</summary>
internal sealed class TaskSums
{
    /// <summary>What <see cref="Add"/> reads.</summary>
    public const string Columns =
        "id, is_labeled, total_annotations, cancelled_annotations, total_predictions, useful_annotations, ground_truth_annotations, data";

    private readonly List<long> ids = [];
    private readonly DataColumns columns = new(isLimited: false);
    private long labeled;
    private long annotations;
    private long cancelled;
    private long predictions;
    private long useful;
    private long truth;
    private long touched;

    /// <summary>The tasks' ids.</summary>
    public IReadOnlyList<long> Ids => ids;

    /// <summary>Keys of their data with the number of tasks that have them.</summary>
    public IEnumerable<(string Key, long Count)> DataColumns => columns.Counts;

    /// <summary>There are annotations, or skips, among them.</summary>
    public bool HasAnnotations => annotations + cancelled > 0;

    /// <summary>Adds the task in the current row.</summary>
    public void Add(BulkRead row)
    {
        ids.Add(row.Long(0));
        if (row.Flag(1)) labeled++;
        annotations += row.Long(2);
        cancelled += row.Long(3);
        predictions += row.Long(4);
        useful += row.Long(5);
        if (row.Long(5) > 0) touched++;
        truth += row.Long(6);
        columns.Add(row.Utf8(7));
    }

    /// <summary>Moves the project's counters by these, <paramref name="sign"/> times.</summary>
    public Task CountAsync(WriteTransaction tx, long projectId, int sign) => tx.ExecuteAsync("""
        UPDATE project_counts SET task_number = task_number + @tasks, finished_task_number = finished_task_number + @labeled,
            total_annotations_number = total_annotations_number + @annotations, skipped_annotations_number = skipped_annotations_number + @cancelled,
            total_predictions_number = total_predictions_number + @predictions, useful_annotation_number = useful_annotation_number + @useful,
            ground_truth_number = ground_truth_number + @truth, num_tasks_with_annotations = num_tasks_with_annotations + @touched,
            tasks_version = tasks_version + 1
        WHERE project_id = @projectId
        """, new
    {
        projectId,
        tasks = sign * ids.Count,
        labeled = sign * labeled,
        annotations = sign * annotations,
        cancelled = sign * cancelled,
        predictions = sign * predictions,
        useful = sign * useful,
        truth = sign * truth,
        touched = sign * touched,
    });
}
