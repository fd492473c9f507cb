using System.Globalization;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>What is wrong with a prediction.</summary>
/// <param name="Messages">Everything but the relations, in order.</param>
/// <param name="RelationMessages">What is wrong with the relations.</param>
public sealed record PredictionErrors(IReadOnlyList<string> Messages, IReadOnlyList<string> RelationMessages)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsEmpty => Messages.Count == 0 && RelationMessages.Count == 0;

    /// <summary>All messages in one list.</summary>
    public IEnumerable<string> All => Messages.Concat(RelationMessages);

    /// <summary>The text of the predictions requests: the messages as a list in Python notation, those of relations as a list within it.</summary>
    public override string ToString()
    {
        var parts = Messages.Select(PythonRepr.Of);
        return $"[{string.Join(", ", RelationMessages.Count == 0 ? parts : parts.Append(PythonRepr.Of(RelationMessages)))}]";
    }

    /// <summary>The single text an import answers for all its predictions.</summary>
    /// <param name="errors">Messages with their <c>Task i, prediction j: </c> in front.</param>
    public static string Join(IReadOnlyCollection<string> errors) =>
        $"Prediction validation failed ({errors.Count} errors):\n{string.Concat(errors.Select(error => $"- {error}\n"))}";
}

/// <summary>Checks predictions against a configuration: names, types and the structure of each value. Safe to share between threads.</summary>
public sealed class PredictionValidator(LabelConfig config)
{
    private static readonly string[] RegionFields = ["from_name", "to_name", "type", "value"];
    private static readonly string[] Directions = ["left", "right", "bi"];

    /// <summary>Checks one prediction: an object with <c>result</c> and perhaps <c>score</c>.</summary>
    public PredictionErrors Validate(JsonElement prediction)
    {
        if (prediction.ValueKind != JsonValueKind.Object || !prediction.TryGetProperty("result", out var result))
        {
            return new PredictionErrors(["Missing required field 'result'"], []);
        }

        if (result.ValueKind != JsonValueKind.Array)
        {
            return new PredictionErrors(["'result' must be a list"], []);
        }

        var messages = new List<string>();
        if (prediction.TryGetProperty("score", out var score) && CheckScore(score) is { } scoreMessage)
        {
            messages.Add(scoreMessage);
        }

        var relationMessages = new List<string>();
        var ids = result.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object && !IsRelation(element))
            .Select(element => element.TryGetProperty("id", out var id) ? PythonRepr.Display(id) : null).ToHashSet();
        var index = 0;
        foreach (var element in result.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                messages.Add($"Region must be a dictionary. Got <class '{PythonRepr.TypeName(element)}'>: {PythonRepr.Display(element)}");
            }
            else if (IsRelation(element))
            {
                relationMessages.AddRange(CheckRelation(element, index, ids));
            }
            else if (CheckRegion(element) is { } message)
            {
                messages.Add($"Region {index}: {message}");
            }

