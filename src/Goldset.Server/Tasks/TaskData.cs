using System.Text;
using Goldset.Labeling;
using Goldset.Server.Projects;

namespace Goldset.Server.Tasks;

/// <summary>Shows a task's data under the project's current config.</summary>
public sealed class TaskData(TaskDataValidator validator)
{
    /// <summary>For tasks of a project.</summary>
    public static TaskData For(LabelConfigs configs, string labelConfig) => new(new TaskDataValidator(configs.Get(labelConfig)));

    /// <summary>
    /// The data of <paramref name="task"/>: a value imported without a field name appears under the config's first field once there is one.
    /// </summary>
    public string Resolve(TaskRow task) =>
        validator.FirstKey is not null && task.Data.Contains(TaskDataValidator.UndefinedKey, StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(validator.NameUndefined(Encoding.UTF8.GetBytes(task.Data)))
            : task.Data;

    /// <summary>The same over the bytes of stored data.</summary>
    public ReadOnlySpan<byte> Resolve(byte[] data) =>
        validator.FirstKey is not null && data.AsSpan().IndexOf(UndefinedKey) >= 0 ? validator.NameUndefined(data) : data;

    private static readonly byte[] UndefinedKey = Encoding.UTF8.GetBytes(TaskDataValidator.UndefinedKey);

    /// <summary>What is wrong with <paramref name="data"/> for this project, or null.</summary>
    public string? Explain(System.Text.Json.JsonElement data) => validator.ExplainData(data);
}
