using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldset.Data;

/// <summary>Brings a database to the schema of this build.</summary>
public static class Schema
{
    /// <summary>
    /// Applies the migrations that are missing, in order. A database that is up to date is recognised by one query, so that starting
    /// does not build the EF Core model.
    /// </summary>
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(Database database, CancellationToken cancel)
    {
        if (database.Engine == Engine.Sqlite)
        {
            await using var connection = await database.ReadAsync(cancel);
            await connection.ExecuteAsync("PRAGMA journal_mode=WAL");
        }
        var known = Migrations(database.Engine);
        var applied = await AppliedAsync(database, cancel);
        if (known.All(applied.Contains)) return 0;
        await using var context = database.Context();
        await context.Database.MigrateAsync(cancel);
        return known.Count(id => !applied.Contains(id));
    }

    private static List<string> Migrations(Engine engine)
    {
        var context = engine == Engine.Postgres ? typeof(PostgresGoldsetContext) : typeof(SqliteGoldsetContext);
        return typeof(Schema).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration)) &&
                t.GetCustomAttributes(typeof(Microsoft.EntityFrameworkCore.Infrastructure.DbContextAttribute), false)
                    .Cast<Microsoft.EntityFrameworkCore.Infrastructure.DbContextAttribute>().Any(a => a.ContextType == context))
            .Select(t => t.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().Single().Id)
            .ToList();
    }

    private static async Task<HashSet<string>> AppliedAsync(Database database, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var exists = database.Engine == Engine.Postgres
            ? await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL")
            : await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") > 0;
        if (!exists) return [];
        return (await connection.QueryAsync<string>("SELECT migration_id FROM \"__EFMigrationsHistory\"")).ToHashSet(StringComparer.Ordinal);
    }
}