            index++;
        }

        return new PredictionErrors(messages, relationMessages);
    }

    private static bool IsRelation(JsonElement element) => Text(element, "type") == "relation"
        || (!element.TryGetProperty("from_name", out _) && element.TryGetProperty("from_id", out _) && element.TryGetProperty("to_id", out _));

    private static string? CheckScore(JsonElement score)
    {
        if (score.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        double? value = score.ValueKind switch
        {
            JsonValueKind.Number => score.GetDouble(),
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            JsonValueKind.String when double.TryParse(JsonStrings.Decode(score), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return value switch
        {
            null => $"Score must be a valid number, got {PythonRepr.Display(score)}",
            >= 0 and <= 1 => null,
            _ => $"Score must be between 0.00 and 1.00 inclusive, got {PythonRepr.Display(score)}",
        };
    }

    private string? CheckRegion(JsonElement region)
    {
        foreach (var field in RegionFields)
        {
            if (!region.TryGetProperty(field, out _))
            {
                return $"Missing required field '{field}'";
            }
        }

        var (from, to, type) = (Display(region, "from_name"), Display(region, "to_name"), Display(region, "type"));
        if (IsChatMessage(from, to, type))
        {
            return null;
        }

        if (config.MatchControl(from) is not { } control)
        {
            return $"'from_name' '{from}' not found in configuration";
        }

        var joined = string.Join(',', control.ToNames);
        if (to != control.Name && to != joined && !config.Objects.Any(tag => RepeaterName.Matches(tag.Name, config.IndexFlags, to)))
        {
            return $"'to_name' '{to}' not found in configuration";
        }

        if (!string.Equals(type, control.ResultType, StringComparison.OrdinalIgnoreCase) && !IsGeometryOfLabels(control, type))
        {
            return $"Type '{type}' does not match expected type '{control.ResultType}' for control '{from}'";
        }

        if (!IsTarget(control, to, joined))
        {
            return $"'to_name' '{to}' is not valid for control '{from}'. Valid options: {PythonRepr.Of(control.ToNames)}";
        }

        return CheckValue(control, from, type.ToLowerInvariant(), region.GetProperty("value"));
    }

    private bool IsChatMessage(string from, string to, string type) => type == "chatmessage" && from == to && config.FindObject(from) is not null;

    /// <summary>Whether a control may write to this name. Two-sided controls write their own name or both.</summary>
    private bool IsTarget(ControlTag control, string to, string joined) =>
        to == joined || (control.ToNames.Count > 1 && to == control.Name) || (control.Type == "ReactCode" && to == control.Name)
        || control.ToNames.Any(name => RepeaterName.Matches(name, config.IndexFlags, to));

    /// <summary>Labels next to a geometry tool on the same object may come merged with it, e.g. as <c>rectanglelabels</c>.</summary>
    private bool IsGeometryOfLabels(ControlTag control, string type) =>
        control.Type == "Labels" && config.Controls.Any(other =>
            other.ResultType is "rectangle" or "ellipse" or "polygon" or "keypoint" or "brush" or "bitmask" or "vector"
            && string.Equals(type, other.ResultType + "labels", StringComparison.OrdinalIgnoreCase)
            && other.ToNames.Intersect(control.ToNames).Any());

    private string? CheckValue(ControlTag control, string from, string type, JsonElement value)
    {
        if (new ResultValueRules(config, control, type).Fits(value))
        {
            return null;
        }

        if (type is "rectangle" or "rectanglelabels" && ResultValueRules.OutOfBounds(value) is { Length: > 0 } fields)
        {
            return $"Invalid geometry for control '{from}': {fields} out of bounds [0, 100]";
        }

        var options = control.Labels.Count > 0 ? PythonRepr.Of(control.Labels.Select(label => label.Key)) : $"expected structure: {control.Type}Value";
        return $"Invalid value for control '{from}'. Got: {PythonRepr.Of(value)}. Valid options: {options}";
    }

    private static IEnumerable<string> CheckRelation(JsonElement relation, int index, HashSet<string?> ids)
    {
        foreach (var field in (string[])["type", "direction", "from_id", "to_id"])
        {
            if (!relation.TryGetProperty(field, out _))
            {
                yield return $"Relation {index}: Missing required field '{field}'";
            }
        }

        if (Text(relation, "type") != "relation")
        {
            yield return $"Relation {index}: Type must be 'relation', got '{Display(relation, "type")}'";
        }

        if (!Directions.Contains(Text(relation, "direction")))
        {
            yield return $"Relation {index}: Direction must be one of ('left', 'right', 'bi'), got '{Display(relation, "direction")}'";
        }

        foreach (var field in (string[])["from_id", "to_id"])
        {
            if (relation.TryGetProperty(field, out var id) && !ids.Contains(PythonRepr.Display(id)))
            {
                yield return $"Relation {index}: '{field}' '{PythonRepr.Display(id)}' not found in regions";
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;

    private static string Display(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? PythonRepr.Display(value) : "None";
}
