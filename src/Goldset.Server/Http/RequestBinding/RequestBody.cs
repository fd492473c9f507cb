using System.Text.Json;
using System.Text.Unicode;

namespace Goldset.Server.Http.RequestBinding;

/// <summary>The fields of a request body, whichever of JSON, form or multipart it came in.</summary>
public sealed class RequestBody
{
    private readonly IFormCollection? form;

    private RequestBody(JsonElement json, IFormCollection? form)
    {
        Json = json;
        this.form = form;
    }

    /// <summary>The JSON value; undefined for forms.</summary>
    public JsonElement Json { get; }

    /// <summary>True for form encodings, in which everything is text.</summary>
    public bool IsForm => form is not null;

    /// <summary>Uploaded files, none for JSON.</summary>
    public IFormFileCollection Files => form?.Files ?? new FormFileCollection();

    /// <summary>Reads the body; an absent one is an empty object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <param name="halfPairs">Texts may hold half of a surrogate pair: who reads the fields looks out for them.</param>
    /// <exception cref="ApiException">400: not JSON; 415: another content type.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancel, bool halfPairs = false)
    {
        if (request.HasFormContentType)
        {
            try
            {
                return new RequestBody(default, await request.ReadFormAsync(cancel));
            }
            catch (InvalidDataException bad)
            {
                throw new ApiException(StatusCodes.Status400BadRequest, $"Multipart form parse error - {bad.Message}");
            }
        }
        var type = request.ContentType;
        var isJson = type is not null && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson)
        {
            if (request.ContentLength is > 0 || (request.ContentLength is null && type is not null))
                throw new ApiException(StatusCodes.Status415UnsupportedMediaType, $"Unsupported media type \"{type}\" in request.");
            return new RequestBody(EmptyObject, null);
        }
        if (request.ContentLength == 0) return new RequestBody(EmptyObject, null);
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancel);
            var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
            // The parser looks at texts only when they are read; what is stored must be readable.
            if (!Utf8.IsValid(bytes.Span)) throw new ApiException(StatusCodes.Status400BadRequest, "JSON parse error - the text is not valid UTF-8");
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 256 });
            if (HalfPairs.InNames(bytes.Span) || (!halfPairs && HalfPairs.InTexts(bytes.Span)))
                throw new ApiException(StatusCodes.Status400BadRequest, "JSON parse error - half of a surrogate pair is no text");
            return new RequestBody(document.RootElement.Clone(), null);
        }
        catch (JsonException bad)
        {
            throw new ApiException(StatusCodes.Status400BadRequest, $"JSON parse error - {JsonReason(bad)}");
        }
    }

    /// <summary>A part of a JSON body, taken for one of its own.</summary>
    public static RequestBody Of(JsonElement json) => new(json, null);

    /// <summary>Whether <paramref name="field"/> was sent.</summary>
    public bool Has(string field) => form is not null
        ? form.ContainsKey(field)
        : Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out _);

    /// <summary>The value of <paramref name="field"/>; a form's text is a JSON string.</summary>
    public bool TryGet(string field, out JsonElement value)
    {
        value = default;
        if (form is null) return Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out value);
        if (!form.TryGetValue(field, out var text)) return false;
        value = JsonSerializer.SerializeToElement(text.LastOrDefault() ?? "");
        return true;
    }

    /// <summary>All values of a form field, in order.</summary>
    public IReadOnlyList<string> FormValues(string field) => form is not null && form.TryGetValue(field, out var all) ? [.. all.Select(v => v ?? "")] : [];

    private static readonly JsonElement EmptyObject = JsonSerializer.SerializeToElement(new { });

    private static string JsonReason(JsonException bad) =>
        $"line {(bad.LineNumber ?? 0) + 1} column {(bad.BytePositionInLine ?? 0) + 1}: the text is not valid JSON";
}
