using Goldset.Data;

namespace Goldset.Server.Import;

/// <summary>What an import adds to its project's counters.</summary>
internal sealed class ImportTotals
{
    /// <summary>Tasks.</summary>
    public long Tasks { get; private set; }

    private long Labeled { get; set; }
    private long Annotations { get; set; }
    private long Cancelled { get; set; }
    private long Useful { get; set; }
    private long Touched { get; set; }
    private long GroundTruth { get; set; }
    private long Predictions { get; set; }

    /// <summary>Adds the tasks of a batch.</summary>
    public void Add(TaskBatch batch)
    {
        foreach (var task in batch.Tasks)
        {
            var numbers = task.Numbers;
            Tasks++;
            if (numbers.IsLabeled) Labeled++;
            Annotations += numbers.Annotations;
            Cancelled += numbers.Cancelled;
            Useful += numbers.Useful;
            if (numbers.Useful > 0) Touched++;
            GroundTruth += numbers.GroundTruth;
            Predictions += numbers.Predictions;
        }
    }

    /// <summary>Moves the counters of <paramref name="projectId"/> and takes <paramref name="numbers"/> task numbers.</summary>
    /// <returns>The last task number taken.</returns>
    public async Task<long> ApplyAsync(WriteTransaction tx, long projectId, int numbers) =>
        await tx.QueryFirstOrDefaultAsync<long?>("""
            UPDATE project_counts SET
                task_number = task_number + @Tasks,
                finished_task_number = finished_task_number + @Labeled,
                total_annotations_number = total_annotations_number + @Annotations,
                skipped_annotations_number = skipped_annotations_number + @Cancelled,
                useful_annotation_number = useful_annotation_number + @Useful,
                num_tasks_with_annotations = num_tasks_with_annotations + @Touched,
                ground_truth_number = ground_truth_number + @GroundTruth,
                total_predictions_number = total_predictions_number + @Predictions,
                last_inner_id = last_inner_id + @numbers,
                tasks_version = tasks_version + 1
            WHERE project_id = @projectId RETURNING last_inner_id
            """, new { Tasks, Labeled, Annotations, Cancelled, Useful, Touched, GroundTruth, Predictions, numbers, projectId })
        ?? throw new InvalidOperationException($"Project {projectId} has no counters");
}
