using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.LabelStream;

namespace Goldset.Server.DataManager;

/// <summary>
/// Compiles a <see cref="TaskQuery"/> to SQL over <c>visible_tasks t JOIN projects p</c>: nothing is filtered or ordered in memory. All
/// values become parameters, all columns come from <see cref="TaskColumns"/>.
/// </summary>
internal sealed partial class TaskFilter(Database database, string? undefinedKey)
{
    private readonly DynamicParameters parameters = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The selection, and which derived columns it touches.</summary>
    public static (TaskSelection Selection, IReadOnlySet<string> Used) Compile(Database database, TaskQuery query, string? undefinedKey)
    {
        var filter = new TaskFilter(database, undefinedKey);
        var conditions = query.Filters.Select(filter.Item).ToList();
        var where = conditions.Count == 0 ? "" : $" AND ({string.Join(query.Conjunction == "or" ? " OR " : " AND ", conditions)})";
        where += filter.Selected(query.Selection);
        var order = filter.Order(query);
        return (new TaskSelection(where, order, filter.parameters, query.IsNamed), filter.used);
    }

    private Engine Engine => database.Engine;

    private string Selected(SelectedItems? selection)
    {
        if (selection is null || selection.Ids.Count == 0) return "";
        var name = "ids" + count++;
        // SQLite takes only so many parameters; one with all ids is as good.
        if (Engine == Engine.Postgres) parameters.Add(name, selection.Ids.ToArray());
        else parameters.Add(name, JsonSerializer.Serialize(selection.Ids));
        var condition = Engine == Engine.Postgres ? $"t.id = ANY(@{name})" : $"t.id IN (SELECT value FROM json_each(@{name}))";
        return selection.All ? $" AND NOT ({condition})" : $" AND {condition}";
    }

    private string Item(FilterItem item)
    {
        var condition = Condition(item);
        return item.Child is null ? condition : $"({condition} AND {Item(item.Child)})";
    }

    private string Condition(FilterItem item)
    {
        if (!item.Column.StartsWith("filter:tasks:", StringComparison.Ordinal)) throw FilterItem.Bad($"Filter \"{item.Column}\" should start with \"filter:tasks:\"");
        var column = item.Column["filter:tasks:".Length..].TrimStart('-');
        used.Add(column);
        if (column.StartsWith("data.", StringComparison.Ordinal)) return DataCondition(Key(column["data.".Length..]), item);
        return column switch
        {
            "annotators" => Related(item, "SELECT 1 FROM annotations a WHERE a.task_id = t.id", "a.completed_by_id = " + User(item), "a.completed_by_id IS NOT NULL"),
            "updated_by" => UpdatedBy(item),
            "annotations_results" => Results(item, "annotations"),
            "predictions_results" => Results(item, "predictions"),
            "annotations_ids" => Related(item, "SELECT 1 FROM annotations a WHERE a.task_id = t.id", AnnotationIds(item), null),
            "predictions_model_versions" => Related(item, "SELECT 1 FROM predictions pr WHERE pr.task_id = t.id", Versions(item), "pr.model_version IS NOT NULL"),
            _ => Scalar(column, TaskColumns.Find(column) ?? throw FilterItem.Bad($"Cannot resolve keyword '{column}' into field."), item),
        };
    }

    private string Scalar(string column, string sql, FilterItem item)
    {
        if (item.Operator == "empty")
        {
            var empty = Flag(item.Value);
            if (column is "total_annotations" or "cancelled_annotations" or "total_predictions") return empty ? $"{sql} = 0" : $"{sql} <> 0";
            if (column is "draft_exists" or "is_labeled") return empty ? "1 = 0" : "1 = 1";
            return empty ? $"{sql} IS NULL" : $"{sql} IS NOT NULL";
        }
        if (column is "draft_exists" or "is_labeled")
        {
            var wanted = Flag(item.Value) != item.Operator.StartsWith("not", StringComparison.Ordinal);
            return wanted ? sql : $"NOT {sql}";
        }
        if (item.Operator is "contains" or "not_contains" or "regex")
            return TextCondition(column is "file_upload" or "storage_filename" ? sql : $"CAST({sql} AS TEXT)", item);
        Func<JsonElement, string> value = TaskColumns.IsTime(column) ? Time : column is "file_upload" or "storage_filename" ? Text : Number;
        return Compare(sql, item, value);
    }

