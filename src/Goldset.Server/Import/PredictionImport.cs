using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.Import;

/// <summary>
/// Stores predictions for tasks that are there. The request is read twice: to check all of it, and to store it, so that a refused one
/// stores nothing.
/// </summary>
internal sealed class PredictionImport(Database database, ProjectQueries projects, LabelConfigs configs, ServerOptions options, TimeProvider clock)
{
    private const int BatchSize = 1000;
    private const int MaxErrors = 1000;
    private const int MemoryThreshold = 1024 * 1024;

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = JsonItemReader.MaxDepth };

    /// <summary>Imports the list in the body of <paramref name="request"/>.</summary>
    /// <returns>How many were stored.</returns>
    /// <exception cref="ApiException">404: no such project. 400: something was wrong, and nothing was stored.</exception>
    public async Task<int> ImportAsync(HttpRequest request, Caller caller, long projectId, CancellationToken cancel)
    {
        var project = ImportProject.From(await projects.GetAsync(caller, projectId, cancel), configs);
        request.EnableBuffering(MemoryThreshold);
        var validator = new PredictionValidator(project.Config);
        var errors = new List<string>();
        await ReadAsync(request, (batch, first) => CheckAsync(project, validator, batch, first, errors, cancel), cancel);
        if (errors.Count > 0) throw new ValidationException(new ValidationErrors().Set(ValidationErrors.NonField, new JsonArray([.. errors.Select(e => (JsonNode)e)])));
        request.Body.Position = 0;
        var created = 0;
        using var rows = new TaskBatch(database.Engine);
        await ReadAsync(request, async (batch, _) => created += await StoreAsync(project, validator, batch, rows, cancel), cancel);
        return created;
    }

    private static async Task ReadAsync(HttpRequest request, Func<IReadOnlyList<JsonDocument>, int, Task> take, CancellationToken cancel)
    {
        using var reader = new JsonItemReader(request.Body);
        var batch = new List<JsonDocument>(BatchSize);
        var first = 0;
        try
        {
            while (await reader.MoveNextAsync(cancel))
            {
                if (reader.Root != JsonTokenType.StartArray) break;
                // The reader's bytes are good only until it goes on.
                batch.Add(JsonDocument.Parse(reader.Current.ToArray(), DocumentOptions));
                if (batch.Count < BatchSize) continue;
                await take(batch, first);
                first += batch.Count;
                Clear(batch);
            }
            if (reader.Root != JsonTokenType.StartArray) throw new ValidationException("Predictions must be a list");
            if (batch.Count > 0) await take(batch, first);
        }
        catch (JsonException malformed)
        {
            throw new ApiException(StatusCodes.Status400BadRequest,
                $"JSON parse error - line {(malformed.LineNumber ?? 0) + 1} column {(malformed.BytePositionInLine ?? 0) + 1}: the text is not valid JSON");
        }
        catch (JsonItemTooLargeException tooLarge)
        {
            throw new ApiException(StatusCodes.Status413PayloadTooLarge, tooLarge.Message);
        }
        finally
        {
            Clear(batch);
        }
    }

    private async Task CheckAsync(
        ImportProject project, PredictionValidator validator, IReadOnlyList<JsonDocument> batch, int first, List<string> errors, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var known = (await connection.QueryAsync<long>(
            $"SELECT id FROM visible_tasks WHERE project_id = @Id AND {database.Dialect.In("id", "@ids")}", new { project.Id, ids = TaskIds(batch) })).ToHashSet();
        for (var i = 0; i < batch.Count && errors.Count < MaxErrors; i++)
        {
            var prediction = batch[i].RootElement;
            var found = TaskId(prediction) is { } id && known.Contains(id);
            if (!options.ValidatePredictions)
            {
                if (!found)
                    throw new ValidationException($"{PythonRepr.Display(prediction)} contains invalid \"task\" field: corresponding task ID couldn't be retrieved from project {project.Title} (id={project.Id}) tasks");
                continue;
            }
            if (!found) errors.Add($"Prediction {first + i}: Invalid task ID {Named(prediction)} - task not found in project");
            foreach (var message in validator.Validate(prediction).All) errors.Add($"Prediction {first + i}: {message}");
        }
    }

    private Task<int> StoreAsync(ImportProject project, PredictionValidator validator, IReadOnlyList<JsonDocument> batch, TaskBatch rows, CancellationToken cancel)
    {
        rows.Clear();
        var ids = TaskIds(batch);
        var places = ids.Select((id, place) => (id, place)).ToDictionary(p => p.id, p => p.place);
        foreach (var prediction in batch.Select(document => document.RootElement))
        {
            // Without validation a request is not refused for what is wrong; the wrong ones are left out.
            if (!options.ValidatePredictions && !validator.Validate(prediction).IsEmpty) continue;
            rows.Predictions.Add(new NewPrediction(places[TaskId(prediction)!.Value], EmbeddedPredictions.Score(prediction), EmbeddedPredictions.ModelVersion(prediction),
                rows.Add(Encoding.UTF8.GetBytes(prediction.GetProperty("result").GetRawText()))));
        }
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var now = Timestamp.Now(clock);
            var there = (await tx.QueryAsync<long>(
                $"SELECT t.id FROM visible_tasks t WHERE t.project_id = @Id AND {tx.Dialect.In("t.id", "@ids")} ORDER BY t.id{tx.Dialect.ForUpdate("t")}", new { project.Id, ids })).ToHashSet();
            rows.Predictions.RemoveAll(p => !there.Contains(ids[p.Task]));
            if (rows.Predictions.Count == 0) return 0;
            await PredictionRows.InsertAsync(tx, project.Id, rows, ids, now);
            await tx.ExecuteAsync($"""
                UPDATE tasks SET total_predictions = (SELECT COUNT(*) FROM predictions p WHERE p.task_id = tasks.id), updated_at = @now WHERE {tx.Dialect.In("id", "@touched")};
                UPDATE project_counts SET total_predictions_number = total_predictions_number + @Count WHERE project_id = @Id
                """, new { now, touched = rows.Predictions.Select(p => ids[p.Task]).Distinct().ToArray(), rows.Predictions.Count, project.Id });
            return rows.Predictions.Count;
        }, cancel);
    }

    private static long[] TaskIds(IReadOnlyList<JsonDocument> batch) => [.. batch.Select(document => TaskId(document.RootElement)).OfType<long>().Distinct()];

    private static long? TaskId(JsonElement prediction) =>
        prediction.ValueKind == JsonValueKind.Object && prediction.TryGetProperty("task", out var task) && task.ValueKind == JsonValueKind.Number && task.TryGetInt64(out var id) ? id : null;

    private static string Named(JsonElement prediction) =>
        prediction.ValueKind == JsonValueKind.Object && prediction.TryGetProperty("task", out var task) ? PythonRepr.Display(task) : "None";

    private static void Clear(List<JsonDocument> batch)
    {
        foreach (var document in batch) document.Dispose();
        batch.Clear();
    }
}
