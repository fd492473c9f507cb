using System.Diagnostics;
using System.Globalization;

namespace Goldset.Load;

/// <summary>How to start the server that is measured.</summary>
/// <param name="Executable">The built server.</param>
/// <param name="Database">PostgreSQL address; null for SQLite in the data folder.</param>
/// <param name="Port">Where it shall listen.</param>
internal sealed record ServerLaunch(string Executable, string? Database, int Port)
{
    /// <summary>The token of the first user.</summary>
    public const string Token = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>The engine's name.</summary>
    public string Engine => Database is null ? "sqlite" : "postgres";

    /// <summary>Starts it and waits for the first answer.</summary>
    /// <param name="dataDirectory">Its data folder.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RunningServer> StartAsync(string dataDirectory, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Executable)
        {
            ArgumentList =
            {
                "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", Port.ToString(CultureInfo.InvariantCulture),
                "--data-dir", dataDirectory, "--username", "admin@example.com", "--password", "Passw0rd!x", "--user-token", Token,
            },
        };
        if (Database is not null)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(Database);
        }

        var address = new Uri($"http://127.0.0.1:{Port}");
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start.");
        using var client = new ApiClient(address, Token);
        while (!await client.AnswersAsync(cancellation))
        {
            if (process.HasExited) throw new InvalidOperationException($"{Executable} ended with status {process.ExitCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
        }

        return new RunningServer(process, address, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}

/// <summary>A server that runs.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="StartMilliseconds">From the start of the process to the first answer.</param>
internal sealed record RunningServer(Process Process, Uri Address, double StartMilliseconds) : IAsyncDisposable
{
    /// <summary>The most memory the process ever held, in megabytes (Linux), or what it holds now.</summary>
    public double PeakMegabytes
    {
        get
        {
            Process.Refresh();
            var status = $"/proc/{Process.Id}/status";
            if (!File.Exists(status)) return Process.WorkingSet64 / 1e6;
            var peak = File.ReadLines(status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}
