using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.LabelStream;

namespace Goldset.Server.DataManager;

/// <summary>How SQLite, which keeps no account of how values are spread, is to find the tasks. PostgreSQL finds the best way itself.</summary>
internal enum TaskAccess
{
    /// <summary>As it likes.</summary>
    Free,

    /// <summary>By the filter that leaves fewest tasks; they are put in order afterwards.</summary>
    ByFilter,

    /// <summary>One after the other in their order, each tested.</summary>
    InOrder,
}

/// <summary>A query as SQL.</summary>
/// <param name="Selection">Condition, order and parameters.</param>
/// <param name="Used">Derived columns it touches.</param>
/// <param name="Wanted">Indexes it has use for.</param>
/// <param name="Patterns">Regular expressions in it.</param>
internal sealed record CompiledQuery(TaskSelection Selection, IReadOnlySet<string> Used, IReadOnlySet<TaskIndexKey> Wanted, IReadOnlyList<string> Patterns);

/// <summary>
/// Compiles a <see cref="TaskQuery"/> to SQL over <c>visible_tasks t</c>: nothing is filtered or ordered in memory. All values become
/// parameters, all columns come from <see cref="TaskColumns"/> and <see cref="TaskField"/>. An index serves a condition that is
/// written exactly as in the index; on SQLite a plus before a column keeps its index out.
/// </summary>
internal sealed partial class TaskFilter
{
    /// <summary>The name of the filter for words in all fields of the task data. An addition to the columns of the data manager.</summary>
    public const string Search = "search";

    private readonly Database database;
    private readonly long project;
    private readonly string? undefinedKey;
    private readonly ProjectIndexes indexes;
    private readonly TaskAccess access;
    private readonly IReadOnlySet<string>? refused;
    private readonly DynamicParameters parameters = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<TaskIndexKey> wanted = [];
    private readonly List<string> patterns = [];
    private bool isLeading;
    private int count;

    private TaskFilter(Database database, long project, string? undefinedKey, ProjectIndexes indexes, TaskAccess access, IReadOnlySet<string>? refused)
    {
        this.database = database;
        this.project = project;
        this.undefinedKey = undefinedKey;
        this.indexes = indexes;
        this.access = access;
        this.refused = refused;
    }

    /// <summary>Compiles <paramref name="query"/>.</summary>
    /// <param name="database">For which engine.</param>
    /// <param name="project">Whose tasks.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="undefinedKey">The name that stands for values without a field name.</param>
    /// <param name="indexes">What the project has.</param>
    /// <param name="access">How SQLite is to go about it.</param>
    /// <param name="refused">Regular expressions that match nothing.</param>
    /// <exception cref="ApiException">400: a filter or an order that means nothing.</exception>
    public static CompiledQuery Compile(
        Database database, long project, TaskQuery query, string? undefinedKey, ProjectIndexes indexes, TaskAccess access = TaskAccess.Free, IReadOnlySet<string>? refused = null)
    {
        var filter = new TaskFilter(database, project, undefinedKey, indexes, access, refused);
        var words = query.Search is { Length: > 0 } search ? SearchWords.Of(search) : null;
        var leading = query.Conjunction == "or" ? null : filter.Leading(query.Filters);
        var conditions = query.Filters.Select(item => filter.Item(item, words is null && item == leading)).ToList();
        var where = conditions.Count == 0 ? "" : $" AND ({string.Join(query.Conjunction == "or" ? " OR " : " AND ", conditions)})";
        if (words is not null)
        {
            filter.isLeading = true;
            where += " AND " + filter.SearchCondition(words);
        }
        where += filter.Selected(query.Selection);
        // An index of the project's own serves only where the project stands as a number.
        var namesTasks = access == TaskAccess.ByFilter && filter.Engine == Engine.Sqlite && (words is not null ? indexes.Search is not null : leading is not null && filter.NamesTasks(leading));
        if (where.Length > 0 && !namesTasks) where = $" AND t.project_id = {project}{where}";
        var order = filter.Order(query);
        return new CompiledQuery(new TaskSelection(where, order, filter.parameters, query.IsNamed) { NamesTasks = namesTasks }, filter.used, filter.wanted, filter.patterns);
    }

