using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Copies one annotation to all selected tasks but its own.</summary>
internal sealed class PropagateAnnotations(SelectedTasks tasks, Database database, ExportQueue exports, TimeProvider clock) : TaskAction("propagate_annotations")
{
    public override ActionResponse Entry => Menu("Propagate Annotations", 1, ["tasks.change"], new ActionDialog(
        "Copy the result of one annotation to all selected tasks. The new annotations are yours.", HasForm: true), experimental: true);

    public override async Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var first = await connection.QueryFirstOrDefaultAsync<long?>("""
            SELECT MIN(a.id) FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE a.project_id = @Id
            """, new { project.Id });
        return ActionForm.Of(ActionForm.Number("source_annotation_id", "Enter source annotation ID" + (first is null ? "" : $" [first ID: {first}]")));
    }

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var project = run.Project.Id;
        var source = await SourceAsync(run, cancel);
        var now = Timestamp.Now(clock);
        var created = (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            long[] ids = [.. (await SelectedTasks.LockAsync(tx, project, batch)).Where(id => id != source.TaskId)];
            if (ids.Length == 0) return default;
            var annotations = await AnnotationCopies.InsertAsync(tx, project, [.. ids.Select(id => new AnnotationCopy(id, source.Result, null, source.Id))], run.Caller.UserId, now, changesTasks: false);
            await exports.OrderAsync(tx, project, annotations);
            return new BatchSum(annotations.Length);
        }, cancel)).Count;
        return new { detail = $"Created {created} annotations" };
    }

    private async Task<Source> SourceAsync(ActionRun run, CancellationToken cancel)
    {
        var sent = run.Required("source_annotation_id");
        if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw new ValidationException("source_annotation_id", "A valid integer is required.");
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<Source>("""
            SELECT a.id, a.task_id, a.result FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE a.id = @id AND t.project_id = @project
            """, new { id, project = run.Project.Id }) ?? throw new ApiException(StatusCodes.Status400BadRequest, $"Source annotation {id} not found in the current project");
    }

    private sealed class Source
    {
        public long Id { get; init; }
        public long TaskId { get; init; }
        public string? Result { get; init; }
    }
}
