using System.Diagnostics;

namespace Goldset.Server.Tests.CommandLine;

/// <summary>A run of the real executable to its end.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed on the error stream.</param>
internal sealed record CommandRun(int Exit, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The executable under test.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "goldset");

    /// <summary>Lines of <see cref="Output"/>.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>Runs a command on a data folder, without any input.</summary>
    public static Task<CommandRun> OnAsync(DirectoryInfo data, params string[] arguments) => RunAsync(Executable, [.. arguments, "--data-dir", data.FullName]);

    /// <summary>Runs <paramref name="executable"/>.</summary>
    public static async Task<CommandRun> RunAsync(string executable, string[] arguments)
    {
        var start = new ProcessStartInfo(executable, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new CommandRun(process.ExitCode, await output, await errors);
    }
}
