using System.Globalization;
using System.Text.Json.Nodes;

namespace Goldset.Server.Http;

/// <summary>Query parameters with the API's error texts.</summary>
public static class QueryValues
{
    /// <summary>A switch: <c>1 true yes on</c> and <c>0 false no not off</c>.</summary>
    /// <exception cref="ValidationException">Any other text.</exception>
    public static bool Flag(this HttpRequest request, string key, bool otherwise)
    {
        string? text = request.Query[key];
        if (string.IsNullOrEmpty(text)) return otherwise;
        return text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "1" => true,
            "false" or "no" or "not" or "off" or "0" => false,
            _ => throw new ValidationException(new ValidationErrors().Set(key,
                (JsonNode)$"Incorrect bool value \"{text}\". It should be one of [1, 0, true, false, yes, no]")),
        };
    }

    /// <summary>A whole number, or null when it is absent.</summary>
    /// <exception cref="ValidationException">No number.</exception>
    public static long? Number(this HttpRequest request, string key)
    {
        string? text = request.Query[key];
        if (string.IsNullOrEmpty(text)) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        throw new ValidationException(new ValidationErrors().Set(key,
            (JsonNode)$"Incorrect value in key \"{key}\" = \"{text}\". It should be digit string."));
    }

    /// <summary>Ids given as <c>key=1,2</c>, <c>key=1&amp;key=2</c> or <c>key[]=1</c>; null when the key is absent.</summary>
    /// <exception cref="ValidationException">An item is no number.</exception>
    public static IReadOnlyList<long>? Ids(this HttpRequest request, string key)
    {
        if (!request.Query.ContainsKey(key) && !request.Query.ContainsKey(key + "[]")) return null;
        var ids = new List<long>();
        foreach (var item in request.Query[key].Concat(request.Query[key + "[]"])
            .SelectMany(v => (v ?? "").Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!long.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
                throw new ValidationException(key, "A valid integer is required.");
            ids.Add(id);
        }
        return ids;
    }
}
