using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Goldset.Data;

/// <summary>Gives SQLite what text filters need: lower case for all letters and regular expressions, as PostgreSQL has them.</summary>
public static class SqliteText
{
    // A name of its own: SQLite's functions must still be there when the connection goes back to the pool without ours.
    internal const string LowerCase = "lower_case";

    /// <summary>Call it before a statement with <see cref="SqlDialect.Contains"/> or <c>REGEXP</c>; on PostgreSQL it does nothing.</summary>
    public static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite) return;
        sqlite.CreateFunction(LowerCase, (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        sqlite.CreateFunction("regexp", (string pattern, string? text) => text is not null && Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), isDeterministic: true);
    }
}
