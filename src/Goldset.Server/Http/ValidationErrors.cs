using System.Text.Json.Nodes;

namespace Goldset.Server.Http;

/// <summary>Messages by field, as the envelope's <c>validation_errors</c> shows them.</summary>
public sealed class ValidationErrors
{
    /// <summary>The key for messages about the request as a whole.</summary>
    public const string NonField = "non_field_errors";

    private readonly Dictionary<string, JsonNode> fields = new(StringComparer.Ordinal);

    /// <summary>True when there is nothing wrong.</summary>
    public bool IsEmpty => fields.Count == 0;

    /// <summary>Adds a message to <paramref name="field"/>.</summary>
    public ValidationErrors Add(string field, string message)
    {
        if (fields.TryGetValue(field, out var node) && node is JsonArray list) list.Add((JsonNode)message);
        else fields[field] = new JsonArray((JsonNode)message);
        return this;
    }

    /// <summary>Sets the messages of <paramref name="field"/> in a form of their own: a text instead of a list, or nested objects.</summary>
    public ValidationErrors Set(string field, JsonNode messages)
    {
        fields[field] = messages;
        return this;
    }

    /// <summary>All messages, without the fields they are about.</summary>
    public IEnumerable<string> Messages => fields.Values.SelectMany(Texts);

    /// <summary>Throws when anything has been added.</summary>
    public void ThrowIfAny()
    {
        if (!IsEmpty) throw new ValidationException(this);
    }

    /// <summary>The JSON object.</summary>
    public JsonObject ToJson() => new(fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.DeepClone())));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
