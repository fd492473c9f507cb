using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Goldset.Server.Tests.DataManager;

/// <summary>A task as a full list shows it, and what filters and orders mean for it, without any database.</summary>
internal sealed partial class ListedTask(JsonObject task)
{
    private static readonly string[] Nullable = ["completed_at", "avg_lead_time", "predictions_score", "file_upload", "storage_filename", "inner_id"];

    public long Id => task["id"]!.GetValue<long>();

    private IEnumerable<JsonObject> Annotations => task["annotations"]!.AsArray().Select(a => a!.AsObject());

    private IEnumerable<JsonObject> Predictions => task["predictions"]!.AsArray().Select(p => p!.AsObject());

    /// <summary>Whether all filters of a group, or any, let the task pass.</summary>
    public bool Passes(JsonObject group)
    {
        var items = group["items"]!.AsArray().Select(item => item!.AsObject()).ToList();
        if (items.Count == 0) return true;
        return group["conjunction"]!.GetValue<string>() == "or" ? items.Any(PassesItem) : items.All(PassesItem);
    }

    /// <summary>What the task is ordered by: null, a number or a text.</summary>
    public object? Key(string column, bool asNumber)
    {
        if (!column.StartsWith("data.", StringComparison.Ordinal)) return Scalar(column);
        var value = Field(column["data.".Length..], out _);
        if (asNumber) return Number(value);
        var text = Text(value);
        return text is null ? null : string.Concat(text.EnumerateRunes().Take(200));
    }

    private bool PassesItem(JsonObject item) => Holds(item) && (item["child_filter"] is not JsonObject child || PassesItem(child));

    private bool Holds(JsonObject item)
    {
        var column = item["filter"]!.GetValue<string>()["filter:tasks:".Length..];
        var (operation, type, value) = (item["operator"]!.GetValue<string>(), item["type"]!.GetValue<string>(), item["value"]!);
        if (column.StartsWith("data.", StringComparison.Ordinal)) return OnData(column["data.".Length..], operation, type, value);
        var ids = Annotations.Select(a => a["id"]!.GetValue<long>()).ToList();
        switch (column)
        {
            case "annotators":
                var authors = Annotations.Select(a => a["completed_by"]).OfType<JsonNode>().Select(u => u.GetValue<long>()).ToList();
                return operation switch { "contains" => authors.Contains(Long(value)), "not_contains" => !authors.Contains(Long(value)), _ => IsTrue(value) == (authors.Count == 0) };
            case "updated_by":
                var by = task["updated_by"]!.AsArray().Select(u => (long?)u!["user_id"]!.GetValue<long>()).FirstOrDefault();
                return operation switch { "contains" or "equal" => by == Long(value), "not_contains" or "not_equal" => by != Long(value), _ => IsTrue(value) == (by is null) };
            case "annotations_ids":
                var wanted = Separators().Split(value.ToString()).Where(part => part.Length > 0 && part.All(char.IsAsciiDigit)).Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
                return operation switch { "contains" or "equal" => ids.Intersect(wanted).Any(), "not_contains" or "not_equal" => !ids.Intersect(wanted).Any(), _ => IsTrue(value) == (ids.Count == 0) };
            case "predictions_model_versions":
                var versions = Predictions.Select(p => p["model_version"]?.GetValue<string>()).OfType<string>().ToList();
                bool Has() => versions.Any(version => value.AsArray().Any(part => version.Contains(part!.GetValue<string>(), StringComparison.Ordinal)));
                return operation switch { "contains" => Has(), "not_contains" => !Has(), _ => IsTrue(value) == (versions.Count == 0) };
            case "annotations_results" or "predictions_results":
                var results = (column[0] == 'a' ? Annotations : Predictions).Select(r => r["result"]).ToList();
                bool Contains() => results.Any(r => r!.ToJsonString(Relaxed).Contains(value.GetValue<string>(), StringComparison.Ordinal));
                bool IsOne() => JsonNode.Parse(value.GetValue<string>()) is var json && results.Any(r => JsonNode.DeepEquals(r, json));
                return operation switch
                {
                    "contains" => Contains(),
                    "not_contains" => !Contains(),
                    "equal" => IsOne(),
                    "not_equal" => !IsOne(),
                    _ => IsTrue(value) == (results.Count == 0 || results.Any(r => r is null or JsonArray { Count: 0 })),
                };
            case "draft_exists" or "is_labeled":
                return task[column]!.GetValue<bool>() == IsTrue(value);
            default:
                var own = Scalar(column);
                if (operation == "empty") return IsTrue(value) == (Nullable.Contains(column) ? own is null : column is "total_annotations" or "cancelled_annotations" or "total_predictions" && Equals(own, 0.0));
                if (own is null) return false;
                return own is string text && column != "completed_at" && column != "created_at" ? OnText(text, operation, value) : Compare(own, operation, value, v => own is string ? v.GetValue<string>() : NumberOf(v));
        }
    }

