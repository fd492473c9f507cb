using System.Diagnostics;

namespace Goldset.Server.Tests.CommandLine;

/// <summary>A server started from the command line, with what it printed until people could sign up.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private StartedServer(Process process, IReadOnlyList<string> output)
    {
        this.process = process;
        Output = output;
    }

    /// <summary>The lines printed so far.</summary>
    public IReadOnlyList<string> Output { get; }

    /// <summary>Starts the executable and reads its output up to the hint for the first user.</summary>
    public static async Task<StartedServer> RunAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(CommandRun.Executable, arguments) { RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(Limit);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("No users yet", StringComparison.Ordinal)) break;
        }
        return new StartedServer(process, lines);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
