using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Import;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Gives a field of the tasks' data a value: the same for all, or one computed for each.</summary>
internal sealed class AddDataField(SelectedTasks tasks) : TaskAction("add_data_field")
{
    public override ActionResponse Entry => Menu("Add Or Modify Data Field", 1, ["projects.change"], new ActionDialog(
        "Give a field of the data of all selected tasks a value. An expression is one of " + FieldExpression.Examples + ".", HasForm: true), experimental: true);

    public override Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel) => Task.FromResult(ActionForm.Of(
        ActionForm.Input("value_name", "Name"),
        ActionForm.Select("value_type", "Type", ["String", "Number", "Expression"]),
        ActionForm.Input("value", "Value")));

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var (name, type, value) = (run.Required("value_name"), run.Required("value_type"), run.Text("value") ?? "");
        CheckName(name, "value_name");
        var constant = type switch
        {
            "String" => JsonSerializer.Serialize(value, Json.Options),
            "Number" => Float(value),
            "Expression" => null,
            _ => throw new ValidationException("value_type", $"\"{type}\" is not a valid choice."),
        };
        var expression = constant is null ? FieldExpression.Parse(value) : null;
        var ids = run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel);
        var values = expression?.For(ids.Count, name);
        var project = run.Project.Id;
        var updated = (await tasks.InBatchesAsync(run, ids.Select((id, place) => (Id: id, Place: place)).ToList(), async (tx, batch) =>
        {
            var places = batch.ToDictionary(task => task.Id, task => task.Place);
            return new BatchSum(await TaskDataField.SetAsync(tx, project, [.. places.Keys.Order()], name, (id, data) => constant ?? values!(places[id], data)));
        }, cancel)).Count;
        return new { detail = $"Updated {updated} tasks" };
    }

    /// <summary>Refuses names that task data cannot have.</summary>
    public static void CheckName(string name, string field)
    {
        if (Encoding.UTF8.GetByteCount(name) > DataColumns.MaxKeyLength || name.Contains('\0', StringComparison.Ordinal))
            throw new ValidationException(field, $"A name has at most {DataColumns.MaxKeyLength} bytes and no null character.");
    }

    private static string Float(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new ApiException(StatusCodes.Status400BadRequest, $"could not convert string to float: '{text}'");
        Span<byte> written = stackalloc byte[PythonFloat.MaxLength];
        return PythonFloat.TryWrite(Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)), 1, written, out var length)
            ? Encoding.UTF8.GetString(written[..length])
            : throw new ApiException(StatusCodes.Status400BadRequest, $"could not convert string to float: '{text}'");
    }
}
