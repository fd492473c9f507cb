using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>Examples of what is sent and answered, made from the schemas and the usual values of fields in <c>examples.json</c>.</summary>
internal sealed class Examples(OpenApiDocument document)
{
    // Deeper objects are rarely of interest, and a schema may contain itself.
    private const int MaxDepth = 6;

    private readonly JsonObject fields = ReadFields();

    /// <summary>Gives each body of JSON an example.</summary>
    public void Add()
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            Add(operation.RequestBody?.Content, isAnswer: false);
            foreach (var (status, answer) in operation.Responses!)
                if (status[0] == '2') Add(answer.Content, isAnswer: true);
        }
    }

    private static JsonObject ReadFields()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("ApiReference/examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private void Add(IDictionary<string, OpenApiMediaType>? content, bool isAnswer)
    {
        if (content is not null && content.TryGetValue("application/json", out var json) && json.Schema is { } schema) json.Example = Of(schema, "", isAnswer, 0);
    }

    private JsonNode? Of(IOpenApiSchema schema, string name, bool isAnswer, int depth)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id }) schema = document.Components!.Schemas![id];
        if (schema.Examples is [{ } given, ..]) return given.DeepClone();
        if (schema.AllOf is { Count: > 0 } parts) return Merged(parts.Select(part => Of(part, name, isAnswer, depth)));
        if ((schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(option => option.Type != JsonSchemaType.Null) is { } option) return Of(option, name, isAnswer, depth);
        var type = schema.Type & ~JsonSchemaType.Null;
        if (type is JsonSchemaType.Object or JsonSchemaType.Array)
        {
            if (depth >= MaxDepth) return type == JsonSchemaType.Object ? new JsonObject() : new JsonArray();
            if (type == JsonSchemaType.Array) return schema.Items is null || Of(schema.Items, name, isAnswer, depth + 1) is not { } item ? new JsonArray() : new JsonArray(item);
            return Object(schema, isAnswer, depth);
        }
        if (fields.TryGetPropertyValue(name, out var usual) && Fits(usual, schema)) return usual?.DeepClone();
        if (schema.Enum is [{ } first, ..]) return first.DeepClone();
        return type switch
        {
            JsonSchemaType.String => schema.Format switch { "date-time" => "2026-01-15T09:30:00.000000Z", "email" => "ann@example.com", "uri" => "https://example.com", _ => "text" },
            JsonSchemaType.Integer => 1,
            JsonSchemaType.Number => 0.5,
            JsonSchemaType.Boolean => false,
            _ => null,
        };
    }

    private JsonObject Object(IOpenApiSchema schema, bool isAnswer, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, field) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var value = Of(field, name, isAnswer, depth + 1);
            // A request need not name what it leaves as it is.
            if (isAnswer || schema.Required?.Contains(name) == true || value is not null) made[name] = value;
        }
        if (made.Count == 0 && schema.AdditionalProperties is { } values) made["name"] = Of(values, "name", isAnswer, depth + 1);
        return made;
    }

    private static JsonObject Merged(IEnumerable<JsonNode?> parts)
    {
        var merged = new JsonObject();
        foreach (var part in parts.OfType<JsonObject>())
            foreach (var (name, value) in part)
                merged[name] = value?.DeepClone();
        return merged;
    }

    private static bool Fits(JsonNode? value, IOpenApiSchema schema) =>
        schema.Enum is { Count: > 0 } choices ? choices.Any(choice => JsonNode.DeepEquals(choice, value)) : schema.Type is not { } type || FitsType(value, schema, type);

    private static bool FitsType(JsonNode? value, IOpenApiSchema schema, JsonSchemaType type) => value?.GetValueKind() switch
    {
        null => type.HasFlag(JsonSchemaType.Null),
        JsonValueKind.String => type.HasFlag(JsonSchemaType.String) && schema.Format != "date-time",
        JsonValueKind.Number => type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number),
        JsonValueKind.True or JsonValueKind.False => type.HasFlag(JsonSchemaType.Boolean),
        _ => false,
    };
}
