using System.Diagnostics;
using System.Globalization;
using Goldset.Data;
using Npgsql;

namespace Goldset.Server.Tests.Hosting;

/// <summary>
/// A PostgreSQL of this test run alone: it listens on a socket in a temporary folder, starts when the first test needs it and is
/// stopped and removed at the end. What a run that was killed left behind, the next run clears away.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Prefix = "goldset-test-postgres-";
    private const string Template = "goldset_template";

    private readonly string folder;
    private readonly SemaphoreSlim creating = new(1);
    private int databases;

    private PostgresCluster(string folder) => this.folder = folder;

    private string DataFolder => Path.Combine(folder, "data");

    /// <summary>Starts a cluster and prepares a database with the current schema to copy from.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<PostgresCluster> StartAsync()
    {
        RemoveStale();
        var cluster = new PostgresCluster(Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        Directory.CreateDirectory(cluster.folder);
        if (Environment.UserName == "root") Run("chown", ServerUser, cluster.folder);
        RunProgram("initdb", "--pgdata", cluster.DataFolder, "--username", "goldset", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        // The data lives as long as the run, so nothing waits for the disk.
        var settings = $"-c listen_addresses= -c unix_socket_directories={cluster.folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300";
        RunProgram("pg_ctl", "start", "--wait", "--pgdata", cluster.DataFolder, "--log", Path.Combine(cluster.folder, "log"), "--options", settings);
        AppDomain.CurrentDomain.ProcessExit += cluster.StopAtExit;
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

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        creating.Dispose();
        Remove(folder);
        return ValueTask.CompletedTask;
    }

    private void StopAtExit(object? sender, EventArgs e) => Remove(folder);

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

    private static void RemoveStale()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
            if (int.TryParse(Path.GetFileName(folder)[Prefix.Length..], CultureInfo.InvariantCulture, out var owner) && !IsRunning(owner))
                Remove(folder);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        var data = Path.Combine(folder, "data");
        if (File.Exists(Path.Combine(data, "postmaster.pid"))) RunProgram("pg_ctl", "stop", "--wait", "--pgdata", data, "--mode", "immediate");
        Directory.Delete(folder, recursive: true);
    }
}
