using System.CommandLine;

namespace Goldset.Server.CommandLine;

/// <summary>The command line, <c>goldset [command] [options]</c>; no command means <c>start</c>.</summary>
internal static class GoldsetCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Goldset, a data labeling server") { StartCommand.Create() };
        // No command, or an option first, is a start.
        if (args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("-h" or "--help" or "-?" or "--version"))) args = ["start", .. args];
        return root.Parse(args).InvokeAsync();
    }
}