    private Engine Engine => database.Engine;

    // The filter that probably leaves fewest tasks and has an index.
    private FilterItem? Leading(IReadOnlyList<FilterItem> items) => items.Select(item => (Item: item, Rank: Rank(item))).Where(item => item.Rank < int.MaxValue).OrderBy(item => item.Rank).Select(item => item.Item).FirstOrDefault();

    private int Rank(FilterItem item)
    {
        if (!item.Column.StartsWith("filter:tasks:", StringComparison.Ordinal)) return int.MaxValue;
        var column = item.Column["filter:tasks:".Length..].TrimStart('-');
        var isEqual = item.Operator is "equal" or "in_list";
        var isRange = item.Operator is "less" or "greater" or "less_or_equal" or "greater_or_equal" or "in";
        if (column == Search) return item.Operator == "contains" && indexes.Search is not null ? 1 : int.MaxValue;
        if (column.StartsWith("data.", StringComparison.Ordinal))
        {
            var kind = item.Type == "Number" && item.Operator != "in_list" ? TaskIndexKey.Number : TaskIndexKey.Text;
            if (!indexes.Ready.Contains(new TaskIndexKey(kind, Key(column["data.".Length..])))) return int.MaxValue;
            return isEqual && item.Type != "Boolean" ? 2 : isRange && kind == TaskIndexKey.Number ? 6 : int.MaxValue;
        }
        return column switch
        {
            "id" when isEqual || isRange => isEqual ? 0 : 7,
            "annotations_ids" or "annotators" or "predictions_model_versions" when item.Operator is "contains" or "equal" => 3,
            "updated_at" when isRange => 5,
            _ when indexes.Ready.Contains(new TaskIndexKey(TaskIndexKey.Column, column)) && (isEqual || isRange || item.Operator == "empty") => isEqual ? 4 : 6,
            _ => int.MaxValue,
        };
    }

    private bool NamesTasks(FilterItem item) => Rank(item) is 0 or 1 or 3 or 7;

    /// <summary>A column as it stands in a condition that an index may serve.</summary>
    private string Indexed(string sql) => Engine == Engine.Postgres || access == TaskAccess.Free || (access == TaskAccess.ByFilter && isLeading) ? sql : "+" + sql;

    private string SearchCondition(IReadOnlyList<string> words)
    {
        wanted.Add(new TaskIndexKey(TaskIndexKey.Search, ""));
        var condition = TaskSearch.Condition(Engine, project, indexes.Search, words, Parameter);
        return Engine == Engine.Sqlite && access == TaskAccess.InOrder ? condition.Replace("(t.id IN", "(+t.id IN", StringComparison.Ordinal).Replace("(t.id >", "(+t.id >", StringComparison.Ordinal) : condition;
    }

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

    private string Item(FilterItem item, bool leads)
    {
        isLeading = leads;
        var condition = Condition(item);
        return item.Child is null ? condition : $"({condition} AND {Item(item.Child, leads: false)})";
    }

    private string Condition(FilterItem item)
    {
        if (!item.Column.StartsWith("filter:tasks:", StringComparison.Ordinal)) throw FilterItem.Bad($"Filter \"{item.Column}\" should start with \"filter:tasks:\"");
        var column = item.Column["filter:tasks:".Length..].TrimStart('-');
        used.Add(column);
        if (item.Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) throw FilterItem.Bad($"The filter of \"{column}\" has no value.");
        if (column.StartsWith("data.", StringComparison.Ordinal)) return DataCondition(Key(column["data.".Length..]), item);
        return column switch
        {
            "annotators" => Related(item, $"SELECT a.task_id FROM annotations a WHERE a.project_id = {project}", "a.completed_by_id = " + User(item), "a.completed_by_id IS NOT NULL"),
            "updated_by" => UpdatedBy(item),
            "annotations_results" => Results(item, "annotations"),
            "predictions_results" => Results(item, "predictions"),
            "annotations_ids" => Related(item, $"SELECT a.task_id FROM annotations a WHERE a.project_id = {project}", AnnotationIds(item), null),
            "predictions_model_versions" => Related(item, $"SELECT pr.task_id FROM predictions pr WHERE pr.project_id = {project}", Versions(item), "pr.model_version IS NOT NULL"),
            Search => item.Operator switch
            {
                "contains" => SearchCondition(SearchWords.Of(item.Value.ToString())),
                "not_contains" => $"NOT {SearchCondition(SearchWords.Of(item.Value.ToString()))}",
                _ => throw new ValidationException("Not supported filter type"),
            },
            _ => Scalar(column, TaskColumns.Find(column) ?? throw FilterItem.Bad($"Cannot resolve keyword '{column}' into field."), item),
        };
    }

