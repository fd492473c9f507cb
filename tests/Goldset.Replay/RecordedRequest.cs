using System.Text.Json;

namespace Goldset.Replay;

/// <summary>
/// A request as recorded. The plain members hold what was sent then; the <c>template</c> members, which win, hold variables in place of saved values.
/// </summary>
public sealed class RecordedRequest(JsonElement json)
{
    /// <summary>HTTP method.</summary>
    public string Method => json.GetProperty("method").GetString()!;

    /// <summary>The path and query sent then.</summary>
    public string Path => json.GetProperty("path").GetString()!;

    /// <summary>The path and query to send now, with variables.</summary>
    public string PathTemplate => (Member("path_template") ?? json.GetProperty("path")).GetString()!;

    /// <summary>Header names and values, with variables.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var header in Properties("headers").Concat(Properties("headers_template")))
                headers[header.Name] = header.Value.GetString()!;

            return headers;
        }
    }

    /// <summary>Whether cookies are kept and sent from here on.</summary>
    public bool UsesCookies => (Member("cookies")?.GetBoolean() ?? false) || Headers.ContainsKey("Cookie");

    /// <summary>The JSON body, with variables.</summary>
    public JsonElement? Body => Member("body_template") ?? Member("body");

    /// <summary>The parts of a multipart body: <c>[{name, filename, content_type, content | content_base64}]</c>.</summary>
    public JsonElement? Multipart => Member("multipart");

    /// <summary>The fields of a form, with variables.</summary>
    public JsonElement? Form => Member("form_template") ?? Member("form");

    /// <summary>A body that is sent as it is; U+FFFD stands for a byte that is no UTF-8.</summary>
    public string? BodyText => Member("body_text")?.GetString();

    private JsonElement? Member(string name) => json.TryGetProperty(name, out var value) ? value : null;

    private IEnumerable<JsonProperty> Properties(string name) => Member(name)?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>();
}
