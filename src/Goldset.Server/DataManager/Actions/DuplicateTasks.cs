using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Import;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Copies tasks into another project, with their annotations and predictions where that is asked for: all of them, or none when one does not fit.</summary>
internal sealed class DuplicateTasks(
    SelectedTasks tasks, Database database, LabelConfigs configs, PendingImports imports, WebhookEvents events, TimeProvider clock) : TaskAction("duplicate_tasks")
{
    private const int Batch = 500;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = TaskDataValidator.MaxDepth };

    public override ActionResponse Entry => Menu("Duplicate Tasks", 96, ["tasks.create"], new ActionDialog(
        "Copy the selected tasks into a project. Files uploaded to this project are shown there for as long as this project exists.", HasForm: true), experimental: true);

    public override async Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var others = await connection.QueryAsync<(long Id, string? Title)>(
            "SELECT id, title FROM projects WHERE organization_id = @OrganizationId AND deleted_at IS NULL ORDER BY title, id", new { project.OrganizationId });
        var field = ActionForm.Select("target_project", "Project", others.Select(other => (other.Id.ToString(CultureInfo.InvariantCulture), other.Title ?? "")));
        field["searchable"] = true;
        return ActionForm.Of(field, ActionForm.Select("with_annotations", "With annotations and predictions", ["No", "Yes"]));
    }

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var target = await TargetAsync(run, cancel);
        var withResults = string.Equals(run.Text("with_annotations"), "Yes", StringComparison.OrdinalIgnoreCase);
        var (project, check, now) = (ImportProject.From(target, configs), TaskData.For(configs, target.LabelConfig), Timestamp.Now(clock).Micros);
        var ids = run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel);
        var copied = 0;
        // All copies show at once, and that ends the job: it is never half done.
        var hold = run.Job is not { } job ? null : new ImportHold(job.GuardAsync, (tx, _) => job.CompleteAsync(tx, Answer(copied)));
        await using var session = await ImportSession.BeginAsync(database, imports, events, project, replaced: null, keepIds: false, clock, cancel, hold);
        await using var connection = await database.ReadAsync(cancel);
        foreach (var chunk in ids.Chunk(Batch))
        {
            var found = (await connection.QueryAsync<StoredTask>(
                $"SELECT t.id, t.allow_skip, t.meta, t.data FROM visible_tasks t WHERE {database.Dialect.In("t.id", "@chunk")}", new { chunk })).ToDictionary(task => task.Id);
            var annotations = withResults ? await AnnotationsAsync(connection, chunk) : null;
            var predictions = withResults ? await PredictionsAsync(connection, chunk) : null;
            foreach (var id in chunk)
            {
                // Somebody may have deleted it since.
                if (!found.TryGetValue(id, out var task)) continue;
                var data = Encoding.UTF8.GetBytes(task.Data);
                using (var document = JsonDocument.Parse(data, Reading))
                    if (check.Explain(document.RootElement) is { } problem) throw new ValidationException($"Task {id} does not fit the project: {problem}");
                if (session.Columns.Add(data) is { } wrongKey) throw new ValidationException($"Task {id}: {wrongKey}");
                var batch = session.Batch;
                var numbers = annotations is null ? default : Add(annotations[id], project, batch) with { Predictions = Add(predictions![id], batch) };
                batch.Tasks.Add(new NewTask(batch.Add(data), batch.Add(Encoding.UTF8.GetBytes(task.Meta ?? "{}")), task.AllowSkip, null, new Timestamp(now + copied), numbers));
                copied++;
                if (run.Job is not null) (run.Job.Done, run.Job.TaskCount, run.Job.Total) = (copied, copied, ids.Count);
                if (batch.IsFull) await session.FlushAsync();
            }
        }
        if (copied > 0) await session.CompleteAsync(lastModelVersion: null);
        return Answer(copied);
    }

    private static object Answer(int copied) => new { processed_items = copied, detail = $"Duplicated {copied} tasks" };

    private async Task<ProjectRow> TargetAsync(ActionRun run, CancellationToken cancel)
    {
        var sent = run.Required("target_project");
        if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw new ValidationException("target_project", "A valid integer is required.");
        await using var connection = await database.ReadAsync(cancel);
        return await ProjectQueries.FindAsync(connection, null, run.Caller, id) ?? throw new ValidationException("target_project", $"Invalid pk \"{id}\" - object does not exist.");
    }

    private async Task<ILookup<long, StoredAnnotation>> AnnotationsAsync(DbConnection connection, long[] chunk) => (await connection.QueryAsync<StoredAnnotation>($"""
        SELECT a.id, a.task_id, a.completed_by_id, a.was_cancelled, a.ground_truth, a.lead_time, a.result FROM annotations a
        WHERE {database.Dialect.In("a.task_id", "@chunk")} AND a.result IS NOT NULL ORDER BY a.id
        """, new { chunk })).ToLookup(annotation => annotation.TaskId);

    private async Task<ILookup<long, StoredPrediction>> PredictionsAsync(DbConnection connection, long[] chunk) => (await connection.QueryAsync<StoredPrediction>($"""
        SELECT pr.task_id, pr.score, pr.model_version, pr.result FROM predictions pr WHERE {database.Dialect.In("pr.task_id", "@chunk")} ORDER BY pr.id
        """, new { chunk })).ToLookup(prediction => prediction.TaskId);

    private static TaskNumbers Add(IEnumerable<StoredAnnotation> annotations, ImportProject project, TaskBatch batch)
    {
        var (done, cancelled, useful, truths, authors) = (0, 0, 0, 0, new HashSet<long>());
        foreach (var annotation in annotations)
        {
            batch.Annotations.Add(new NewAnnotation(batch.Tasks.Count, annotation.CompletedById, annotation.WasCancelled, annotation.GroundTruth, annotation.LeadTime, annotation.Id,
                batch.Add(Encoding.UTF8.GetBytes(annotation.Result))));
            if (annotation.WasCancelled) cancelled++;
            else done++;
            if (annotation.GroundTruth) truths++;
            else if (!annotation.WasCancelled) useful++;
            if (!annotation.WasCancelled || project.SkipsCount) authors.Add(annotation.CompletedById ?? 0);
        }
        return new TaskNumbers(authors.Count >= project.MaximumAnnotations, done, cancelled, useful, truths, 0);
    }

    private static int Add(IEnumerable<StoredPrediction> predictions, TaskBatch batch)
    {
        var before = batch.Predictions.Count;
        foreach (var prediction in predictions)
            batch.Predictions.Add(new NewPrediction(batch.Tasks.Count, prediction.Score, prediction.ModelVersion, prediction.Result is null ? default : batch.Add(Encoding.UTF8.GetBytes(prediction.Result))));
        return batch.Predictions.Count - before;
    }

    private sealed class StoredTask
    {
        public long Id { get; init; }
        public bool? AllowSkip { get; init; }
        public string? Meta { get; init; }
        public string Data { get; init; } = "{}";
    }

    private sealed class StoredAnnotation
    {
        public long Id { get; init; }
        public long TaskId { get; init; }
        public long? CompletedById { get; init; }
        public bool WasCancelled { get; init; }
        public bool GroundTruth { get; init; }
        public double? LeadTime { get; init; }
        public string Result { get; init; } = "[]";
    }

    private sealed class StoredPrediction
    {
        public long TaskId { get; init; }
        public double? Score { get; init; }
        public string? ModelVersion { get; init; }
        public string? Result { get; init; }
    }
}
