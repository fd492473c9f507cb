using Goldset.Server.Http;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>The schemas of JSON that the server passes through untyped, from <c>shapes.json</c>.</summary>
internal static class Shapes
{
    private const string Mark = "goldset-shape";

    /// <summary>Adds the schemas to the document's components.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        using var stream = typeof(Shapes).Assembly.GetManifestResourceStream("ApiReference/shapes.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        foreach (var (name, schema) in OpenApiDocument.Load(memory, "json").Document!.Components!.Schemas!)
            document.AddComponent(name, schema);
    }

    /// <summary>Notes that a field is of this shape; only whole documents can hold references.</summary>
    public static void Note(OpenApiSchema field, ShapeAttribute shape) => (field.Metadata ??= new Dictionary<string, object>())[Mark] = shape;

    /// <summary>Puts references where fields were noted.</summary>
    public static void Refer(OpenApiDocument document)
    {
        foreach (var component in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
            foreach (var (name, field) in component.Properties?.ToList() ?? [])
                if (field is OpenApiSchema { Metadata: { } metadata } && metadata.TryGetValue(Mark, out var noted))
                    component.Properties![name] = Reference((ShapeAttribute)noted, field.Description, document);
    }

    private static IOpenApiSchema Reference(ShapeAttribute shape, string? description, OpenApiDocument document)
    {
        var reference = new OpenApiSchemaReference(shape.Name, document);
        if (shape.Null) return new OpenApiSchema { Description = description, OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] };
        if (description is not null) reference.Description = description;
        return reference;
    }
}
