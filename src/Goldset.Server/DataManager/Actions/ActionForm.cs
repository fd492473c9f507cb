using System.Text.Json.Nodes;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Makes the forms of actions.</summary>
internal static class ActionForm
{
    /// <summary>A form of one column.</summary>
    public static JsonArray Of(params JsonObject[] fields) => new(new JsonObject { ["columnCount"] = 1, ["fields"] = new JsonArray([.. fields]) });

    /// <summary>A choice among <paramref name="options"/>.</summary>
    public static JsonObject Select(string name, string label, IEnumerable<string> options) => Field("select", name, label, new JsonArray([.. options.Select(option => (JsonNode)option)]));

    /// <summary>A choice among options that have a value and a label.</summary>
    public static JsonObject Select(string name, string label, IEnumerable<(string Value, string Label)> options) =>
        Field("select", name, label, new JsonArray([.. options.Select(option => new JsonObject { ["value"] = option.Value, ["label"] = option.Label })]));

    /// <summary>A line of text.</summary>
    public static JsonObject Input(string name, string label) => Field("input", name, label, null);

    /// <summary>A number.</summary>
    public static JsonObject Number(string name, string label) => Field("number", name, label, null);

    private static JsonObject Field(string type, string name, string label, JsonArray? options)
    {
        var field = new JsonObject { ["type"] = type, ["name"] = name, ["label"] = label };
        if (options is not null) field["options"] = options;
        return field;
    }
}
