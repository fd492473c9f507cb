using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Goldset.Server.Tests.Hosting;
using StackExchange.Redis;

namespace Goldset.Server.Tests.Storages;

/// <summary>A Redis server of this test run alone, on a free port of 127.0.0.1, behind a password.</summary>
public sealed class RedisService(TestServers servers) : IAsyncLifetime
{
    public const string Password = "redis-secret";

    private const int Databases = 64;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private Process? process;
    private ConnectionMultiplexer? client;
    private int used;

    /// <summary>Its port.</summary>
    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        // Somebody else may take the port in between.
        for (var attempt = 0; !await StartAsync(); attempt++)
            if (attempt == 3) throw new InvalidOperationException("The Redis server does not start.");
        client = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { { IPAddress.Loopback, Port } }, Password = Password });
    }

    /// <summary>An empty database with these keys.</summary>
    public async Task<IDatabase> CreateDatabaseAsync(params (string Key, string Value)[] keys)
    {
        var number = Interlocked.Increment(ref used);
        if (number >= Databases) throw new InvalidOperationException("The Redis server has no more databases.");
        var database = client!.GetDatabase(number);
        foreach (var (key, value) in keys) await database.StringSetAsync(key, value);
        return database;
    }

    /// <summary>The keys of a database in order.</summary>
    public async Task<string[]> KeysAsync(IDatabase database)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var key in client!.GetServers()[0].KeysAsync(database.Database)) keys.Add(key.ToString());
        return [.. keys];
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null) await client.DisposeAsync();
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> StartAsync()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        var started = Process.Start(new ProcessStartInfo(Program(),
            ["--port", $"{Port}", "--bind", "127.0.0.1", "--dir", servers.Folder.CreateSubfolder().FullName, "--save", "", "--appendonly", "no", "--databases", $"{Databases}", "--requirepass", Password])
        { RedirectStandardOutput = true })!;
        var ready = new TaskCompletionSource<bool>();
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetResult(false);
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal)) ready.TrySetResult(true);
        };
        started.BeginOutputReadLine();
        if (await ready.Task.WaitAsync(Limit))
        {
            process = started;
            return true;
        }
        await started.WaitForExitAsync();
        started.Dispose();
        return false;
    }

    private static string Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Redis is not installed, and the tests of its storages need it. On Debian: apt-get install redis-server");
}
