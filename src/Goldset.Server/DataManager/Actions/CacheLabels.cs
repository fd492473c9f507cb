using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Writes the labels of annotations or predictions into the data of their tasks, to filter and order by.</summary>
internal sealed class CacheLabels(SelectedTasks tasks, LabelConfigs configs) : TaskAction("cache_labels")
{
    private const string All = "ALL";

    public override ActionResponse Entry => Menu("Cache Labels", 1, ["projects.change"], new ActionDialog(
        "Write the labels of each selected task into a field of its data, where they can be filtered and ordered by.", HasForm: true), experimental: true);

    public override Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel) => Task.FromResult(ActionForm.Of(
        ActionForm.Select("control_tag", "Choose a control tag", [All, .. configs.Get(project.LabelConfig).Controls.Select(control => control.Name)]),
        ActionForm.Input("custom_control_tag", "Custom control tag if it's not in label config"),
        ActionForm.Select("with_counters", "With counters", ["Yes", "No"]),
        ActionForm.Select("source", "Source", ["Annotations", "Predictions"])));

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var source = run.Text("source")?.ToLowerInvariant() ?? "annotations";
        if (source is not ("annotations" or "predictions")) throw new ApiException(StatusCodes.Status400BadRequest, "Source must be annotations or predictions");
        var counters = string.Equals(run.Text("with_counters") ?? "Yes", "Yes", StringComparison.OrdinalIgnoreCase);
        var control = run.Text("custom_control_tag") is { Length: > 0 } custom ? custom : run.Text("control_tag") is { Length: > 0 } chosen ? chosen : All;
        var field = (source == "annotations" ? "cache" : "cache_predictions") + "_" + (control == All ? "all" : control);
        AddDataField.CheckName(field, "custom_control_tag");
        var (project, config) = (run.Project.Id, configs.Get(run.Project.LabelConfig));
        await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            var ids = await SelectedTasks.LockAsync(tx, project, batch);
            var parameters = new DynamicParameters();
            parameters.Add("ids", ids);
            var counts = new Dictionary<long, SortedDictionary<string, int>>();
            foreach (var (taskId, result) in await tx.QueryAsync<(long TaskId, string Result)>(
                $"SELECT r.task_id, r.result FROM {source} r WHERE {tx.Dialect.In("r.task_id", "@ids")} AND r.result IS NOT NULL", parameters))
            {
                if (!counts.TryGetValue(taskId, out var labels)) counts[taskId] = labels = new SortedDictionary<string, int>(StringComparer.Ordinal);
                Count(result, control == All ? null : control, config, labels);
            }
            string Text(long id) => !counts.TryGetValue(id, out var labels) ? ""
                : string.Join(", ", counters ? labels.Select(label => $"{label.Key}: {label.Value}") : labels.Keys);
            return new BatchSum(await TaskDataField.SetAsync(tx, project, ids, field, (id, _) => JsonSerializer.Serialize(Text(id), Json.Options)));
        }, cancel);
        return new { };
    }

    private static void Count(string result, string? control, LabelConfig config, SortedDictionary<string, int> labels)
    {
        using var document = JsonDocument.Parse(result);
        if (document.RootElement.ValueKind != JsonValueKind.Array) return;
        foreach (var region in document.RootElement.EnumerateArray())
        {
            if (region.ValueKind != JsonValueKind.Object || !region.TryGetProperty("from_name", out var from) || from.ValueKind != JsonValueKind.String) continue;
            var name = from.GetString()!;
            if ((control is not null && name != control) || !region.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object) continue;
            foreach (var label in LabelsOf(value, config.FindControl(name))) labels[label] = labels.GetValueOrDefault(label) + 1;
        }
    }

    /// <summary>The first list of texts, or of paths of texts, in a region's value; lists of coordinates are none.</summary>
    private static IEnumerable<string> LabelsOf(JsonElement value, ControlTag? control)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Array || field.Value.GetArrayLength() == 0) continue;
            if (IsTexts(field.Value)) return field.Value.EnumerateArray().Select(label => label.GetString()!);
            if (!field.Value.EnumerateArray().All(path => path.ValueKind == JsonValueKind.Array && path.GetArrayLength() > 0 && IsTexts(path))) continue;
            var separator = control?.Element.Attribute("pathSeparator") is { Length: > 0 } own ? own : "/";
            var full = control is null || control.Element.Flag("showFullPath");
            return field.Value.EnumerateArray().Select(path => full ? string.Join(separator, path.EnumerateArray().Select(step => step.GetString())) : path[path.GetArrayLength() - 1].GetString()!);
        }
        return [];
    }

    private static bool IsTexts(JsonElement list) => list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
