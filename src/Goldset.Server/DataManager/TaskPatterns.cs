using Dapper;
using Goldset.Data;
using Npgsql;

namespace Goldset.Server.DataManager;

/// <summary>Regular expressions of filters, as the database takes them.</summary>
internal static class TaskPatterns
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>Those that PostgreSQL, whose expressions are not quite .NET's, does not take. They match nothing.</summary>
    public static async Task<IReadOnlySet<string>> RefusedAsync(Database database, IReadOnlyList<string> patterns, CancellationToken cancel)
    {
        if (database.Engine != Engine.Postgres || patterns.Count == 0) return None;
        await using var connection = await database.ReadAsync(cancel);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
            try
            {
                await connection.ExecuteScalarAsync("SELECT '' ~ @pattern", new { pattern });
            }
            catch (PostgresException wrong) when (wrong.SqlState == PostgresErrorCodes.InvalidRegularExpression)
            {
                refused.Add(pattern);
            }
        return refused;
    }
}
