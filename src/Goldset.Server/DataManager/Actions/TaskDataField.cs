using System.Text;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>One field of the data of many tasks. All else in the data stays byte for byte as it was sent.</summary>
internal static class TaskDataField
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = TaskDataValidator.MaxDepth };

    /// <summary>Writes the field into tasks. Data that is no object is left alone.</summary>
    /// <param name="tx">The write.</param>
    /// <param name="projectId">Their project, whose summary follows.</param>
    /// <param name="ids">The tasks.</param>
    /// <param name="key">The field.</param>
    /// <param name="value">Its value as JSON for a task with its data; null leaves the task alone.</param>
    /// <returns>How many tasks have got a value.</returns>
    public static async Task<int> SetAsync(WriteTransaction tx, long projectId, long[] ids, string key, Func<long, string, string?> value)
    {
        var parameters = new DynamicParameters(new { projectId });
        parameters.Add("ids", ids);
        var tasks = await tx.QueryAsync<(long Id, string Data)>($"""
            SELECT id, data FROM tasks WHERE {tx.Dialect.In("id", "@ids")} AND project_id = @projectId AND {tx.Dialect.NotDeleted("tasks")} ORDER BY id{tx.Dialect.ForUpdate("tasks")}
            """, parameters);
        var (changed, added) = (new List<(long Id, string Data)>(tasks.Count), 0);
        foreach (var (id, data) in tasks)
        {
            if (value(id, data) is not { } json || With(data, key, json, out var isNew) is not { } updated) continue;
            changed.Add((id, updated));
            if (isNew) added++;
        }
        await WriteAsync(tx, changed);
        var summary = new SummaryDelta();
        if (added > 0) summary.Add(SummaryKind.DataColumn, key, "", added);
        await summary.ApplyAsync(tx, projectId);
        return changed.Count;
    }

    /// <summary>The data with the field set; null where the data is no object.</summary>
    /// <param name="data">JSON.</param>
    /// <param name="key">The field.</param>
    /// <param name="value">JSON.</param>
    /// <param name="isNew">The field was not there before.</param>
    public static string? With(string data, string key, string value, out bool isNew)
    {
        isNew = true;
        var bytes = Encoding.UTF8.GetBytes(data);
        var reader = new Utf8JsonReader(bytes, Reading);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        var (start, end, empty) = (0, 0, true);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            empty = false;
            var found = reader.ValueTextEquals(key);
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            // Of a field that is there twice, the last one counts.
            if (found) (start, end, isNew) = (from, (int)reader.BytesConsumed, false);
        }
        if (!isNew) return Encoding.UTF8.GetString(bytes.AsSpan(0, start)) + value + Encoding.UTF8.GetString(bytes.AsSpan(end));
        var brace = data.LastIndexOf('}');
        return $"{data[..brace]}{(empty ? "" : ", ")}{JsonSerializer.Serialize(key, Http.Json.Options)}: {value}{data[brace..]}";
    }

    private static Task WriteAsync(WriteTransaction tx, List<(long Id, string Data)> tasks)
    {
        if (tasks.Count == 0) return Task.CompletedTask;
        return tx.Dialect.HasArrays
            ? tx.ExecuteAsync("UPDATE tasks SET data = v.data FROM unnest(@ids, @data) AS v(id, data) WHERE tasks.id = v.id",
                new { ids = tasks.Select(task => task.Id).ToArray(), data = tasks.Select(task => task.Data).ToArray() })
            : tx.ExecuteAsync("UPDATE tasks SET data = @Data WHERE id = @Id", tasks.Select(task => new { task.Id, task.Data }));
    }
}
