using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Server.Http;

namespace Goldset.Server.DataManager.Actions;

/// <summary>
/// An expression for the value of a field, task by task: one of five functions with constants as arguments. It is parsed, never run as code.
/// </summary>
internal sealed partial class FieldExpression
{
    /// <summary>The forms there are.</summary>
    public const string Examples =
        "range(2) or sample() or random(<min_int>, <max_int>) or choices([\"<value1>\", \"<value2>\", ...], [<weight1>, <weight2>, ...]) or replace(\"old-string\", \"new-string\")";

    private readonly string function;
    private readonly long[] numbers;
    private readonly string[] texts;
    private readonly double[] bounds;

    private FieldExpression(string function, long[]? numbers = null, string[]? texts = null, double[]? bounds = null) =>
        (this.function, this.numbers, this.texts, this.bounds) = (function, numbers ?? [], texts ?? [], bounds ?? []);

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="ValidationException">It is no expression.</exception>
    public static FieldExpression Parse(string text)
    {
        if (Call().Match(text) is not { Success: true } call) throw Wrong("Expression must use the form command(arguments).");
        var arguments = Arguments(call.Groups["arguments"].Value);
        switch (call.Groups["function"].Value)
        {
            case "range":
                return arguments is [var start] && Whole(start) is { } first ? new FieldExpression("range", [first]) : throw Wrong("range(start:int) requires one start argument.");
            case "sample":
                return arguments.Count == 0 ? new FieldExpression("sample") : throw Wrong("sample() does not accept arguments.");
            case "random":
                if (arguments is not [var least, var most] || Whole(least) is not { } min || Whole(most) is not { } max) throw Wrong("random(min, max) requires two arguments.");
                return min <= max && max < long.MaxValue ? new FieldExpression("random", [min, max]) : throw Wrong("random(min, max): min must not be greater than max.");
            case "choices":
                return Choices(arguments);
            case "replace":
                if (arguments is not [JsonValue before, JsonValue after] || !before.TryGetValue<string>(out var old) || !after.TryGetValue<string>(out var replacement))
                    throw Wrong("replace(old_value, new_value) requires two arguments.");
                return old.Length > 0 ? new FieldExpression("replace", texts: [old, replacement]) : throw Wrong("replace(old_value, new_value): the old value must not be empty.");
            default:
                throw new ValidationException("Undefined expression, you can use: " + Examples);
        }
    }

    /// <summary>Gives the value for a task, by its place among <paramref name="count"/> tasks and its data, as JSON; null where it gets none.</summary>
    /// <param name="count">Number of tasks.</param>
    /// <param name="field">The field.</param>
    public Func<int, string, string?> For(int count, string field)
    {
        switch (function)
        {
            case "range":
                return (place, _) => Text(numbers[0] + place);
            case "sample":
                var numbering = new int[count];
                for (var i = 0; i < count; i++) numbering[i] = i;
                Random.Shared.Shuffle(numbering);
                return (place, _) => Text(numbering[place]);
            case "random":
                return (_, _) => Text(Random.Shared.NextInt64(numbers[0], numbers[1] + 1));
            case "choices":
                return (_, _) => texts[Drawn()];
            default:
                return (_, data) => Replaced(data, field);
        }
    }

    private static FieldExpression Choices(List<JsonNode?> arguments)
    {
        if (arguments.Count is not (1 or 2) || arguments[0] is not JsonArray { Count: > 0 } values || (arguments.Count == 2 && arguments[1] is not JsonArray))
            throw Wrong("choices(values:list, weights:list) requires one or two arguments.");
        var sum = 0d;
        var bounds = new double[values.Count];
        for (var i = 0; i < bounds.Length; i++)
        {
            var weight = arguments.Count == 1 ? 1 : arguments[1] is JsonArray list && list.Count == bounds.Length && list[i] is JsonValue number && number.TryGetValue<double>(out var given) ? given : -1;
            if (weight < 0 || !double.IsFinite(sum + weight)) throw Wrong("choices(values:list, weights:list): each value needs a weight of 0 or more.");
            bounds[i] = sum += weight;
        }
        if (sum <= 0) throw Wrong("choices(values:list, weights:list): some weight must be greater than 0.");
        return new FieldExpression("choices", texts: [.. values.Select(value => value?.ToJsonString(Json.Options) ?? "null")], bounds: bounds);
    }

    private int Drawn()
    {
        var at = Random.Shared.NextDouble() * bounds[^1];
        return Array.FindIndex(bounds, bound => at < bound);
    }

    private string? Replaced(string data, string field)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonSerializer.Serialize(value.GetString()!.Replace(texts[0], texts[1], StringComparison.Ordinal), Json.Options)
            : null;
    }

    /// <summary>The arguments as JSON; texts may stand in single quotes.</summary>
    private static List<JsonNode?> Arguments(string text)
    {
        foreach (var attempt in (string[])[text, text.Replace('\'', '"')])
            try
            {
                if (JsonNode.Parse($"[{attempt}]") is JsonArray list) return [.. list];
            }
            catch (JsonException)
            {
                // The other quotes may do.
            }
        throw Wrong("The arguments must be numbers, texts in quotes, or lists of them.");
    }

    private static long? Whole(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) && Math.Abs(number) <= int.MaxValue * 1024L ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static ValidationException Wrong(string message) => new("value", message);

    [GeneratedRegex(@"^\s*(?<function>\w+)\s*\((?<arguments>.*)\)\s*$", RegexOptions.Singleline)]
    private static partial Regex Call();
}
