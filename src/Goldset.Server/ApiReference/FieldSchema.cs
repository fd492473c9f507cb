using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>JSON schemas of our own field types, by the rules that <see cref="RequestBinder"/> applies.</summary>
internal static class FieldSchema
{
    /// <summary>Whether the type is described here, in place, and not as a component.</summary>
    public static bool IsKnown(Type type) => type == typeof(RawJson) || type == typeof(JsonElement) || type == typeof(Timestamp) || type == typeof(Timestamp?) || IsOptional(type);

    /// <summary>Whether the type is an <see cref="Optional{T}"/>.</summary>
    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>Makes <paramref name="schema"/> describe <paramref name="type"/>, an <see cref="IsKnown">own</see> type.</summary>
    public static void Describe(OpenApiSchema schema, Type type, FieldAttribute? rules)
    {
        if (IsOptional(type)) type = type.GetGenericArguments()[0];
        // What our types are to the server's code says nothing about the field.
        else schema.Description = null;
        rules ??= new FieldAttribute();
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        schema.Properties = null;
        schema.Required = null;
        schema.Items = null;
        schema.Format = null;
        schema.Type = null;
        if (inner == typeof(JsonElement) || inner == typeof(RawJson)) return;
        if (inner == typeof(string)) DescribeText(schema, rules);
        else if (inner == typeof(bool)) schema.Type = JsonSchemaType.Boolean;
        else if (inner == typeof(int) || inner == typeof(long)) DescribeWhole(schema, rules, inner == typeof(int) ? "int32" : "int64");
        else if (inner == typeof(double)) (schema.Type, schema.Format) = (JsonSchemaType.Number, "double");
        else if (inner == typeof(Timestamp)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (inner == typeof(IReadOnlyList<long>)) (schema.Type, schema.Items) = (JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" });
        else throw new InvalidOperationException($"Request fields of type {inner} are not described.");
        if (rules.Null || inner != type) schema.Type |= JsonSchemaType.Null;
    }

    private static void DescribeText(OpenApiSchema schema, FieldAttribute rules)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = rules.Email ? "email" : rules.Url ? "uri" : null;
        schema.MaxLength = rules.MaxLength > 0 ? rules.MaxLength : null;
        // A text that may be blank has no least length, whatever it must have otherwise.
        schema.MinLength = rules.Blank ? null : Math.Max(1, rules.MinLength);
        if (rules.Choices is null) return;
        schema.MinLength = null;
        schema.Enum = [.. rules.Choices.Select(choice => (JsonNode)choice)];
        if (rules.Null) schema.Enum.Add(JsonNullSentinel.JsonNull);
    }

    private static void DescribeWhole(OpenApiSchema schema, FieldAttribute rules, string format)
    {
        (schema.Type, schema.Format) = (JsonSchemaType.Integer, format);
        if (rules.MinValue > long.MinValue) schema.Minimum = rules.MinValue.ToString(CultureInfo.InvariantCulture);
        if (rules.MaxValue < long.MaxValue) schema.Maximum = rules.MaxValue.ToString(CultureInfo.InvariantCulture);
    }
}
