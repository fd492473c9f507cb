namespace Goldset.Server.Http;

/// <summary>How endpoints describe themselves.</summary>
public static class EndpointDescription
{
    /// <summary>The endpoint reads <typeparamref name="T"/> from JSON, a form or multipart; other content types get 415.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint) where T : notnull =>
        endpoint.Accepts<T>("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

    /// <summary>The endpoint reads a query parameter.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, string name, QueryType type, string description, bool required = false) =>
        endpoint.WithMetadata(new QueryParameter(name, type, description, required));

    /// <summary>The endpoint answers page by page, see <see cref="Paging"/>.</summary>
    public static RouteHandlerBuilder TakesPage(this RouteHandlerBuilder endpoint) => endpoint
        .TakesQuery("page", QueryType.Integer, "Number of the page, from 1")
        .TakesQuery("page_size", QueryType.Integer, "Items per page");

    /// <summary>The change can be tied to a known state, see <see cref="Revision"/>.</summary>
    public static RouteHandlerBuilder TakesRevision(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RevisionCheck());

    /// <summary>The answer can be cut down, see <see cref="FieldSelection"/>.</summary>
    public static RouteHandlerBuilder TakesFieldSelection(this RouteHandlerBuilder endpoint) => endpoint
        .TakesQuery("include", QueryType.Names, "Only these fields of each object")
        .TakesQuery("omit", QueryType.Names, "All fields but these");

    /// <summary>The endpoint reads a body of the shape, see <see cref="ShapeAttribute"/>.</summary>
    public static RouteHandlerBuilder TakesShape(this RouteHandlerBuilder endpoint, string shape, string contentType = "application/json") =>
        endpoint.WithMetadata(new ShapedContent(shape, contentType, Status: null));

    /// <summary>The endpoint reads one file from a multipart body.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint.TakesShape("FileForm", "multipart/form-data");

    /// <summary>The endpoint answers JSON of the shape, see <see cref="ShapeAttribute"/>.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, string shape, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new ShapedContent(shape, "application/json", status));

    /// <summary>The endpoint answers 200 without a body.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new EmptyAnswer());
}