    private string DataCondition(string key, FilterItem item)
    {
        var text = TaskColumns.Text(Engine, key);
        var kind = TaskColumns.Kind(Engine, key);
        if (item.Operator == "empty")
        {
            var condition = item.Type is "String" or "Unknown" or "" ? $"({text} IS NULL OR {text} = '')" : $"{kind} IS NULL";
            return Flag(item.Value) ? condition : $"NOT {condition}";
        }
        if (item.Operator is "contains" or "not_contains" or "regex") return TextCondition(text, item);
        if (item.Type == "Number" && item.Operator is not ("in_list" or "not_in_list")) return Compare(TaskColumns.Number(Engine, key), item, Number);
        switch (item.Operator)
        {
            case "less" or "greater" or "less_or_equal" or "greater_or_equal" or "in" or "not_in":
                return Compare(text, item, Text);
            case "in_list" or "not_in_list":
                if (item.Value.ValueKind != JsonValueKind.Array) throw FilterItem.Bad($"The operator {item.Operator} takes a list.");
                var any = item.Value.GetArrayLength() == 0 ? "1 = 0" : "(" + string.Join(" OR ", item.Value.EnumerateArray().Select(v => Equal(text, kind, v))) + ")";
                return item.Operator == "in_list" ? any : $"({kind} IS NOT NULL AND NOT {any})";
            default:
                var equal = Equal(text, kind, item.Value);
                return item.Operator.StartsWith("not", StringComparison.Ordinal) ? $"({kind} IS NOT NULL AND NOT {equal})" : equal;
        }
    }

    private string Equal(string text, string kind, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"COALESCE({kind} = 'string' AND {text} = {Text(value)}, {No})",
        JsonValueKind.Number => $"COALESCE({kind} = 'number' AND CAST({text} AS {(Engine == Engine.Postgres ? "double precision" : "REAL")}) = {Number(value)}, {No})",
        JsonValueKind.True or JsonValueKind.False => $"COALESCE({kind} = 'boolean' AND {text} = '{(value.ValueKind == JsonValueKind.True ? "true" : "false")}', {No})",
        _ => throw FilterItem.Bad("A filter's value must be a text, a number or a switch."),
    };

    private string No => Engine == Engine.Postgres ? "FALSE" : "0";

    private string TextCondition(string sql, FilterItem item)
    {
        if (item.Operator == "regex")
        {
            var pattern = item.Value.ToString();
            if (!IsPattern(pattern)) return "1 = 0";
            return Engine == Engine.Postgres ? $"COALESCE({sql} ~ {Parameter(pattern)}, FALSE)" : $"COALESCE({sql} REGEXP {Parameter(pattern)}, 0)";
        }
        var contains = database.Dialect.Contains(sql, Parameter(item.Value.ToString()));
        return item.Operator == "contains" ? $"COALESCE({contains}, {No})" : $"({sql} IS NOT NULL AND NOT {contains})";
    }

    private static string Compare(string sql, FilterItem item, Func<JsonElement, string> value)
    {
        string Range()
        {
            if (item.Value.ValueKind != JsonValueKind.Object || !item.Value.TryGetProperty("min", out var min) || !item.Value.TryGetProperty("max", out var max))
                throw FilterItem.Bad($"The operator {item.Operator} takes min and max.");
            return $"({sql} >= {value(min)} AND {sql} <= {value(max)})";
        }
        string List()
        {
            if (item.Value.ValueKind != JsonValueKind.Array) throw FilterItem.Bad($"The operator {item.Operator} takes a list.");
            return item.Value.GetArrayLength() == 0 ? "1 = 0" : $"{sql} IN ({string.Join(", ", item.Value.EnumerateArray().Select(value))})";
        }
        return item.Operator switch
        {
            "less" => $"{sql} < {value(item.Value)}",
            "greater" => $"{sql} > {value(item.Value)}",
            "less_or_equal" => $"{sql} <= {value(item.Value)}",
            "greater_or_equal" => $"{sql} >= {value(item.Value)}",
            "in" => Range(),
            "not_in" => $"({sql} IS NOT NULL AND NOT {Range()})",
            "in_list" => List(),
            "not_in_list" => $"({sql} IS NOT NULL AND NOT {List()})",
            _ => item.Operator.StartsWith("not", StringComparison.Ordinal) ? $"({sql} IS NOT NULL AND {sql} <> {value(item.Value)})" : $"{sql} = {value(item.Value)}",
        };
    }

    private string Related(FilterItem item, string rows, string match, string? present) => item.Operator switch
    {
        "empty" => $"{(Flag(item.Value) ? "NOT " : "")}EXISTS ({rows}{(present is null ? "" : " AND " + present)})",
        "contains" => $"EXISTS ({rows} AND {match})",
        "not_contains" => $"NOT EXISTS ({rows} AND {match})",
        "equal" when present is null => $"EXISTS ({rows} AND {match})",
        "not_equal" when present is null => $"NOT EXISTS ({rows} AND {match})",
        _ => throw new ValidationException("Not supported filter type"),
    };

    private string UpdatedBy(FilterItem item) => item.Operator switch
    {
        "empty" => Flag(item.Value) ? "t.updated_by_id IS NULL" : "t.updated_by_id IS NOT NULL",
        "not_contains" or "not_equal" => $"COALESCE(t.updated_by_id <> {User(item)}, {(Engine == Engine.Postgres ? "TRUE" : "1")})",
        _ => $"t.updated_by_id = {User(item)}",
    };

