using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Server.Http;

/// <summary>
/// Which top-level keys of the answer a client wants: <c>?include=a,b</c> (also <c>include[]=a</c>) or <c>?omit=a,b</c>.
/// </summary>
public sealed class FieldSelection
{
    private readonly HashSet<string>? include;
    private readonly HashSet<string>? omit;

    private FieldSelection(HashSet<string>? include, HashSet<string>? omit)
    {
        this.include = include;
        this.omit = omit;
    }

    /// <summary>Everything.</summary>
    public static FieldSelection All { get; } = new(null, null);

    /// <summary>True when nothing is left out.</summary>
    public bool IsAll => include is null && omit is null;

    /// <summary>Reads <c>include</c> and <c>omit</c> from the query; <paramref name="includeKey"/> may name another parameter.</summary>
    public static FieldSelection From(HttpRequest request, string includeKey = "include")
    {
        var include = Read(request, includeKey);
        var omit = Read(request, "omit");
        return include is null && omit is null ? All : new FieldSelection(include, omit);
    }

    /// <summary>Whether <paramref name="field"/> is wanted.</summary>
    public bool Has(string field) => (include is null || include.Contains(field)) && (omit is null || !omit.Contains(field));

    /// <summary>Whether <paramref name="field"/> was asked for by name.</summary>
    public bool Names(string field) => include is not null && include.Contains(field);

    /// <summary>Serialises <paramref name="value"/> without the keys that are not wanted.</summary>
    public JsonNode Apply<T>(T value)
    {
        var node = JsonSerializer.SerializeToNode(value, Json.Options)!;
        if (!IsAll && node is JsonObject body)
            foreach (var key in body.Select(p => p.Key).Where(k => !Has(k)).ToList())
                body.Remove(key);
        return node;
    }

    /// <summary>An answer with <paramref name="value"/> cut down to what is wanted.</summary>
    public IResult Respond<T>(T value, int status = StatusCodes.Status200OK) =>
        IsAll ? Json.Result(value, status) : Json.Result(Apply(value), status);

    private static HashSet<string>? Read(HttpRequest request, string key)
    {
        var values = request.Query[key].Concat(request.Query[key + "[]"])
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        return values.Count == 0 ? null : values;
    }
}