    private string Scalar(string column, string sql, FilterItem item)
    {
        if (TaskColumns.IsIndexable(column)) wanted.Add(new TaskIndexKey(TaskIndexKey.Column, column));
        if (column is "id" or "updated_at" || TaskColumns.IsIndexable(column)) sql = Indexed(sql);
        if (item.Operator == "empty")
        {
            var empty = Flag(item.Value);
            if (column is "total_annotations" or "cancelled_annotations" or "total_predictions") return empty ? $"{sql} = 0" : $"{sql} > 0";
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
        var field = new TaskField(Engine, key);
        if (item.Operator == "empty")
        {
            var condition = item.Type is "String" or "Unknown" or "" ? $"({field.Text} IS NULL OR {field.Text} = '')" : $"{field.Kind} IS NULL";
            return Flag(item.Value) ? condition : $"NOT {condition}";
        }
        if (item.Operator is "contains" or "not_contains" or "regex") return TextCondition(field.Text, item);
        if (item.Operator is "in_list" or "not_in_list")
        {
            if (item.Value.ValueKind != JsonValueKind.Array) throw FilterItem.Bad($"The operator {item.Operator} takes a list.");
            return Among(field, key, [.. item.Value.EnumerateArray()], item.Operator == "in_list");
        }
        if (item.Type == "Number")
        {
            wanted.Add(new TaskIndexKey(TaskIndexKey.Number, key));
            return Compare(Indexed(field.Number), item, Number);
        }
        if (item.Operator is "less" or "greater" or "less_or_equal" or "greater_or_equal" or "in" or "not_in")
            return Compare(Engine == Engine.Postgres ? $"({field.Text} COLLATE \"C\")" : field.Text, item, Text);
        var isEqual = !item.Operator.StartsWith("not", StringComparison.Ordinal);
        if (item.Type == "Boolean") return Among(field, key, [JsonSerializer.SerializeToElement(Flag(item.Value))], isEqual);
        return Among(field, key, [item.Value], isEqual);
    }

    /// <summary>That a field is one of some JSON values, or is there and is none of them.</summary>
    private string Among(TaskField field, string key, IReadOnlyList<JsonElement> values, bool isAmong)
    {
        var any = values.Count == 0 ? "1 = 0" : values.Count == 1 ? Equal(field, key, values[0]) : "(" + string.Join(" OR ", values.Select(value => Equal(field, key, value))) + ")";
        // Where the field is null the comparison is neither true nor false.
        return isAmong ? any : $"({field.Kind} IS NOT NULL AND NOT COALESCE({any}, {No}))";
    }

    private string Equal(TaskField field, string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                wanted.Add(new TaskIndexKey(TaskIndexKey.Text, key));
                var text = value.GetString()!;
                // As the databases count: characters, of which some are two in .NET.
                var runes = text.EnumerateRunes().ToList();
                var rest = runes.Count < TaskField.PrefixLength ? "" : $" AND {field.Text} = {Parameter(text)}";
                return $"({Indexed(field.Prefix)} = {Parameter(string.Concat(runes.Take(TaskField.PrefixLength)))} AND {field.Kind} = 'string'{rest})";
            case JsonValueKind.Number:
                return $"({field.Kind} = 'number' AND {field.Number} = {Number(value)})";
            case JsonValueKind.True or JsonValueKind.False:
                return $"({field.Kind} = 'boolean' AND {field.Text} = '{(value.ValueKind == JsonValueKind.True ? "true" : "false")}')";
            default:
                throw FilterItem.Bad("A filter's value must be a text, a number or a switch.");
        }
    }

