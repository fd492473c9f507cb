using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>PATCH changes only what is named, so its bodies need no field that creating and replacing need.</summary>
internal static class PatchBodies
{
    /// <summary>Gives PATCH operations request schemas of their own where they share one with required fields.</summary>
    public static void Separate(OpenApiDocument document)
    {
        var bodies = document.Paths.Values.SelectMany(path => path.Operations!)
            .SelectMany(operation => (operation.Value.RequestBody?.Content?.Values ?? []).Select(content => (IsPatch: operation.Key == HttpMethod.Patch, Content: content, Id: (content.Schema as OpenApiSchemaReference)?.Reference.Id)))
            .Where(body => body.Id is not null).ToLookup(body => body.IsPatch);
        var shared = bodies[false].Select(body => body.Id).ToHashSet();
        foreach (var (_, content, id) in bodies[true].Where(body => shared.Contains(body.Id)))
        {
            if (document.Components!.Schemas![id!] is not OpenApiSchema { Required.Count: > 0 } whole) continue;
            var name = "Patched" + id;
            if (!document.Components.Schemas.ContainsKey(name))
            {
                var partial = (OpenApiSchema)whole.CreateShallowCopy();
                partial.Required = null;
                document.AddComponent<IOpenApiSchema>(name, partial);
            }
            content.Schema = new OpenApiSchemaReference(name, document);
        }
    }
}
