using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Goldset.Server.Http;

/// <summary>How the API reads and writes JSON.</summary>
public static class Json
{
    /// <summary>Snake case, nulls written, letters of all scripts as they are.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>For hand-driven writers: the values were validated on the way in.</summary>
    public static readonly JsonWriterOptions Writer = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>An answer with <paramref name="value"/> as JSON.</summary>
    public static IResult Result<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, "application/json", status);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            PropertyNameCaseInsensitive = false,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
