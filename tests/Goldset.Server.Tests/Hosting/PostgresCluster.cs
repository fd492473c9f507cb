using System.Diagnostics;
using System.Globalization;
using Goldset.Data;
using Npgsql;

namespace Goldset.Server.Tests.Hosting;

/// <summary>
/// A PostgreSQL of this test run alone: it listens on a socket in the run's folder, starts when the first test needs it and is stopped
/// when the folder is removed.
/// </summary>
public sealed class PostgresCluster
{
    private const string Template = "goldset_template";

    private readonly string folder;
    private readonly SemaphoreSlim creating = new(1);
    private int databases;

    private PostgresCluster(string folder) => this.folder = folder;

    /// <summary>Starts a cluster and prepares a database with the current schema to copy from.</summary>
    /// <param name="run">The folder of the test run.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<PostgresCluster> StartAsync(RunFolder run)
    {
        var cluster = new PostgresCluster(FolderIn(run.FullName));
        Directory.CreateDirectory(cluster.folder);
        if (Environment.UserName == "root") Run("chown", ServerUser, cluster.folder);
        var data = DataIn(cluster.folder);
        RunProgram("initdb", "--pgdata", data, "--username", "goldset", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        // The data lives as long as the run, so nothing waits for the disk.
        var settings = $"-c listen_addresses= -c unix_socket_directories={cluster.folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300";
        RunProgram("pg_ctl", "start", "--wait", "--pgdata", data, "--log", Path.Combine(cluster.folder, "log"), "--options", settings);
        await cluster.ExecuteAsync($"CREATE DATABASE {Template}");
        await using (var template = Database.Open(cluster.AddressOf(Template)))
            await Schema.MigrateAsync(template, CancellationToken.None);
        return cluster;
    }

    /// <summary>A new database with the current schema and no rows.</summary>
    /// <returns>Its address, as the server takes it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await creating.WaitAsync();
        try
        {
            var name = $"goldset_{++databases}";
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
            return AddressOf(name);
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Removes a database that <see cref="CreateDatabaseAsync"/> made.</summary>
    public Task DropDatabaseAsync(string address) => ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(address).Database} WITH (FORCE)");

    /// <summary>Stops the cluster of a test run, if it runs.</summary>
    /// <param name="runFolder">The folder of that run.</param>
    public static void StopIn(string runFolder)
    {
        var data = DataIn(FolderIn(runFolder));
        if (File.Exists(Path.Combine(data, "postmaster.pid"))) RunProgram("pg_ctl", "stop", "--wait", "--pgdata", data, "--mode", "immediate");
    }

    private static string FolderIn(string runFolder) => Path.Combine(runFolder, "postgres");

    private static string DataIn(string folder) => Path.Combine(folder, "data");

    private string AddressOf(string database) =>
        new NpgsqlConnectionStringBuilder { Host = folder, Username = "goldset", Database = database, MaxPoolSize = 40 }.ToString();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AddressOf("postgres")) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // PostgreSQL refuses to run as root.
    private static string ServerUser => "postgres";

    private static string ProgramFolder()
    {
        var folders = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return folders
            .OrderByDescending(path => double.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed, and every server test runs on it too. On Debian: apt-get install postgresql");
    }

    private static void RunProgram(string name, params string[] arguments)
    {
        var program = Path.Combine(ProgramFolder(), name);
        if (Environment.UserName == "root") Run("runuser", ["-u", ServerUser, "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server that pg_ctl leaves running inherits its output, so that must not be a pipe we wait on.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/", ArgumentList = { "-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null" } };
        var output = Path.GetTempFileName();
        start.ArgumentList.Add(output);
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var text = File.ReadAllText(output);
        File.Delete(output);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {text}");
    }
}
