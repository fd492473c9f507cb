using System.Diagnostics;
using Goldset.Replay;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Durability;

/// <summary>The real executable as a process of its own, which can be killed as by a crash and started again on the same data.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string RunningLine = "Goldset is running at ";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Admin = new ApiClient(address, FirstUser.Token);
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The first user.</summary>
    public ApiClient Admin { get; }

    /// <summary>Starts the server and waits until it accepts requests.</summary>
    /// <param name="dataDirectory">Its data folder.</param>
    /// <param name="database">Its database.</param>
    /// <param name="environment">Variables that are set for it.</param>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, string database, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "goldset"))
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "start", "--no-browser", "--port", "0", "--internal-host", "127.0.0.1", "--data-dir", dataDirectory, "--database", database,
                "--username", FirstUser.Email, "--password", FirstUser.Password, "--user-token", FirstUser.Token,
            },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith(RunningLine, StringComparison.Ordinal))
                return new ServerProcess(process, new Uri(line[RunningLine.Length..]));
        throw new InvalidOperationException("The server ended before it accepted requests.");
    }

    /// <summary>Ends the process at once (SIGKILL): nothing it holds in memory is written any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }
}
