namespace Goldset.Server.Http;

/// <summary>
/// A refusal that the client is told about in the error envelope. Thrown from anywhere below an API endpoint.
/// </summary>
public class ApiException(int status, string detail) : Exception(detail)
{
    /// <summary>HTTP status, 400 to 599.</summary>
    public int Status { get; } = status;

    /// <summary>The envelope's <c>detail</c>.</summary>
    public string Detail { get; } = detail;

    /// <summary>An object that is not there, or not the caller's to see: <c>No Task matches the given query.</c></summary>
    public static ApiException NoMatch(string model) => new(StatusCodes.Status404NotFound, $"No {model} matches the given query.");

    /// <summary>404 with the general text.</summary>
    public static ApiException NotFound() => new(StatusCodes.Status404NotFound, "Not found.");

    /// <summary>404 for a page that does not exist.</summary>
    public static ApiException InvalidPage() => new(StatusCodes.Status404NotFound, "Invalid page.");

    /// <summary>403 with the general text.</summary>
    public static ApiException Forbidden() => new(StatusCodes.Status403Forbidden, "You do not have permission to perform this action.");
}

/// <summary>A 400 whose envelope lists what is wrong, field by field.</summary>
public sealed class ValidationException(ValidationErrors errors) : ApiException(StatusCodes.Status400BadRequest, "Validation error")
{
    /// <summary>What is wrong.</summary>
    public ValidationErrors Errors { get; } = errors;

    /// <summary>One message about one field.</summary>
    public ValidationException(string field, string message) : this(new ValidationErrors().Add(field, message)) { }

    /// <summary>One message about the request as a whole.</summary>
    public ValidationException(string message) : this(ValidationErrors.NonField, message) { }
}
