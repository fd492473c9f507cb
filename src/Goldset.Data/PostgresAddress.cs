using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Goldset.Data;

/// <summary>Reads the forms in which a PostgreSQL database is named.</summary>
public static class PostgresAddress
{
    /// <summary>
    /// Accepts <c>postgres://user:password@host:port/name?key=value</c> (also <c>postgresql://</c>) and Npgsql connection strings.
    /// </summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? connectionString)
    {
        connectionString = null;
        if (text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            var uri = new Uri(text);
            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = Uri.UnescapeDataString(uri.Host),
                Port = uri.Port > 0 ? uri.Port : 5432,
                Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            };
            var user = uri.UserInfo.Split(':', 2);
            if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
            if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
            foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = pair.Split('=', 2);
                builder[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
            }
            connectionString = WithPreparedStatements(builder);
            return true;
        }
        if (!text.Contains("Host=", StringComparison.OrdinalIgnoreCase)) return false;
        connectionString = WithPreparedStatements(new NpgsqlConnectionStringBuilder(text));
        return true;
    }

    // Planning costs more than running the short statements here. An address that says "Max Auto Prepare=0", for a pooler that keeps
    // no statements, has its way. Settings are made for a transaction only, so a connection has none to forget when it is given back.
    private static string WithPreparedStatements(NpgsqlConnectionStringBuilder builder)
    {
        if (!builder.ShouldSerialize("Max Auto Prepare")) builder.MaxAutoPrepare = 200;
        builder.NoResetOnClose = true;
        return builder.ToString();
    }
}
