using System.Text.Json;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Predictions;

/// <summary>Stores, changes and deletes predictions with the counters that follow from it.</summary>
internal sealed class PredictionCommands(Database database, LabelConfigs configs, ServerOptions options, TimeProvider clock)
{
    /// <summary>A new prediction.</summary>
    public Task<PredictionRow> CreateAsync(Caller caller, PredictionRequest request, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var taskId = request.Task.Value;
            var task = await TaskRow.FindAsync(tx.Connection, tx.Transaction, caller, taskId, tx.Dialect.ForUpdate("t"))
                ?? throw new ValidationException("task", $"Invalid pk \"{taskId}\" - object does not exist.");
            var result = await ResultAsync(tx, caller, task.ProjectId, request);
            var now = Timestamp.Now(clock);
            var id = await tx.QueryFirstOrDefaultAsync<long>("""
                INSERT INTO predictions (task_id, project_id, result, score, model_version, cluster, neighbors, mislabeling, created_at, updated_at)
                VALUES (@taskId, @ProjectId, @result, @score, @version, @cluster, @neighbors, @mislabeling, @now, @now) RETURNING id
                """, new
            {
                taskId,
                task.ProjectId,
                result,
                score = request.Score.Or(null),
                version = request.ModelVersion.Or(""),
                cluster = request.Cluster.Or(null),
                neighbors = Neighbors(request, null),
                mislabeling = request.Mislabeling.Or(0),
                now,
            });
            await TaskCounters.RefreshAsync(tx, taskId, caller.UserId, now);
            return (await PredictionRow.FindAsync(tx.Connection, tx.Transaction, caller, id))!;
        }, cancel);

    /// <summary>Changes what <paramref name="request"/> names.</summary>
    public Task<PredictionRow> UpdateAsync(Caller caller, long id, PredictionRequest request, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var before = await PredictionRow.FindAsync(tx.Connection, tx.Transaction, caller, id) ?? throw ApiException.NoMatch("Prediction");
            var result = request.Result.IsSet ? await ResultAsync(tx, caller, before.ProjectId, request) : before.Result;
            var now = Timestamp.Now(clock);
            await tx.ExecuteAsync("""
                UPDATE predictions SET result = @result, score = @score, model_version = @version, cluster = @cluster, neighbors = @neighbors, mislabeling = @mislabeling, updated_at = @now
                WHERE id = @id
                """, new
            {
                id,
                result,
                score = request.Score.Or(before.Score),
                version = request.ModelVersion.Or(before.ModelVersion),
                cluster = request.Cluster.Or(before.Cluster),
                neighbors = Neighbors(request, before.Neighbors),
                mislabeling = request.Mislabeling.Or(before.Mislabeling),
                now,
            });
            await TaskCounters.RefreshAsync(tx, before.TaskId, caller.UserId, now);
            return (await PredictionRow.FindAsync(tx.Connection, tx.Transaction, caller, id))!;
        }, cancel);

    /// <summary>Deletes a prediction; annotations copied from it stay.</summary>
    public Task DeleteAsync(Caller caller, long id, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var before = await PredictionRow.FindAsync(tx.Connection, tx.Transaction, caller, id) ?? throw ApiException.NoMatch("Prediction");
            await tx.ExecuteAsync("""
                UPDATE annotations SET parent_prediction_id = NULL WHERE task_id = @TaskId AND parent_prediction_id = @id;
                DELETE FROM predictions WHERE id = @id;
                """, new { before.TaskId, id });
            await TaskCounters.RefreshAsync(tx, before.TaskId, caller.UserId, Timestamp.Now(clock));
        }, cancel);

    private async Task<string?> ResultAsync(WriteTransaction tx, Caller caller, long projectId, PredictionRequest request)
    {
        var project = (await ProjectQueries.FindAsync(tx.Connection, tx.Transaction, caller, projectId))!;
        return PredictionResults.Read(configs.Get(project.LabelConfig), request.Result.Value, request.Score.Or(null), options.ValidatePredictions);
    }

    private static string? Neighbors(PredictionRequest request, string? before) => !request.Neighbors.IsSet ? before
        : request.Neighbors.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null
        : request.Neighbors.Value.GetRawText();
}
