using System.Text;
using System.Text.Json;

namespace Goldset.Data;

/// <summary>Words as the full-text search takes them: runs of letters and digits, in lower case.</summary>
public static class SearchWords
{
    /// <summary>A search has no more words than this; the others are left out.</summary>
    public const int MaxWords = 16;

    /// <summary>What is longer is cut.</summary>
    public const int MaxWordLength = 64;

    /// <summary>The words of a search.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Split(text).Select(word => word.ToLowerInvariant()).Select(word => word.Length > MaxWordLength ? word[..MaxWordLength] : word).Distinct(StringComparer.Ordinal).Take(MaxWords)];

    /// <summary>Whether each of <paramref name="words"/> begins a word of a text or number in the JSON.</summary>
    public static bool AreIn(string json, IEnumerable<string> words)
    {
        var missing = new List<string>(words);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (missing.Count > 0 && reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) continue;
            foreach (var word in Split(Text(ref reader))) missing.RemoveAll(wanted => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
        }
        return missing.Count == 0;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair; the words around it are there as they are written.
            }
        }
        return Encoding.UTF8.GetString(reader.ValueSpan);
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsLetterOrDigit(text, at))
            {
                if (start < 0) start = at;
                continue;
            }
            if (start >= 0) yield return text[start..at];
            start = -1;
        }
        if (start >= 0) yield return text[start..];
    }

    private static bool IsLetterOrDigit(string text, int at)
    {
        if (!char.IsSurrogate(text[at])) return char.IsLetterOrDigit(text[at]);
        var first = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return first >= 0 && first + 1 < text.Length && char.IsSurrogatePair(text, first) && char.IsLetterOrDigit(text, first);
    }
}
