using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Goldset.Server.ApiReference;

/// <summary>What the generator cannot see of an endpoint: parameters read by hand, untyped bodies, errors.</summary>
internal static class OperationDescription
{
    private const string JsonType = "application/json";

    /// <summary>What an id in an address belongs to, by the part before it, where that is no plain plural.</summary>
    private static readonly Dictionary<string, string> Owners = new(StringComparer.Ordinal)
    {
        ["views"] = "tab",
        ["file-upload"] = "upload",
        ["label_links"] = "label link",
        ["ml"] = "back end",
        ["memberships"] = "user",
    };

    /// <summary>Operation transformer.</summary>
    public static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var path = context.Description.RelativePath!;
        operation.Responses ??= [];
        AddParameters(operation, path, metadata);
        AddBodies(operation, metadata, context.Document!);
        if (metadata.OfType<EmptyAnswer>().Any()) operation.Responses["200"] = new OpenApiResponse { Description = "Done; the answer has no body" };
        AddErrors(operation, path, metadata, context.Document!);
        return Task.CompletedTask;
    }

    private static void AddParameters(OpenApiOperation operation, string path, IList<object> metadata)
    {
        operation.Parameters ??= [];
        var parts = path.Split('/');
        foreach (var (index, part) in parts.Index().Where(part => part.Item.StartsWith('{')))
        {
            var name = part.Trim('{', '}').Split(':')[0];
            if (operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(known => known.In == ParameterLocation.Path && known.Name == name) is not { } parameter)
                operation.Parameters.Insert(0, parameter = new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" } });
            parameter.Description ??= $"Id of the {Owner(parts[index - 1])}";
        }
        foreach (var parameter in metadata.OfType<QueryParameter>()) operation.Parameters.Add(Query(parameter));
        if (metadata.OfType<RevisionCheck>().Any())
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Description = "The `updated_at` that the change is based on, in quotes: refused when the object was changed meanwhile",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        if (operation.Parameters.Count == 0) operation.Parameters = null;
    }

    private static string Owner(string part) => Owners.TryGetValue(part, out var owner) ? owner
        : part.EndsWith('s') && part.Length > 3 && part != "localfiles" && part != "redis" && part != "gcs" ? part[..^1]
        : "storage";

    private static void AddBodies(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        var bodies = metadata.OfType<ShapedContent>().ToList();
        foreach (var answers in bodies.Where(body => body.Status is not null).GroupBy(body => $"{body.Status}"))
            operation.Responses![answers.Key] = new OpenApiResponse { Description = answers.Key == "201" ? "Created" : "OK", Content = Content(answers) };
        if (bodies.Any(body => body.Status is null))
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(bodies.Where(body => body.Status is null)) };
        // The generator leaves out files, which have no type in code.
        foreach (var file in metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.ContentTypes.Any(type => type != JsonType)))
            if (operation.Responses!.TryGetValue($"{file.StatusCode}", out var answer) && answer is OpenApiResponse own)
                own.Content = file.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });

        Dictionary<string, OpenApiMediaType> Content(IEnumerable<ShapedContent> shaped) =>
            shaped.ToDictionary(body => body.ContentType, body => new OpenApiMediaType { Schema = new OpenApiSchemaReference(body.Shape, document) });
    }

    private static void AddErrors(OpenApiOperation operation, string path, IList<object> metadata, OpenApiDocument document)
    {
        var isPublic = metadata.OfType<IAllowAnonymous>().Any();
        if (operation.RequestBody is not null || metadata.OfType<QueryParameter>().Any()) Add(400, "Refused", "The request was refused");
        if (isPublic) Add(401, "WrongToken", "The token that was sent is not valid");
        else Add(401, "NotSignedIn", "Nobody is signed in");
        if (metadata.OfType<RequiredRole>().LastOrDefault() is { } required) Add(403, $"Below{required.Role}", $"The caller's role is below {required.Role}");
        else if (!isPublic) Add(403, "NotAllowed", "The caller may not do this");
        if (path.Contains('{', StringComparison.Ordinal)) Add(404, "NotFound", "There is no such object in the caller's organization");
        if (metadata.OfType<RevisionCheck>().Any()) Add(412, "ChangedMeanwhile", "The object is not in the state of `If-Match`");
        if (isPublic) operation.Security = [];

        void Add(int status, string name, string text)
        {
            document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType> { [JsonType] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorBody), document) } },
            });
            operation.Responses!.TryAdd($"{status}", new OpenApiResponseReference(name, document));
        }
    }

    private static OpenApiParameter Query(QueryParameter parameter) => new()
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
}
