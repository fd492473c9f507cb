using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.MachineLearning;

/// <summary>Asks back ends for predictions and stores them.</summary>
internal sealed partial class MlPredictions(Database database, MlBackends backends, MlClient client, LabelConfigs configs, TimeProvider clock, ILogger<MlPredictions> log)
{
    /// <summary>A back end gets no more tasks at once.</summary>
    public const int Batch = 1000;

    // A back end that did not answer is left alone for a while by requests that only came by, such as opening a task.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>Predictions for tasks that have none of the back end's current version.</summary>
    /// <param name="projectId">Their project.</param>
    /// <param name="taskIds">The tasks.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="title">The back end of that title; null: the project's first.</param>
    /// <param name="patient">Also asks a back end that has just failed to answer.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>The back end's version with the ids of what was stored; null when there is none, or none that answers.</returns>
    public async Task<MlRetrieved?> RetrieveAsync(long projectId, IReadOnlyList<long> taskIds, long userId, string? title, bool patient, CancellationToken cancel)
    {
        var backend = (await backends.OfProjectAsync(projectId, cancel)).FirstOrDefault(b => title is null || b.Title == title);
        if (backend is null || await backends.ProjectAsync(projectId, null, cancel) is not { } project) return null;
        if (!patient && backend.State == MlState.Disconnected && Timestamp.Now(clock) < backend.UpdatedAt.Add(Rest)) return null;
        var named = await backends.RefreshAsync(backend, project, cancel);
        if (backend.State != MlState.Connected) return null;
        var stored = new List<long>();
        foreach (var batch in taskIds.Chunk(Batch)) stored.AddRange(await PredictAsync(backend, project, named, batch, userId, cancel));
        return new MlRetrieved(named ?? backend.ModelVersion, stored);
    }

