using System.Text.Json;
using Goldset.Server.Http;

namespace Goldset.Server.DataManager;

/// <summary>
/// What a client asks of a project's tasks: filters, order and selection, in the form shared by views, the <c>query</c> parameter and
/// the bodies of actions. Parsed, not yet tied to a database.
/// </summary>
internal sealed record TaskQuery(
    string Conjunction, IReadOnlyList<FilterItem> Filters, string? Ordering, SelectedItems? Selection, IReadOnlyDictionary<string, string> DisplayTypes, HiddenColumns? Hidden)
{
    /// <summary>All tasks by id.</summary>
    public static readonly TaskQuery All = new("and", [], null, null, new Dictionary<string, string>(), null);

    /// <summary>True when the client named filters, an order or a selection.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Words that the tasks must have, besides the filters; null: nothing is searched.</summary>
    public string? Search { get; init; }

    /// <summary>Reads <c>{filters, ordering, selectedItems, search, hiddenColumns, columnsDisplayType}</c>.</summary>
    /// <exception cref="ApiException">400: not of that form.</exception>
    public static TaskQuery Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return All;
        var conjunction = "and";
        IReadOnlyList<FilterItem> filters = [];
        var named = false;
        if (json.TryGetProperty("filters", out var group) && group.ValueKind == JsonValueKind.Object && group.EnumerateObject().Any())
        {
            named = true;
            conjunction = group.TryGetProperty("conjunction", out var c) && c.ValueKind == JsonValueKind.String && c.GetString() == "or" ? "or" : "and";
            if (group.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array) filters = [.. items.EnumerateArray().Select(FilterItem.Read)];
        }
        string? ordering = null;
        if (json.TryGetProperty("ordering", out var order) && order.ValueKind == JsonValueKind.Array && order.GetArrayLength() > 0)
        {
            named = true;
            ordering = order[0].ValueKind == JsonValueKind.String ? order[0].GetString() : null;
        }
        SelectedItems? selection = null;
        if (json.TryGetProperty("selectedItems", out var selected) && selected.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            selection = SelectedItems.Read(selected);
            named |= selection is not null;
        }
        string? search = null;
        if (json.TryGetProperty("search", out var words) && words.ValueKind == JsonValueKind.String && words.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            named = true;
            search = text;
        }
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("columnsDisplayType", out var display) && display.ValueKind == JsonValueKind.Object)
            foreach (var column in display.EnumerateObject())
                if (column.Value.ValueKind == JsonValueKind.String) types[column.Name] = column.Value.GetString()!;
        return new TaskQuery(conjunction, filters, ordering, selection, types, HiddenColumns.Read(json)) { IsNamed = named, Search = search };
    }
}

/// <summary>One condition, with a second one that must hold too where there is a child.</summary>
internal sealed record FilterItem(string Column, string Operator, string Type, JsonElement Value, FilterItem? Child)
{
    public static FilterItem Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Bad("A filter must be an object.");
        string Text(string key) => json.TryGetProperty(key, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "";
        var child = json.TryGetProperty("child_filter", out var c) && c.ValueKind == JsonValueKind.Object ? Read(c) : null;
        return new FilterItem(Text("filter"), Text("operator"), Text("type"), json.TryGetProperty("value", out var value) ? value : default, child);
    }

    public static ApiException Bad(string detail) => new(StatusCodes.Status400BadRequest, detail);
}

/// <summary>Tasks picked by hand: these, or all but these.</summary>
internal sealed record SelectedItems(bool All, IReadOnlyList<long> Ids)
{
    public static SelectedItems? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            try
            {
                using var parsed = JsonDocument.Parse(json.GetString()!);
                return Read(parsed.RootElement.Clone());
            }
            catch (JsonException)
            {
                throw Wrong(json);
            }
        }
        if (json.ValueKind != JsonValueKind.Object) throw Wrong(json);
        if (!json.EnumerateObject().Any()) return null;
        var all = json.TryGetProperty("all", out var a) && a.ValueKind == JsonValueKind.True;
        var ids = new List<long>();
        if (json.TryGetProperty(all ? "excluded" : "included", out var list) && list.ValueKind == JsonValueKind.Array)
            foreach (var item in list.EnumerateArray())
                ids.Add(item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id) ? id : throw Wrong(json));
        return new SelectedItems(all, ids);
    }

    private static ApiException Wrong(JsonElement json) => FilterItem.Bad(
        "selectedItems must be dict: {\"all\": [true|false], \"excluded | included\": [...task_ids...]}. " + $"Found value: {json.GetRawText()}");
}

/// <summary>Columns a view does not show, in the table and beside the labeling panel.</summary>
internal sealed record HiddenColumns(IReadOnlySet<string> Explore, IReadOnlySet<string> Labeling)
{
    public static HiddenColumns? Read(JsonElement json)
    {
        if (!json.TryGetProperty("hiddenColumns", out var hidden) || hidden.ValueKind != JsonValueKind.Object) return null;
        IReadOnlySet<string>? List(string key) => hidden.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!).ToHashSet(StringComparer.Ordinal)
            : null;
        return List("explore") is { } explore && List("labeling") is { } labeling ? new HiddenColumns(explore, labeling) : null;
    }

    /// <summary>Whether <paramref name="column"/> is shown somewhere.</summary>
    public bool Shows(string column) => !Explore.Contains("tasks:" + column) || !Labeling.Contains("tasks:" + column);
}
