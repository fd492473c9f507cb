namespace Goldset.Server.Http;

/// <summary>Endpoint metadata: a body whose schema is in <c>ApiReference/shapes.json</c>.</summary>
/// <param name="Shape">The schema's name.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="Status">Status of the answer; null: it is the request's body.</param>
public sealed record ShapedContent(string Shape, string ContentType, int? Status);

/// <summary>Endpoint metadata: success is answered with 200 and no body.</summary>
public sealed record EmptyAnswer;
