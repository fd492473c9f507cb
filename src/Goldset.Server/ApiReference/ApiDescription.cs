using System.Reflection;
using System.Text.Json;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.SystemInfo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
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
        options.CreateSchemaReferenceId = type => FieldSchema.IsKnown(type.Type) ? null
            : type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(PageOf<>) ? type.Type.GetGenericArguments()[0].Name + "Page"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(DescribeSchema);
        options.AddOperationTransformer(DescribeOperation);
        options.AddDocumentTransformer(DescribeDocumentAsync);
    });

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (FieldSchema.IsKnown(type))
        {
            FieldSchema.Describe(schema, type, Rules(context.JsonPropertyInfo?.AttributeProvider));
            return Task.CompletedTask;
        }
        var required = context.JsonTypeInfo.Properties.Where(property => FieldSchema.IsOptional(property.PropertyType) && Rules(property.AttributeProvider) is { Required: true });
        foreach (var property in required) (schema.Required ??= new HashSet<string>()).Add(property.Name);
        return Task.CompletedTask;
    }

    private static FieldAttribute? Rules(ICustomAttributeProvider? property) => property?.GetCustomAttributes(typeof(FieldAttribute), true).OfType<FieldAttribute>().FirstOrDefault();

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in metadata.OfType<QueryParameter>()) (operation.Parameters ??= []).Add(Parameter(parameter));
        var isPublic = metadata.OfType<IAllowAnonymous>().Any();
        var document = context.Document;
        operation.Responses ??= [];
        if (operation.RequestBody is not null || metadata.OfType<QueryParameter>().Any()) AddError(400, "The request was refused");
        if (!isPublic) AddError(401, "Nobody is signed in");
        if (metadata.OfType<RequiredRole>().LastOrDefault() is { } required) AddError(403, $"The caller's role is below {required.Role}");
        if (context.Description.RelativePath!.Contains('{', StringComparison.Ordinal)) AddError(404, "There is no such object in the caller's organization");
        if (isPublic) operation.Security = [];
        return Task.CompletedTask;

        void AddError(int status, string text) => operation.Responses.TryAdd($"{status}", new OpenApiResponse
        {
            Description = text,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorBody), document) } },
        });
    }

    private static OpenApiParameter Parameter(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.Required,
        Style = ParameterStyle.Form,
        // Lists are one value with commas.
        Explode = false,
        Schema = parameter.Type switch
        {
            QueryType.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            QueryType.Switch => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            QueryType.Integers => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" } },
            QueryType.Names => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };

    private static async Task DescribeDocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "Goldset API", Version = ServerVersion.Api, Description = Introduction, License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
        // Relative to wherever the document was fetched from.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[nameof(ErrorBody)] = await context.GetOrCreateSchemaAsync(typeof(ErrorBody), null, cancel);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["Token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization", Description = "Token <access token>" },
            ["Bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            ["Session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.CookieName },
        };
        document.Security = [.. document.Components.SecuritySchemes.Keys.Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] })];
        document.Paths = PathsAsRouted(document.Paths, context);
        document.Tags = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name!).Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
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
