using System.CommandLine;
using System.CommandLine.Parsing;

namespace Goldset.Server.CommandLine;

/// <summary>The command line, <c>goldset [command] [options]</c>; no command means <c>start</c>.</summary>
internal static class GoldsetCommand
{
    private const int UsageError = 2;

    /// <summary>As shells tell of a program that was interrupted.</summary>
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new CommonOptions();
        var root = Create(options);
        var parsed = root.Parse(args);
        try
        {
            if (parsed.GetValue(options.Version) && parsed.Errors.Count == 0) return VersionCommand.Print();
            return parsed.Errors.Count > 0 && !parsed.Tokens.Any(token => token.Value is "-h" or "--help" or "-?") ? Refuse(parsed) : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (FormatException unreadable)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return UsageError;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private static RootCommand Create(CommonOptions options)
    {
        var root = new RootCommand("Goldset, a data labeling server. Without a command it starts the server.")
        {
            StartCommand.Create(options),
            InitCommand.Create(options),
            UserCommand.Create(options),
            ResetPasswordCommand.Create(options),
            ExportCommand.Create(options),
            ConvertCommand.Create(options),
            ImportCommand.Create(options),
            VersionCommand.Create(),
        };
        // Ours also works after a command word.
        root.Options.Remove(root.Options.Single(option => option is VersionOption));
        options.AddTo(root);
        root.SetAction((parsed, cancel) => StartCommand.RunAsync(options, parsed, project: null, initialize: false, cancel));
        return root;
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine();
        parsed.RootCommandResult.Command.Parse(CommandPath(parsed)).Invoke(new InvocationConfiguration { Output = Console.Error });
        return UsageError;
    }

    private static string[] CommandPath(ParseResult parsed)
    {
        var words = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Parent: not null } command; at = at.Parent)
            words.Push(command.Command.Name);
        return [.. words, "--help"];
    }
}
