using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.SystemInfo;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>The OpenAPI 3.1 description of all routes below <c>/api</c>, generated from the endpoints' own metadata.</summary>
internal static class ApiDescription
{
    /// <summary>The name under which the document is registered.</summary>
    public const string Document = "api";

    private const string Introduction = """
        The HTTP API of Goldset, compatible with the API of Label Studio.

        # Authentication

        Send the access token of your account with every request: `Authorization: Token <token>`. With a personal access token,
        `POST /api/token/refresh/` gives a short-lived access token, which is sent as `Authorization: Bearer <token>`. Pages of the web app
        use their session cookie; what they send with POST, PUT, PATCH and DELETE repeats the cookie `csrftoken` in the header `X-CSRFToken`.

        # Errors

        An error is answered with a JSON object: `detail` says what happened and, where fields were refused, `validation_errors` lists the
        messages by field. `id` is also in the server's log.

        # Paging

        Lists with `page` and `page_size` answer `count`, `next`, `previous` and `results`.
        """;

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath is { } path && path.StartsWith("api/", StringComparison.Ordinal);
        options.CreateSchemaReferenceId = type => FieldSchema.IsKnown(type.Type) || type.Type == typeof(JsonArray) ? null
            : type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(PageOf<>) ? type.Type.GetGenericArguments()[0].Name + "Page"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(DescribeSchema);
        options.AddOperationTransformer(OperationDescription.Complete);
        options.AddDocumentTransformer(DescribeDocumentAsync);
    });

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (FieldSchema.IsKnown(type)) FieldSchema.Describe(schema, type, Attribute<FieldAttribute>(context.JsonPropertyInfo?.AttributeProvider));
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object) DescribeObject(schema, context.JsonTypeInfo);
        if (Attribute<ShapeAttribute>(context.JsonPropertyInfo?.AttributeProvider) is { } shape) Shapes.Note(schema, shape);
        return Task.CompletedTask;
    }

    private static void DescribeObject(OpenApiSchema schema, JsonTypeInfo type)
    {
        // Requests leave out what they do not change; answers have all fields, but for those that are left out when they are null.
        var isRequest = type.Properties.Any(property => FieldSchema.IsOptional(property.PropertyType));
        bool IsRequired(JsonPropertyInfo property) => isRequest ? Attribute<FieldAttribute>(property.AttributeProvider) is { Required: true } : !IsLeftOut(property);
        schema.Required = type.Properties.Where(IsRequired).Select(property => property.Name).ToHashSet();
        foreach (var property in type.Properties.Where(property => IsLeftOut(property) || property is { Set: null, IsGetNullable: false, AssociatedParameter: null }))
            if (schema.Properties is not null && schema.Properties.TryGetValue(property.Name, out var field) && field is OpenApiSchema own) own.Type &= ~JsonSchemaType.Null;
    }

    private static bool IsLeftOut(JsonPropertyInfo property) => Attribute<JsonIgnoreAttribute>(property.AttributeProvider) is { Condition: JsonIgnoreCondition.WhenWritingNull };

    private static T? Attribute<T>(ICustomAttributeProvider? property) where T : Attribute => property?.GetCustomAttributes(typeof(T), true).OfType<T>().FirstOrDefault();

    private static async Task DescribeDocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "Goldset API", Version = ServerVersion.Api, Description = Introduction, License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The server that the document was fetched from" }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[nameof(ErrorBody)] = await context.GetOrCreateSchemaAsync(typeof(ErrorBody), null, cancel);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["Token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization", Description = "`Token <access token>`" },
            ["Bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "An access token, got for a personal access token." },
            ["Session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.CookieName, Description = "The session of somebody who signed in on the web page." },
        };
        document.Security = [.. document.Components.SecuritySchemes.Keys.Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] })];
        document.Paths = PathsAsRouted(document.Paths, context);
        document.Tags = ApiTags.Of(document.Paths);
        Shapes.AddTo(document);
        Shapes.Refer(document);
        PatchBodies.Separate(document);
        new Examples(document).Add();
    }

    /// <summary>The paths with the slashes at their ends, which clients must send and the generator leaves away.</summary>
    private static OpenApiPaths PathsAsRouted(OpenApiPaths generated, OpenApiDocumentTransformerContext context)
    {
        var slashed = context.DescriptionGroups.SelectMany(group => group.Items).Where(endpoint => endpoint.RelativePath!.EndsWith('/'))
            .Select(endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName).ToHashSet();
        var paths = new OpenApiPaths();
        foreach (var (path, item) in generated.OrderBy(path => path.Key, StringComparer.Ordinal))
            foreach (var (method, operation) in item.Operations!)
            {
                var routed = path.TrimEnd('/') + (slashed.Contains(operation.OperationId) ? "/" : "");
                if (!paths.TryGetValue(routed, out var target)) paths[routed] = target = new OpenApiPathItem();
                ((OpenApiPathItem)target).AddOperation(method, operation);
            }
        return paths;
    }
}
