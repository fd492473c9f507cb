using Spectre.Console;

namespace Goldset.Server.CommandLine;

/// <summary>Asks for what the command line left out: at a terminal, or line by line from redirected input.</summary>
internal static class Prompt
{
    /// <summary>A text; null at the end of redirected input.</summary>
    public static string? Text(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim();
    }

    /// <summary>A text that is not shown while it is typed; null at the end of redirected input.</summary>
    public static string? Secret(string question)
    {
        if (!Console.IsInputRedirected) return AnsiConsole.Prompt(new TextPrompt<string>(Markup.Escape(question.TrimEnd())).Secret(null).AllowEmpty());
        Console.Write(question);
        return Console.ReadLine();
    }
}