    private string No => Engine == Engine.Postgres ? "FALSE" : "0";

    private string TextCondition(string sql, FilterItem item)
    {
        if (item.Operator == "regex")
        {
            var pattern = item.Value.ToString();
            if (!IsPattern(pattern) || refused?.Contains(pattern) == true) return "1 = 0";
            patterns.Add(pattern);
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

    /// <summary>A condition on the annotations or predictions of a task, of which <paramref name="rows"/> selects the task ids.</summary>
    private string Related(FilterItem item, string rows, string match, string? present)
    {
        string Any(string condition) => $"{Indexed("t.id")} IN ({rows} AND {condition})";
        return item.Operator switch
        {
            "empty" => $"{(Flag(item.Value) ? "NOT " : "")}{Any(present ?? "1 = 1")}",
            "contains" => Any(match),
            "not_contains" => $"NOT {Any(match)}",
            "equal" when present is null => Any(match),
            "not_equal" when present is null => $"NOT {Any(match)}",
            _ => throw new ValidationException("Not supported filter type"),
        };
    }

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
                var forms = JsonForms(item.Value.ToString()).Select(form => $"{position}(r.result, {Parameter(form)}) > 0");
                return $"{(item.Operator == "not_contains" ? "NOT " : "")}EXISTS ({rows} AND ({string.Join(" OR ", forms)}))";
            case "equal" or "not_equal":
                var json = Normalized(item.Value.ToString());
                if (json is null) return "1 = 0";
                var same = Engine == Engine.Postgres ? $"goldset_json(r.result) = goldset_json({Parameter(json)})" : $"{SqliteText.SameJson}(r.result, {Parameter(json)})";
                return $"{(item.Operator == "not_equal" ? "NOT " : "")}EXISTS ({rows} AND {same})";
            default:
                throw new ValidationException("Not supported filter type");
        }
    }

    // Results are kept as they were sent, and many clients send other letters than ASCII as escapes.
    private static IEnumerable<string> JsonForms(string text)
    {
        yield return text;
        if (text.All(char.IsAscii)) yield break;
        yield return string.Concat(text.Select(c => char.IsAscii(c) ? c.ToString() : $"\\u{(int)c:x4}"));
        yield return string.Concat(text.Select(c => char.IsAscii(c) ? c.ToString() : $"\\u{(int)c:X4}"));
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
        // Absent values come last in either direction; tasks of the same value follow by id.
        string By(string sql) => $"{sql}{(descending ? " DESC" : "")} NULLS LAST, t.id";
        string Sorted(string sql) => Engine == Engine.Sqlite && access == TaskAccess.ByFilter ? "+" + sql : sql;
        if (name is "id" or "data") return descending ? "t.id DESC" : TaskSelection.ById;
        if (name.StartsWith("data.", StringComparison.Ordinal))
        {
            var key = Key(name["data.".Length..]);
            var field = new TaskField(Engine, key);
            var isNumber = query.DisplayTypes.GetValueOrDefault("tasks:" + name) == "Number";
            wanted.Add(TaskIndexKey.ForOrder(isNumber ? TaskIndexKey.Number : TaskIndexKey.Text, key, descending));
            return By(Sorted(isNumber ? field.Number : field.Prefix));
        }
        if (TaskColumns.IsIndexable(name)) wanted.Add(TaskIndexKey.ForOrder(TaskIndexKey.Column, name, descending));
        var sql = name switch
        {
            "file_upload" => "t.file_upload_id",
            "annotators" => "(SELECT MIN(a.completed_by_id) FROM annotations a WHERE a.task_id = t.id)",
            "annotations_ids" or "annotations_results" => "(SELECT MIN(a.id) FROM annotations a WHERE a.task_id = t.id)",
            "predictions_model_versions" => "(SELECT MIN(pr.model_version) FROM predictions pr WHERE pr.task_id = t.id)",
            "predictions_results" => "(SELECT MIN(pr.id) FROM predictions pr WHERE pr.task_id = t.id)",
            _ => TaskColumns.Find(name) ?? throw FilterItem.Bad($"Cannot resolve keyword '{name}' into field."),
        };
        return By(Sorted(sql));
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
