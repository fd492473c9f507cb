using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldset.Data;

/// <summary>Brings a database to the schema of this build.</summary>
public static class Schema
{
    /// <summary>The advisory lock of a node that migrates.</summary>
    private const long NodeLock = 0x601d5e7;

    /// <summary>
    /// Applies the migrations that are missing, in order. A database that is up to date is recognised by one query, and an empty one is
    /// filled by a script made from the migrations, so that starting does not build the EF Core model.
    /// </summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="FormatException">There is no such database, it cannot be reached, or it is none.</exception>
    public static async Task<int> MigrateAsync(Database database, CancellationToken cancel)
    {
        var known = Migrations(database.Engine);
        await using var own = await OpenAsync(database, cancel);
        var applied = await AppliedAsync(own, database.Engine, cancel);
        var missing = known.Count(id => !applied.Contains(id));
        if (missing > 0 && applied.Count == 0)
        {
            await own.ExecuteAsync(Script(database.Engine));
        }
        else if (missing > 0)
        {
            await using var context = database.Context();
            await context.Database.MigrateAsync(cancel);
        }
        // A node that fails here ends, and its lock with it.
        if (database.Engine == Engine.Postgres) await own.ExecuteAsync($"SELECT pg_advisory_unlock({NodeLock})");
        return missing;
    }

    /// <summary>All migrations as one script for an empty database, as this build carries it.</summary>
    public static string Script(Engine engine)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream($"Schema.{engine}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What <see cref="Script"/> is made from: the file in Migrations must equal it.</summary>
    public static string GenerateScript(Engine engine)
    {
        using GoldsetContext context = engine == Engine.Postgres ? new PostgresContextFactory().CreateDbContext([]) : new SqliteContextFactory().CreateDbContext([]);
        return context.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n");
    }

    private static async Task<DbConnection> OpenAsync(Database database, CancellationToken cancel)
    {
        try
        {
            var connection = await database.ReadAsync(cancel);
            // Nodes that start together wait for the first one.
            await connection.ExecuteAsync(database.Engine == Engine.Postgres ? $"SELECT pg_advisory_lock({NodeLock})" : "PRAGMA journal_mode=WAL");
            return connection;
        }
        catch (DbException closed)
        {
            throw new FormatException($"The database cannot be opened: {closed.Message}", closed);
        }
    }

    private static List<string> Migrations(Engine engine)
    {
        var context = engine == Engine.Postgres ? typeof(PostgresGoldsetContext) : typeof(SqliteGoldsetContext);
        return typeof(Schema).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration)) &&
                t.GetCustomAttributes(typeof(DbContextAttribute), false)
                    .Cast<DbContextAttribute>().Any(a => a.ContextType == context))
            .Select(t => t.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().Single().Id)
            .ToList();
    }

    private static async Task<HashSet<string>> AppliedAsync(DbConnection connection, Engine engine, CancellationToken cancel)
    {
        var exists = engine == Engine.Postgres
            ? await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL")
            : await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") > 0;
        if (!exists) return [];
        return (await connection.QueryAsync<string>("SELECT migration_id FROM \"__EFMigrationsHistory\"")).ToHashSet(StringComparer.Ordinal);
    }
}
