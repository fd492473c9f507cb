using Goldset.Server.Http;

namespace Goldset.Server.Templates;

/// <summary>The gallery of ready-made labeling configs.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/templates/", () => Json.Result(TemplateGallery.Catalog))
            .WithName("api_templates_list").WithTags("Templates").WithSummary("List labeling templates").Produces<TemplateCatalog>();
        routes.MapGet(TemplateGallery.ImagePath + "{name}", (string name) => TemplateGallery.OpenImage(name) is { } image ? Results.Stream(image, "image/svg+xml") : Results.NotFound())
            .ExcludeFromDescription().AllowAnonymous();
    }
}
