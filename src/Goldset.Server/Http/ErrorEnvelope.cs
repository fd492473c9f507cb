using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Goldset.Server.SystemInfo;
using Microsoft.AspNetCore.Http.Features;

namespace Goldset.Server.Http;

/// <summary>The body of every error below <c>/api</c>. Only documents the shape; <see cref="ErrorEnvelope"/> writes it.</summary>
/// <param name="Id">A UUID, also in the server's log.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Version">The API version.</param>
/// <param name="Detail">What happened.</param>
/// <param name="ExcInfo">Always null: traces stay in the server's log.</param>
/// <param name="ValidationErrors">Messages by field, when the request's content was refused.</param>
public sealed record ErrorBody(string Id, int StatusCode, string Version, string Detail, string? ExcInfo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Shape("ValidationErrors")] Dictionary<string, object>? ValidationErrors);

/// <summary>Turns refusals, unknown routes and unexpected failures into the error envelope.</summary>
public sealed partial class ErrorEnvelope(RequestDelegate next, ILogger<ErrorEnvelope> log)
{
    /// <summary>Middleware.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            await CoverBareStatusAsync(http);
        }
        catch (ApiException refusal) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, refusal.Status, refusal.Detail, (refusal as ValidationException)?.Errors);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            var tooLarge = bad.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await WriteAsync(http, bad.StatusCode, tooLarge ? "The request body is larger than the server accepts." : bad.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception unexpected) when (!http.Response.HasStarted)
        {
            var id = Guid.NewGuid();
            Failed(log, unexpected, id, http.Request.Method, http.Request.Path);
            await WriteAsync(http, StatusCodes.Status500InternalServerError,
                "The server could not complete the request. Its log has the details under this error's id.", id: id);
        }
    }

    /// <summary>Writes the envelope.</summary>
    public static Task WriteAsync(HttpContext http, int status, string detail, ValidationErrors? errors = null, Guid? id = null)
    {
        http.Response.Clear();
        ResponseHeaders.Apply(http.Response);
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Token";
        var body = new JsonObject
        {
            ["id"] = (id ?? Guid.NewGuid()).ToString(),
            ["status_code"] = status,
            ["version"] = ServerVersion.Api,
            ["detail"] = detail,
            ["exc_info"] = null,
        };
        if (errors is not null) body["validation_errors"] = errors.ToJson();
        return http.Response.WriteAsJsonAsync(body, Json.Options, "application/json");
    }

    // Routing answers unknown paths and methods with a bare status; clients of the API get a body all the same.
    private static async Task CoverBareStatusAsync(HttpContext http)
    {
        var response = http.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null) return;
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return;
        if (http.Features.Get<IHttpResponseBodyFeature>()?.Writer.UnflushedBytes > 0) return;
        var allow = response.Headers.Allow;
        await WriteAsync(http, response.StatusCode, response.StatusCode switch
        {
            StatusCodes.Status404NotFound when EnterpriseRoutes.Has(http.Request.Path) => "Not found: this is part of Label Studio Enterprise, which Goldset does not have yet.",
            StatusCodes.Status404NotFound => "Not found.",
            StatusCodes.Status405MethodNotAllowed => $"Method \"{http.Request.Method}\" not allowed.",
            StatusCodes.Status415UnsupportedMediaType => $"Unsupported media type \"{http.Request.ContentType}\" in request.",
            _ => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(response.StatusCode),
        });
    }

    [LoggerMessage(LogLevel.Error, "Error {Id}: {Method} {Path} failed")]
    private static partial void Failed(ILogger log, Exception error, Guid id, string method, string path);
}
