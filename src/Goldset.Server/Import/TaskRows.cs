using Goldset.Data;
using Goldset.Data.Bulk;

namespace Goldset.Server.Import;

/// <summary>Writes a batch of new tasks with their annotations and predictions.</summary>
internal static class TaskRows
{
    private static readonly ReadOnlyMemory<byte> NoPrediction = "{}"u8.ToArray();

    /// <summary>Writes <paramref name="batch"/>.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="project">Where the tasks go.</param>
    /// <param name="batch">The tasks.</param>
    /// <param name="importId">The pending import that hides them, or null.</param>
    /// <param name="innerIds">Their numbers within the project.</param>
    /// <returns>Their ids.</returns>
    public static async Task<long[]> InsertAsync(WriteTransaction tx, ImportProject project, TaskBatch batch, long? importId, long[] innerIds)
    {
        var ids = await RowIds.ReserveAsync(tx, "tasks", batch.Tasks.Count);
        await using (var rows = await BulkInsert.BeginAsync(tx, "tasks",
            "id", "project_id", "created_at", "updated_at", "is_labeled", "allow_skip", "overlap", "inner_id", "total_annotations", "cancelled_annotations",
            "total_predictions", "useful_annotations", "ground_truth_annotations", "file_upload_id", "import_id", "meta", "data"))
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var task = batch.Tasks[i];
                await rows.StartRowAsync();
                await rows.AddAsync(ids[i]);
                await rows.AddAsync(project.Id);
                await rows.AddAsync(task.Time.Micros);
                await rows.AddAsync(task.Time.Micros);
                await rows.AddAsync(task.Numbers.IsLabeled);
                await rows.AddAsync(task.AllowSkip);
                await rows.AddAsync(project.MaximumAnnotations);
                await rows.AddAsync(innerIds[i]);
                await rows.AddAsync(task.Numbers.Annotations);
                await rows.AddAsync(task.Numbers.Cancelled);
                await rows.AddAsync(task.Numbers.Predictions);
                await rows.AddAsync(task.Numbers.Useful);
                await rows.AddAsync(task.Numbers.GroundTruth);
                await rows.AddAsync(task.FileUploadId);
                await rows.AddAsync(importId);
                await rows.AddUtf8Async(batch[task.Meta]);
                await rows.AddUtf8Async(batch[task.Data]);
            }
            await rows.CompleteAsync();
        }
        if (batch.Annotations.Count > 0) await InsertAnnotationsAsync(tx, project, batch, ids);
        if (batch.Predictions.Count > 0) await PredictionRows.InsertAsync(tx, project.Id, batch, ids, batch.Tasks[0].Time);
        if (batch.Origins.Count > 0) await InsertOriginsAsync(tx, batch, ids);
        return ids;
    }

    private static async Task InsertOriginsAsync(WriteTransaction tx, TaskBatch batch, long[] taskIds)
    {
        var ids = await RowIds.ReserveAsync(tx, "storage_import_links", batch.Origins.Count);
        await using var rows = await BulkInsert.BeginAsync(tx, "storage_import_links", "id", "storage_id", "task_id", "row_index", "key");
        for (var i = 0; i < ids.Length; i++)
        {
            var origin = batch.Origins[i];
            await rows.StartRowAsync();
            await rows.AddAsync(ids[i]);
            await rows.AddAsync(origin.StorageId);
            await rows.AddAsync(taskIds[origin.Task]);
            await rows.AddAsync(origin.Row);
            await rows.AddAsync(origin.Key);
        }
        await rows.CompleteAsync();
    }

    private static async Task InsertAnnotationsAsync(WriteTransaction tx, ImportProject project, TaskBatch batch, long[] taskIds)
    {
        var ids = await RowIds.ReserveAsync(tx, "annotations", batch.Annotations.Count);
        await using var rows = await BulkInsert.BeginAsync(tx, "annotations",
            "id", "task_id", "project_id", "result_count", "completed_by_id", "was_cancelled", "ground_truth", "bulk_created", "created_at", "updated_at",
            "lead_time", "unique_id", "import_id", "prediction", "result");
        // Annotations of a task are made one after the other, as they are listed: exports put the newest first.
        var earlier = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            var annotation = batch.Annotations[i];
            earlier = i > 0 && batch.Annotations[i - 1].Task == annotation.Task ? earlier + 1 : 0;
            var time = batch.Tasks[annotation.Task].Time.Micros + earlier;
            await rows.StartRowAsync();
            await rows.AddAsync(ids[i]);
            await rows.AddAsync(taskIds[annotation.Task]);
            await rows.AddAsync(project.Id);
            // Regions are counted when somebody saves the annotation.
            await rows.AddAsync(0);
            await rows.AddAsync(annotation.CompletedById);
            await rows.AddAsync(annotation.WasCancelled);
            await rows.AddAsync(annotation.GroundTruth);
            await rows.AddAsync(false);
            await rows.AddAsync(time);
            await rows.AddAsync(time);
            await rows.AddAsync(annotation.LeadTime);
            await rows.AddAsync(Guid.CreateVersion7().ToString());
            await rows.AddAsync(annotation.OriginalId);
            await rows.AddUtf8Async(NoPrediction);
            await rows.AddUtf8Async(batch[annotation.Result]);
        }
        await rows.CompleteAsync();
    }
}
