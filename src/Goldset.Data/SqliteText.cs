using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Goldset.Data;

/// <summary>Gives SQLite what text filters need, as PostgreSQL has it: containment whatever the case of all letters, regular expressions, JSON that means the same, words.</summary>
public static class SqliteText
{
    // Names of their own: SQLite's functions must still be there when the connection goes back to the pool without ours.
    internal const string Contains = "contains_text";

    /// <summary>Function of two JSON texts: whether they mean the same.</summary>
    public const string SameJson = "same_json";

    /// <summary>Function of a JSON text and words with blanks between them: see <see cref="SearchWords"/>.</summary>
    public const string HasWords = "has_words";

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Call it before a statement with <see cref="SqlDialect.Contains"/>, <c>REGEXP</c> or one of the functions; on PostgreSQL it does nothing.</summary>
    public static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite) return;
        sqlite.CreateFunction(Contains, (string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase), isDeterministic: true);
        sqlite.CreateFunction("regexp", (string pattern, string? text) => text is not null && IsMatch(text, pattern), isDeterministic: true);
        sqlite.CreateFunction(SameJson, (string? one, string other) => one is not null && Same(one, other), isDeterministic: true);
        sqlite.CreateFunction(HasWords, (string json, string words) => SearchWords.AreIn(json, words.Split(' ')), isDeterministic: true);
    }

    // A pattern that takes too long for one text finds nothing in it.
    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Same(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}