    /// <summary>Tasks as back ends get them: with their annotations and predictions, addresses in the data as they are.</summary>
    /// <param name="project">Their project.</param>
    /// <param name="ids">The tasks.</param>
    /// <param name="withoutVersions">Leaves out tasks with a prediction of one of these versions.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<JsonArray> TasksAsync(MlProject project, IReadOnlyList<long> ids, IEnumerable<string?> withoutVersions, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var parameters = new DynamicParameters(new { project.Id });
        parameters.Add("versions", withoutVersions.OfType<string>().Distinct().ToArray());
        parameters.Add("ids", ids.ToArray());
        var rows = (await connection.QueryAsync<TaskRow>($"""
            SELECT {TaskRow.Columns} FROM visible_tasks t WHERE t.project_id = @Id AND {database.Dialect.In("t.id", "@ids")}
              AND NOT EXISTS (SELECT 1 FROM predictions pr WHERE pr.task_id = t.id AND {database.Dialect.In("pr.model_version", "@versions")}) ORDER BY t.id
            """, parameters)).AsList();
        var results = await TaskResults.ReadAsync(connection, database.Dialect, [.. rows.Select(row => row.Id)]);
        var (data, now) = (TaskData.For(configs, project.LabelConfig), Timestamp.Now(clock));
        return new JsonArray([.. rows.Select(t => JsonSerializer.SerializeToNode(new TaskWithResults(
            t.ToResponse(data), [.. results.Annotations[t.Id].Select(a => a.ToResponse(now))], [.. results.Predictions[t.Id].Select(p => p.ToResponse(now))]), Json.Options))]);
    }

    /// <summary>The <c>results</c> of an answer, or null when it has none.</summary>
    public static JsonElement? Results(MlReply reply) =>
        reply.Error is null && reply.Json.ValueKind == JsonValueKind.Object && reply.Json.TryGetProperty("results", out var results) && results.ValueKind == JsonValueKind.Array && results.GetArrayLength() > 0
            ? results
            : null;

    private async Task<IReadOnlyList<long>> PredictAsync(MlBackend backend, MlProject project, string? named, IReadOnlyList<long> ids, long userId, CancellationToken cancel)
    {
        var tasks = await TasksAsync(project, ids, [named, backend.ModelVersion], cancel);
        if (tasks.Count == 0) return [];
        long[] asked = [.. tasks.Select(task => task!["id"]!.GetValue<long>())];
        var reply = await client.PredictAsync(backend, MlClient.PredictRequest(project, tasks, null), cancel);
        if (Results(reply) is not { } results)
        {
            NothingPredicted(log, backend.Url, reply.Error ?? "the answer has no results");
            return [];
        }
        if (results.GetArrayLength() == asked.Length) return await StoreAsync(backend, project, asked, results, userId, cancel);
        if (results.GetArrayLength() != 1)
        {
            NothingPredicted(log, backend.Url, $"{results.GetArrayLength()} results for {asked.Length} tasks");
            return [];
        }
        // It takes one task at a time.
        var stored = new List<long>();
        foreach (var task in tasks)
        {
            reply = await client.PredictAsync(backend, MlClient.PredictRequest(project, [task!.DeepClone()], null), cancel);
            if (Results(reply) is { } one && one.GetArrayLength() == 1) stored.AddRange(await StoreAsync(backend, project, [task["id"]!.GetValue<long>()], one, userId, cancel));
            else NothingPredicted(log, backend.Url, reply.Error ?? "the answer is no single result");
        }
        return stored;
    }

    private Task<List<long>> StoreAsync(MlBackend backend, MlProject project, long[] tasks, JsonElement results, long userId, CancellationToken cancel)
    {
        var config = configs.Get(project.LabelConfig);
        var rows = new List<NewPrediction>();
        foreach (var (task, result) in tasks.Zip(results.EnumerateArray()))
            foreach (var prediction in result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray()] : new[] { result })
                if (Read(backend, config, task, prediction) is { } row) rows.Add(row);
        if (rows.Count == 0) return Task.FromResult(new List<long>());
        return database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var parameters = new DynamicParameters(new { project.Id });
            parameters.Add("ids", rows.Select(row => row.TaskId).Distinct().ToArray());
            // They may have gone while the back end was thinking.
            var there = (await tx.QueryAsync<long>(
                $"SELECT t.id FROM visible_tasks t WHERE t.project_id = @Id AND {tx.Dialect.In("t.id", "@ids")} ORDER BY t.id{tx.Dialect.ForUpdate("t")}", parameters)).ToHashSet();
            var now = Timestamp.Now(clock);
            var stored = new List<long>();
            foreach (var row in rows.Where(row => there.Contains(row.TaskId)))
                stored.Add(await tx.QueryFirstOrDefaultAsync<long>("""
                    INSERT INTO predictions (task_id, project_id, result, score, model_version, mislabeling, created_at, updated_at)
                    VALUES (@TaskId, @projectId, @Result, @Score, @Version, 0, @now, @now) RETURNING id
                    """, new { row.TaskId, projectId = project.Id, row.Result, row.Score, row.Version, now }));
            foreach (var task in there) await TaskCounters.RefreshAsync(tx, task, userId, now);
            return stored;
        }, cancel);
    }

    private NewPrediction? Read(MlBackend backend, LabelConfig config, long taskId, JsonElement prediction)
    {
        if (prediction.ValueKind != JsonValueKind.Object || !prediction.TryGetProperty("result", out var result)) return null;
        var version = prediction.TryGetProperty("model_version", out var own) && own.ValueKind != JsonValueKind.Null ? own.ToString() : backend.ModelVersion;
        if (version is null)
        {
            NothingPredicted(log, backend.Url, "the back end names no version");
            return null;
        }
        try
        {
            return new NewPrediction(taskId, PredictionResult.Normalize(result, config), prediction.TryGetProperty("score", out var score) ? Score(score) : null, version);
        }
        catch (PredictionException refused)
        {
            NothingPredicted(log, backend.Url, refused.Message);
            return null;
        }
    }

    private static double? Score(JsonElement score) => score.ValueKind switch
    {
        JsonValueKind.Number when score.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(score.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    private sealed record NewPrediction(long TaskId, string? Result, double? Score, string Version);

    [LoggerMessage(LogLevel.Warning, "No prediction was stored from {Url}: {Reason}")]
    private static partial void NothingPredicted(ILogger log, string url, string reason);
}

/// <summary>What a back end was asked for and gave.</summary>
/// <param name="Version">The version of its model.</param>
/// <param name="Stored">Ids of the new predictions.</param>
internal sealed record MlRetrieved(string? Version, IReadOnlyList<long> Stored);
