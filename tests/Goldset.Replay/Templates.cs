using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>The variables of a running scenario, and putting them in place of <c>{{name}}</c>.</summary>
internal sealed partial class Templates
{
    // Masked in the recording: these can only be sent when an earlier step saved them.
    private static readonly HashSet<string> Masked = ["jwt", "cookie"];

    private readonly Dictionary<string, JsonNode?> values = [];
    private readonly HashSet<string> saved;

    /// <param name="initial">Variables known from the start.</param>
    /// <param name="saved">The names that steps of this scenario save.</param>
    public Templates(IReadOnlyDictionary<string, string> initial, IEnumerable<string> saved)
    {
        this.saved = [.. saved];
        foreach (var (name, value) in initial)
            values[name] = value;
    }

    /// <summary>
    /// Keeps the value at a dotted path (<c>tasks.0.id</c>) of a reply. What is not there keeps its old value, or becomes 0 as in the recording.
    /// </summary>
    public void Save(string name, JsonElement? body, string path)
    {
        if (body is { } root && Find(root, path) is { } value)
            values[name] = JsonNode.Parse(value.GetRawText());
        else
            values.TryAdd(name, 0);
    }

    /// <summary>The text with every variable replaced.</summary>
    /// <exception cref="UnsavedVariableException">A variable has no value, because the recording masks it or an earlier step failed.</exception>
    public string Render(string template) => Variable().Replace(template, match => Text(match.Groups[1].Value, match.Value));

    /// <summary>The value with every variable replaced; a text that is one variable alone takes the variable's type.</summary>
    /// <exception cref="UnsavedVariableException">A variable has no value.</exception>
    public JsonNode? Render(JsonElement template)
    {
        switch (template.ValueKind)
        {
            case JsonValueKind.String:
                var text = template.GetString()!;
                return WholeVariable().Match(text) is { Success: true } match && values.TryGetValue(match.Groups[1].Value, out var value)
                    ? value?.DeepClone()
                    : JsonValue.Create(Render(text));
            case JsonValueKind.Array:
                return new JsonArray([.. template.EnumerateArray().Select(Render)]);
            case JsonValueKind.Object:
                return new JsonObject(template.EnumerateObject().Select(property => KeyValuePair.Create(Render(property.Name), Render(property.Value))));
            default:
                return JsonNode.Parse(template.GetRawText());
        }
    }

    private string Text(string name, string unchanged)
    {
        if (values.TryGetValue(name, out var value))
            return value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "None";

        if (Masked.Contains(name))
            throw new UnsavedVariableException($"the recording masks a {name} here");

        if (name == "hex40")
            return new string('f', 40);

        return saved.Contains(name) ? throw new UnsavedVariableException($"variable {name} was not saved") : unchanged;
    }

    private static JsonElement? Find(JsonElement value, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < value.GetArrayLength())
                value = value[index];
            else if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
                return null;
        }

        return value;
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A\{\{(\w+)\}\}\z")]
    private static partial Regex WholeVariable();
}

/// <summary>A request needs a value that no earlier step provided.</summary>
internal sealed class UnsavedVariableException(string message) : Exception(message);
