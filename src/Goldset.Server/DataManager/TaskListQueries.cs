using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.LabelStream;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Media;
using Goldset.Server.Tasks;

namespace Goldset.Server.DataManager;

/// <summary>What of each task a list shows.</summary>
/// <param name="Results">Annotations, predictions and drafts in full.</param>
/// <param name="Evaluated">Derived columns that are computed.</param>
/// <param name="Fields">Keys that are written.</param>
internal sealed record TaskListShape(bool Results, Func<string, bool> Evaluated, FieldSelection Fields);

/// <summary>Reads pages of tasks and writes them as they are read: one statement a page, the stored JSON as the bytes it is.</summary>
internal sealed class TaskListQueries(Database database, LabelConfigs configs, TaskUris uris, TaskPageMarks marks, TaskTotals counts, TimeProvider clock)
{
    /// <summary>Writes <c>{total_annotations, total_predictions, total, tasks}</c>.</summary>
    public async Task WritePageAsync(HttpContext http, Caller caller, TaskScope scope, TaskListShape shape, Paging paging, CancellationToken cancel)
    {
        var project = scope.Project;
        await using var connection = await database.ReadAsync(cancel);
        SqliteText.Prepare(connection);
        var totals = await counts.CountAsync(connection, project, scope.For(TaskAccess.ByFilter));
        var page = paging.Within(totals.Tasks);
        var taskData = TaskData.For(configs, project.LabelConfig);

        var selection = scope.For(Access(totals.Tasks, project.TaskNumber, page.Offset + page.Size));
        var inIdOrder = selection.Where.Length == 0 && selection.OrderBy == TaskSelection.ById;
        var (marked, fromId) = inIdOrder ? marks.Before(project.Id, project.TasksVersion, page.Offset) : default;
        if (page.Offset > marked && inIdOrder)
        {
            // Passing over tasks takes only the index, reading the page's rows with them would take the tasks themselves.
            fromId = await connection.QueryFirstOrDefaultAsync<long?>(
                "SELECT t.id FROM visible_tasks t WHERE t.project_id = @Id AND t.id >= @fromId ORDER BY t.id LIMIT 1 OFFSET @skipped",
                new { project.Id, fromId, skipped = page.Offset - marked }) ?? long.MaxValue;
            marked = page.Offset;
        }
        var parameters = Parameters(selection, project.Id);
        parameters.AddDynamicParams(new { page.Size, Offset = page.Offset - marked, fromId });
        // Where tasks are passed over or put in order, that is done with their ids; the tasks themselves are read for one page.
        var window = inIdOrder
            ? $"WHERE t.project_id = {project.Id} AND t.id >= @fromId ORDER BY t.id LIMIT @Size OFFSET @Offset"
            : $"WHERE t.id IN (SELECT t.id FROM visible_tasks t WHERE {selection.OfProject(project.Id)}{selection.Where} ORDER BY {selection.OrderBy} LIMIT @Size OFFSET @Offset) ORDER BY {selection.OrderBy}";
        var ids = new List<long>(Math.Min(page.Size, 1000));
        TaskResults? results = null;
        ILookup<long, DraftRow>? drafts = null;
        if (shape.Results)
        {
            ids.AddRange(await connection.QueryAsync<long>($"SELECT t.id FROM visible_tasks t {window}", parameters));
            results = await TaskResults.ReadAsync(connection, database.Dialect, [.. ids]);
            var own = new DynamicParameters(new { caller.UserId });
            own.Add("ids", ids.ToArray());
            drafts = (await connection.QueryAsync<DraftRow>($"SELECT {DraftRow.Columns} {DraftRow.From} WHERE d.user_id = @UserId AND {database.Dialect.In("d.task_id", "@ids")} ORDER BY d.id", own)).ToLookup(d => d.TaskId);
        }

        http.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, Json.Writer);
        writer.WriteStartObject();
        writer.WriteNumber("total_annotations"u8, totals.Annotations);
        writer.WriteNumber("total_predictions"u8, totals.Predictions);
        writer.WriteNumber("total"u8, totals.Tasks);
        writer.WriteStartArray("tasks"u8);
        var row = new TaskListRow(shape, taskData, uris, Timestamp.Now(clock));
        var (read, lastId) = (0, 0L);
        await using (var reader = await connection.ExecuteReaderAsync($"SELECT {row.Columns(database.Engine)} FROM visible_tasks t {window}", parameters))
            while (await reader.ReadAsync(cancel))
            {
                lastId = row.Write(writer, reader, results, drafts);
                read++;
                await JsonStream.FlushAsync(http, writer, cancel);
            }
        if (inIdOrder && read > 0)
        {
            marks.Remember(project.Id, project.TasksVersion, page.Offset, fromId);
            marks.Remember(project.Id, project.TasksVersion, page.Offset + read, lastId + 1);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancel);
    }

    /// <summary>The tasks of a page that have no prediction, where a machine-learning back end could make one.</summary>
    public async Task<IReadOnlyList<long>> UnpredictedAsync(ProjectRow project, TaskSelection selection, Paging paging, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        SqliteText.Prepare(connection);
        var parameters = Parameters(selection, project.Id);
        parameters.AddDynamicParams(new { paging.Size, paging.Offset });
        return (await connection.QueryAsync<long>($"""
            SELECT page.id FROM (SELECT t.id, t.total_predictions FROM visible_tasks t WHERE t.project_id = @project{selection.Where} ORDER BY {selection.OrderBy} LIMIT @Size OFFSET @Offset) AS page
            WHERE page.total_predictions = 0 AND EXISTS (SELECT 1 FROM ml_backends m WHERE m.project_id = @project)
            """, parameters)).AsList();
    }

    // To find as many tasks in their order, all before them are looked at; by a filter all that it leaves.
    private static TaskAccess Access(long left, long all, long wanted) =>
        left > wanted && (double)left * left > (double)all * wanted ? TaskAccess.InOrder : TaskAccess.ByFilter;

    private static DynamicParameters Parameters(TaskSelection selection, long projectId)
    {
        var parameters = new DynamicParameters(selection.Parameters);
        parameters.Add("project", projectId);
        return parameters;
    }
}

/// <summary>Values stacked over the rows of a task, as one line of text.</summary>
internal static class Stacked
{
    private const int MaxLength = 500;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Distinct JSON texts, shortened and without quotes.</summary>
    public static string Text(IEnumerable<string?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (text.Length > MaxLength) break;
            if (text.Length > 0) text.Append(',');
            using var document = JsonDocument.Parse(value);
            text.Append(Rounded(document.RootElement));
        }
        if (text.Length > MaxLength) text.Length = MaxLength;
        return text.ToString().Replace(",\"", ", \"", StringComparison.Ordinal).Replace("],[", "] [", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
    }

    private static string Real(double number) => double.IsInteger(number) && Math.Abs(number) < 1e15
        ? number.ToString("F1", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Rounded(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "[" + string.Join(", ", json.EnumerateArray().Select(Rounded)) + "]",
        JsonValueKind.Object => "{" + string.Join(", ", json.EnumerateObject().Select(p => JsonSerializer.Serialize(JsonStrings.Name(p), Compact) + ": " + Rounded(p.Value))) + "}",
        JsonValueKind.Number when json.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0 && json.TryGetDouble(out var number) => Real(Math.Round(number, 2)),
        JsonValueKind.String => JsonSerializer.Serialize(JsonStrings.Decode(json), Compact),
        _ => json.GetRawText(),
    };
}