    private string Results(FilterItem item, string table)
    {
        var rows = $"SELECT 1 FROM {table} r WHERE r.task_id = t.id";
        switch (item.Operator)
        {
            case "empty":
                var none = $"(NOT EXISTS ({rows}) OR EXISTS ({rows} AND (r.result IS NULL OR r.result = '[]')))";
                return Flag(item.Value) ? none : $"NOT {none}";
            case "contains" or "not_contains":
                var position = Engine == Engine.Postgres ? "strpos" : "instr";
                return $"{(item.Operator == "not_contains" ? "NOT " : "")}EXISTS ({rows} AND {position}(r.result, {Parameter(item.Value.ToString())}) > 0)";
            case "equal" or "not_equal":
                var json = Normalized(item.Value.ToString());
                if (json is null) return "1 = 0";
                var same = Engine == Engine.Postgres ? $"r.result::jsonb = {Parameter(json)}::jsonb" : $"json(r.result) = json({Parameter(json)})";
                return $"{(item.Operator == "not_equal" ? "NOT " : "")}EXISTS ({rows} AND {same})";
            default:
                throw new ValidationException("Not supported filter type");
        }
    }

    private string AnnotationIds(FilterItem item)
    {
        if (item.Operator == "empty") return "1 = 1";
        var ids = Separators().Split(item.Value.ToString()).Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToList();
        return ids.Count == 0 ? "1 = 0" : $"a.id IN ({string.Join(", ", ids)})";
    }

    private string Versions(FilterItem item)
    {
        if (item.Operator == "empty") return "1 = 1";
        var values = item.Value.ValueKind == JsonValueKind.Array ? item.Value.EnumerateArray().Select(v => v.ToString()).ToList() : [item.Value.ToString()];
        var position = Engine == Engine.Postgres ? "strpos" : "instr";
        return values.Count == 0 ? "1 = 0" : "(" + string.Join(" OR ", values.Select(v => $"{position}(pr.model_version, {Parameter(v)}) > 0")) + ")";
    }

    private string User(FilterItem item)
    {
        if (item.Operator == "empty") return "0";
        var text = item.Value.ValueKind == JsonValueKind.Array && item.Value.GetArrayLength() > 0 ? item.Value[0].ToString() : item.Value.ToString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? Parameter(id) : throw FilterItem.Bad($"\"{text}\" is no user id.");
    }

    private string Order(TaskQuery query)
    {
        if (query.Ordering is not { Length: > 0 } ordering) return TaskSelection.ById;
        var descending = ordering.StartsWith('-');
        var name = ordering.TrimStart('-');
        foreach (var prefix in (string[])["filter:", "tasks:"])
            if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name[prefix.Length..];
        if (name.StartsWith('-'))
        {
            descending = true;
            name = name[1..];
        }
        used.Add(name);
        var direction = descending ? " DESC" : "";
        if (name is "id" or "data") return $"t.id{direction}";
        if (name.StartsWith("data.", StringComparison.Ordinal))
        {
            var key = Key(name["data.".Length..]);
            var text = TaskColumns.Text(Engine, key);
            if (query.DisplayTypes.GetValueOrDefault("tasks:" + name) != "Number") return $"{text} IS NULL, {text}{(Engine == Engine.Postgres ? " COLLATE \"C\"" : "")}{direction}, t.id";
            var number = TaskColumns.Number(Engine, key);
            return $"{text} IS NULL, {number} IS NULL, {number}{direction}, {text}, t.id";
        }
        var sql = name switch
        {
            "file_upload" => "t.file_upload_id",
            "annotators" => "(SELECT MIN(a.completed_by_id) FROM annotations a WHERE a.task_id = t.id)",
            "annotations_ids" or "annotations_results" => "(SELECT MIN(a.id) FROM annotations a WHERE a.task_id = t.id)",
            "predictions_model_versions" => "(SELECT MIN(pr.model_version) FROM predictions pr WHERE pr.task_id = t.id)",
            "predictions_results" => "(SELECT MIN(pr.id) FROM predictions pr WHERE pr.task_id = t.id)",
            _ => TaskColumns.Find(name) ?? throw FilterItem.Bad($"Cannot resolve keyword '{name}' into field."),
        };
        return $"{sql} IS NULL, {sql}{direction}, t.id";
    }

    private string Key(string key) => undefinedKey is not null && key == undefinedKey ? Labeling.TaskDataValidator.UndefinedKey : key;

    private string Text(JsonElement value) => Parameter(value.ToString());

    private string Number(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number) return Parameter(value.GetDouble());
        return double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Parameter(number) : throw FilterItem.Bad($"could not convert string to float: '{value}'");
    }

    private string Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Timestamp.TryParse(value.GetString()!, out var time)
            ? Parameter(time.Micros)
            : throw FilterItem.Bad($"time data '{value}' does not match format '%Y-%m-%dT%H:%M:%S.%fZ'");

    private static bool Flag(JsonElement value) => value.ToString().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "not" or "off" or "0" => false,
        var text => throw FilterItem.Bad($"Incorrect bool value \"{text}\". It should be one of [1, 0, true, false, yes, no]"),
    };

    private string Parameter(object value)
    {
        var name = "f" + count++;
        parameters.Add(name, value);
        return "@" + name;
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? Normalized(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("[,; ]+")]
    private static partial Regex Separators();
}
