using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Goldset.Server.DataManager;

/// <summary>Gives SQLite what text filters need: lower case for all letters and regular expressions, as PostgreSQL has them.</summary>
internal static class SqliteText
{
    public static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite) return;
        sqlite.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        sqlite.CreateFunction("regexp", (string pattern, string? text) => text is not null && Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), isDeterministic: true);
    }
}
