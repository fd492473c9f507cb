using Goldset.Data;
using Goldset.Data.Bulk;

namespace Goldset.Server.Import;

/// <summary>Writes new predictions.</summary>
internal static class PredictionRows
{
    /// <summary>Writes the predictions of <paramref name="batch"/>.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="projectId">The tasks' project.</param>
    /// <param name="batch">The predictions; each names its task by place in <paramref name="taskIds"/>.</param>
    /// <param name="taskIds">Ids of the tasks.</param>
    /// <param name="time">When they were made.</param>
    public static async Task InsertAsync(WriteTransaction tx, long projectId, TaskBatch batch, IReadOnlyList<long> taskIds, Timestamp time)
    {
        var ids = await RowIds.ReserveAsync(tx, "predictions", batch.Predictions.Count);
        await using var rows = await BulkInsert.BeginAsync(tx, "predictions",
            "id", "task_id", "project_id", "score", "model_version", "mislabeling", "created_at", "updated_at", "result");
        for (var i = 0; i < ids.Length; i++)
        {
            var prediction = batch.Predictions[i];
            await rows.StartRowAsync();
            await rows.AddAsync(ids[i]);
            await rows.AddAsync(taskIds[prediction.Task]);
            await rows.AddAsync(projectId);
            await rows.AddAsync(prediction.Score);
            await rows.AddAsync(prediction.ModelVersion);
            await rows.AddAsync(0d);
            await rows.AddAsync(time.Micros);
            await rows.AddAsync(time.Micros);
            if (prediction.Result.Length > 0) await rows.AddUtf8Async(batch[prediction.Result]);
            else await rows.AddAsync((string?)null);
        }
        await rows.CompleteAsync();
    }
}
