using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.MachineLearning;

/// <summary>
/// Orders training: on request, and by itself when a project has so many annotations. The latter is put down with the annotation and stays
/// until the back ends were told, whichever process does it.
/// </summary>
internal sealed partial class MlTraining(Database database, MlBackends backends, MlClient client, LabelConfigs configs, ServerOptions options, TimeProvider clock, ILogger<MlTraining> log) : Worker
{
    private const int SideBySide = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    // All back ends of a project are told at the same time.
    private readonly TimeSpan lease = options.MlTimeouts.Connect + options.MlTimeouts.Train + TimeSpan.FromSeconds(10);

    private readonly WakeSignal signal = new();

    /// <summary>With an annotation: has the project's back ends trained when the number of annotations is a multiple of <paramref name="every"/>.</summary>
    public async Task AnnotatedAsync(WriteTransaction tx, long projectId, int every)
    {
        if (every <= 0) return;
        var annotations = await tx.QueryFirstOrDefaultAsync<long>(
            "SELECT total_annotations_number + skipped_annotations_number FROM project_counts WHERE project_id = @projectId AND EXISTS (SELECT 1 FROM ml_backends m WHERE m.project_id = @projectId)",
            new { projectId });
        if (annotations <= 0 || annotations % every != 0) return;
        await tx.ExecuteAsync(
            "INSERT INTO training_orders (project_id, ordered_at) VALUES (@projectId, @now) ON CONFLICT (project_id) DO UPDATE SET ordered_at = excluded.ordered_at",
            new { projectId, now = Timestamp.Now(clock) });
        tx.AfterCommit(signal.Wake);
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

    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var isFirst = database.Engine == Engine.Sqlite;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // One process alone writes to an SQLite file, so leases that are there when it starts are left from an earlier one.
                if (isFirst) await database.WriteAsync(WriteLane.Bulk, tx => tx.ExecuteAsync("UPDATE training_orders SET leased_until = NULL WHERE leased_until IS NOT NULL"), stoppingToken);
                isFirst = false;
                running.RemoveAll(task => task.IsCompleted);
                while (running.Count < SideBySide && await TakeAsync(stoppingToken) is { } order) running.Add(TrainProjectAsync(order, stoppingToken));
            }
            catch (DbException failed)
            {
                Failed(log, failed);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            await signal.WaitAsync(Round, stoppingToken);
        }
        await Task.WhenAll(running);
    }

    private async Task<TrainingOrder?> TakeAsync(CancellationToken cancel)
    {
        var now = Timestamp.Now(clock);
        const string Due = "SELECT o.project_id FROM training_orders o WHERE o.leased_until IS NULL OR o.leased_until < @now ORDER BY o.project_id LIMIT 1";
        // Mostly there is nothing, which a reader can tell without a writer.
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(Due, new { now }, cancellationToken: cancel)) is null) return null;
        return await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<TrainingOrder>(
            $"UPDATE training_orders SET leased_until = @until WHERE project_id = ({Due}{tx.Dialect.ForUpdateSkipLocked("o")}) RETURNING project_id, ordered_at", new { now, until = now.Add(lease) }), cancel);
    }

    private async Task TrainProjectAsync(TrainingOrder order, CancellationToken stop)
    {
        try
        {
            var told = false;
            try
            {
                await Task.WhenAll((await backends.OfProjectAsync(order.ProjectId, stop)).Select(backend => TrainAsync(backend, stop)));
                told = true;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The order stays for the next start.
            }
            await database.WriteAsync(WriteLane.Bulk, async tx =>
            {
                if (!told || await tx.ExecuteAsync("DELETE FROM training_orders WHERE project_id = @ProjectId AND ordered_at = @OrderedAt", new { order.ProjectId, order.OrderedAt }) == 0)
                    await tx.ExecuteAsync("UPDATE training_orders SET leased_until = NULL WHERE project_id = @ProjectId", new { order.ProjectId });
            }, CancellationToken.None);
            signal.Wake();
        }
        catch (DbException failed)
        {
            Failed(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Back ends could not be told to train; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
