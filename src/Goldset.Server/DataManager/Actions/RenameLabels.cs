using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Renames a label in all annotations of the project, whatever is selected. The labeling config stays as it is.</summary>
internal sealed class RenameLabels(SelectedTasks tasks, Database database, LabelConfigs configs, ExportQueue exports, TimeProvider clock) : TaskAction("rename_labels")
{
    public override ActionResponse Entry => Menu("Rename Labels", 1, ["tasks.change"], new ActionDialog(
        "Rename a label in all annotations of the project, whatever is selected. The labeling interface is not changed.", HasForm: true), experimental: true);

    public override Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel)
    {
        var controls = configs.Get(project.LabelConfig).Controls;
        return Task.FromResult(ActionForm.Of(
            ActionForm.Select("control_tag", "Choose a label control tag", controls.Select(control => control.Name)),
            ActionForm.Select("old_label_name", "Old label name", controls.SelectMany(control => control.Labels).Select(label => label.Key).Distinct(StringComparer.Ordinal)),
            ActionForm.Input("new_label_name", "New label name")));
    }

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var (controlName, before, after) = (run.Required("control_tag"), run.Required("old_label_name"), run.Required("new_label_name"));
        var control = configs.Get(run.Project.LabelConfig).FindControl(controlName)
            ?? throw new ValidationException($"Wrong old label name, it is not from labeling config: {before}");
        var (project, now) = (run.Project.Id, Timestamp.Now(clock));
        var changed = await tasks.InBatchesAsync(run, await AnnotationsAsync(project, control.Name, before, cancel), async (tx, batch) =>
        {
            var parameters = new DynamicParameters();
            parameters.Add("ids", batch);
            var annotations = await tx.QueryAsync<(long Id, long TaskId, string Result)>(
                $"SELECT a.id, a.task_id, a.result FROM annotations a WHERE {tx.Dialect.In("a.id", "@ids")} AND a.result IS NOT NULL ORDER BY a.task_id, a.id{tx.Dialect.ForUpdate("a")}", parameters);
            var (summary, count, renamed, touched) = (new SummaryDelta(), 0, new List<long>(), new HashSet<long>());
            foreach (var annotation in annotations)
            {
                var (result, found) = Renamed(annotation.Result, control.Name, control.ResultType, before, after);
                if (found == 0) continue;
                count += found;
                renamed.Add(annotation.Id);
                touched.Add(annotation.TaskId);
                summary.AddAnnotation(annotation.Result, -1);
                summary.AddAnnotation(result, 1);
                await tx.ExecuteAsync("UPDATE annotations SET result = @result, updated_at = @now WHERE id = @Id", new { result, now, annotation.Id });
            }
            var where = new DynamicParameters(new { now, run.Caller.UserId });
            where.Add("ids", touched.Order().ToArray());
            if (touched.Count > 0) await tx.ExecuteAsync($"UPDATE tasks SET updated_at = @now, updated_by_id = @UserId WHERE {tx.Dialect.In("id", "@ids")}", where);
            await summary.ApplyAsync(tx, project);
            await exports.OrderAsync(tx, project, renamed);
            return new BatchSum(renamed.Count, count);
        }, cancel, areFixed: false);
        return new { detail = $"Updated {changed.Within} labels in {changed.Count}" };
    }

    /// <summary>The annotations whose text has both names in it, or escapes that may stand for them.</summary>
    private async Task<List<long>> AnnotationsAsync(long project, string control, string label, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var ids = new List<long>();
        await foreach (var (id, result) in connection.QueryUnbufferedAsync<(long, string)>("""
            SELECT a.id, a.result FROM annotations a JOIN visible_tasks t ON t.id = a.task_id WHERE a.project_id = @project AND a.result IS NOT NULL ORDER BY a.id
            """, new { project }).WithCancellation(cancel))
            if (result.Contains('\\', StringComparison.Ordinal) || (result.Contains(control, StringComparison.Ordinal) && result.Contains(label, StringComparison.Ordinal))) ids.Add(id);
        return ids;
    }

    private static (string Result, int Count) Renamed(string result, string control, string type, string before, string after)
    {
        if (JsonNode.Parse(result) is not JsonArray regions) return (result, 0);
        var count = 0;
        foreach (var region in regions.OfType<JsonObject>())
        {
            if (!IsText(region["from_name"], control) || region["value"] is not JsonObject value || value[type] is not JsonArray labels) continue;
            for (var i = 0; i < labels.Count; i++)
            {
                if (!IsText(labels[i], before)) continue;
                labels[i] = after;
                count++;
            }
        }
        return (count == 0 ? result : regions.ToJsonString(Json.Options), count);
    }

    private static bool IsText(JsonNode? node, string text) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == text;
}