    private bool OnData(string key, string operation, string type, JsonNode value)
    {
        var field = Field(key, out var isThere);
        var text = Text(field);
        if (operation == "empty") return IsTrue(value) == (type is "String" or "Unknown" ? text is null or "" : !isThere);
        if (operation is "contains" or "not_contains" or "regex") return OnText(text, operation, value);
        if (operation is "in_list" or "not_in_list") return isThere && value.AsArray().Any(one => Same(field, one)) == (operation == "in_list");
        if (type == "Number") return Number(field) is { } number && Compare(number, operation, value, NumberOf);
        return isThere && Same(field, type == "Boolean" ? JsonValue.Create(IsTrue(value)) : value) == (operation == "equal");
    }

    private static bool OnText(string? text, string operation, JsonNode value) => operation switch
    {
        _ when text is null => false,
        "contains" => text.Contains(value.ToString(), StringComparison.OrdinalIgnoreCase),
        "not_contains" => !text.Contains(value.ToString(), StringComparison.OrdinalIgnoreCase),
        "regex" => IsPattern(value.ToString()) && Regex.IsMatch(text, value.ToString()),
        "equal" => text == value.ToString(),
        _ => text != value.ToString(),
    };

    private static bool Compare(object own, string operation, JsonNode value, Func<JsonNode, object> read)
    {
        int With(JsonNode other) => own is string text ? string.CompareOrdinal(text, (string)read(other)) : ((double)own).CompareTo((double)read(other));
        bool Within() => With(value["min"]!) >= 0 && With(value["max"]!) <= 0;
        return operation switch
        {
            "equal" => With(value) == 0,
            "not_equal" => With(value) != 0,
            "less" => With(value) < 0,
            "greater" => With(value) > 0,
            "less_or_equal" => With(value) <= 0,
            "greater_or_equal" => With(value) >= 0,
            "in" => Within(),
            "not_in" => !Within(),
            "in_list" => value.AsArray().Any(one => With(one!) == 0),
            "not_in_list" => !value.AsArray().Any(one => With(one!) == 0),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "unknown"),
        };
    }

    private object? Scalar(string column) => task[column] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<double>(out var number) => number,
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? 1.0 : 0.0,
        var value => value.GetValue<string>(),
    };

    private JsonNode? Field(string key, out bool isThere)
    {
        var data = task["data"]!.AsObject();
        isThere = data.TryGetPropertyValue(key, out var field);
        if (isThere || !key.Contains("__", StringComparison.Ordinal)) return field;
        JsonNode? inner = data;
        foreach (var part in key.Split("__"))
        {
            isThere = false;
            if (inner is JsonObject within) isThere = within.TryGetPropertyValue(part, out inner);
            else if (inner is JsonArray list && int.TryParse(part, out var place) && place < list.Count) (inner, isThere) = (list[place], true);
            if (!isThere) return null;
        }
        return inner;
    }

    // The form in which PostgreSQL shows a JSON value as text.
    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        JsonArray list => "[" + string.Join(", ", list.Select(Quoted)) + "]",
        JsonObject members => "{" + string.Join(", ", members.Select(member => $"{Quoted(member.Key)}: {Quoted(member.Value)}")) + "}",
        _ => Plain(value.ToJsonString()),
    };

    private static string Quoted(JsonNode? value) => value is null ? "null" : value is JsonValue scalar && scalar.TryGetValue<string>(out _) ? value.ToJsonString(Relaxed) : Text(value)!;

    private static string Plain(string json) => json[0] is '-' or (>= '0' and <= '9') && json.Contains('e', StringComparison.OrdinalIgnoreCase) ? double.Parse(json, CultureInfo.InvariantCulture).ToString("0.####################", CultureInfo.InvariantCulture) : json;

    private static double? Number(JsonNode? value) =>
        value is not (JsonArray or JsonObject) && Text(value) is { } text && Numeric().IsMatch(text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static object NumberOf(JsonNode value) => double.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private static bool Same(JsonNode? field, JsonNode? value) => field is JsonValue && value is JsonValue && JsonNode.DeepEquals(field, value);

    private static bool IsTrue(JsonNode value) => value.ToString().ToUpperInvariant() is "TRUE" or "YES" or "1";

    private static long Long(JsonNode value) => long.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private static bool IsPattern(string pattern)
    {
        try
        {
            return new Regex(pattern) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"^\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,2})?\s*$")]
    private static partial Regex Numeric();

    [GeneratedRegex("[,; ]+")]
    private static partial Regex Separators();
}
