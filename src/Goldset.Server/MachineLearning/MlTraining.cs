using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.MachineLearning;

/// <summary>Orders training: on request, and by itself when a project has so many annotations.</summary>
internal sealed partial class MlTraining(Database database, MlBackends backends, MlClient client, LabelConfigs configs, ILogger<MlTraining> log) : BackgroundService
{
    private readonly Channel<long> due = Channel.CreateUnbounded<long>();
    private readonly ConcurrentDictionary<long, bool> waiting = [];

    /// <summary>After an annotation was stored: trains the project's back ends when the number of annotations is a multiple of <paramref name="every"/>.</summary>
    public async Task AnnotatedAsync(WriteTransaction tx, long projectId, int every)
    {
        if (every <= 0) return;
        var annotations = await tx.QueryFirstOrDefaultAsync<long>(
            "SELECT total_annotations_number + skipped_annotations_number FROM project_counts WHERE project_id = @projectId AND EXISTS (SELECT 1 FROM ml_backends m WHERE m.project_id = @projectId)",
            new { projectId });
        if (annotations > 0 && annotations % every == 0) tx.AfterCommit(() => Order(projectId));
    }

    /// <summary>Orders one back end to train, and stores what came of it.</summary>
    public async Task TrainAsync(MlBackend backend, CancellationToken cancel)
    {
        ProjectPayload? project;
        await using (var connection = await database.ReadAsync(cancel)) project = await ProjectPayload.ReadAsync(connection, null, configs, backend.ProjectId);
        var reply = await client.TellAsync(backend, new JsonObject { ["action"] = "START_TRAINING", ["project"] = JsonSerializer.SerializeToNode(project, Json.Options) }, cancel);
        if (reply.Error is null) backend.State = MlState.Training;
        else (backend.State, backend.ErrorMessage) = (MlState.Error, reply.Error);
        await backends.StoreStateAsync(backend, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        try
        {
            await foreach (var project in due.Reader.ReadAllAsync(stoppingToken))
            {
                waiting.TryRemove(project, out _);
                running.RemoveAll(task => task.IsCompleted);
                running.Add(TrainProjectAsync(project, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next annotations order it again.
        }
        await Task.WhenAll(running);
    }

    private void Order(long projectId)
    {
        if (waiting.TryAdd(projectId, true)) due.Writer.TryWrite(projectId);
    }

    private async Task TrainProjectAsync(long projectId, CancellationToken stop)
    {
        try
        {
            foreach (var backend in await backends.OfProjectAsync(projectId, stop)) await TrainAsync(backend, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As above.
        }
        catch (DbException failed)
        {
            Failed(log, failed, projectId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The back ends of project {ProjectId} could not be told to train")]
    private static partial void Failed(ILogger log, Exception error, long projectId);
}
