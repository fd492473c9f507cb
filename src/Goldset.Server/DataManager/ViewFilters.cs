using System.Text.Json.Nodes;
using Goldset.Server.Http;

namespace Goldset.Server.DataManager;

/// <summary>The filters of a tab in the form in which they are kept.</summary>
internal static class ViewFilters
{
    private static readonly string[] Allowed = ["updated_by__active_organization", "annotations__completed_by"];

    /// <summary>Keeps what is known of each item and checks it.</summary>
    /// <exception cref="ValidationException">An item is not of that form.</exception>
    public static JsonObject Normalize(JsonObject filters)
    {
        var items = new JsonArray();
        var errors = new JsonArray();
        var wrong = false;
        foreach (var item in filters["items"] as JsonArray ?? [])
        {
            var (kept, problems) = Item(item as JsonObject ?? []);
            items.Add((JsonNode)kept);
            errors.Add((JsonNode)problems);
            wrong |= problems.Count > 0;
        }
        if (wrong) throw new ValidationException(new ValidationErrors().Set("filter_group", new JsonObject { ["filters"] = errors }));
        return new JsonObject { ["conjunction"] = filters["conjunction"]!.ToString(), ["items"] = items };
    }

    private static (JsonObject Kept, JsonObject Problems) Item(JsonObject item)
    {
        var problems = new JsonObject();
        string Text(string key) => item[key]?.ToString() ?? "";
        var column = Text("filter");
        if (column.Length == 0) problems["column"] = Message("This field may not be blank.");
        else if (!column.StartsWith("filter:tasks:", StringComparison.Ordinal)) problems["column"] = Message($"Filter \"{column}\" should start with \"filter:tasks:\"");
        else
        {
            var name = column["filter:tasks:".Length..].TrimStart('-');
            if (!name.StartsWith("data.", StringComparison.Ordinal) && name.Contains("__", StringComparison.Ordinal) && !Allowed.Contains(name))
                problems["column"] = Message("\"__\" is not generally allowed in filters. Consider asking your administrator to add \"" + name +
                    "\" to DATA_MANAGER_FILTER_ALLOWLIST, but note that some filter expressions may pose a security risk");
        }
        foreach (var key in (string[])["operator", "type"])
            if (Text(key).Length == 0) problems[key] = Message("This field may not be blank.");
        var kept = new JsonObject
        {
            ["filter"] = column,
            ["operator"] = Text("operator"),
            ["type"] = Text("type"),
            ["value"] = item.ContainsKey("value") ? item["value"]?.DeepClone() : new JsonObject(),
        };
        if (item["child_filter"] is JsonObject child) kept["child_filter"] = Item(child).Kept;
        return (kept, problems);
    }

    private static JsonArray Message(string text) => new((JsonNode)text);
}
