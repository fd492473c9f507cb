using Goldset.Data;

namespace Goldset.Server.Tests.Hosting;

/// <summary>New databases with the current schema: copies of a prepared one, on either engine.</summary>
public sealed class TestDatabases
{
    private readonly Lazy<Task<PostgresCluster>> postgres;
    private readonly Lazy<Task<string>> sqlite;

    /// <summary>Prepares nothing until it is asked for.</summary>
    /// <param name="run">Where the prepared databases are kept.</param>
    public TestDatabases(RunFolder run)
    {
        postgres = new(() => PostgresCluster.StartAsync(run));
        sqlite = new(() => MakeSqliteTemplateAsync(run.CreateSubfolder()));
    }

    /// <summary>Makes a database.</summary>
    /// <param name="engine">Which engine.</param>
    /// <param name="folder">Where an SQLite file goes.</param>
    /// <returns>Its address, as the server takes it.</returns>
    public async Task<string> CreateAsync(Engine engine, DirectoryInfo folder)
    {
        if (engine == Engine.Postgres) return await (await postgres.Value).CreateDatabaseAsync();
        var file = Path.Combine(folder.FullName, "goldset.sqlite3");
        File.Copy(await sqlite.Value, file);
        return file;
    }

    /// <summary>Removes a PostgreSQL database; SQLite files go with their folder.</summary>
    public async Task DropAsync(string address)
    {
        if (PostgresAddress.TryRead(address, out _)) await (await postgres.Value).DropDatabaseAsync(address);
    }

    private static async Task<string> MakeSqliteTemplateAsync(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "template.sqlite3");
        await using (var database = Database.Open(file))
            await Schema.MigrateAsync(database, CancellationToken.None);
        return file;
    }
}
