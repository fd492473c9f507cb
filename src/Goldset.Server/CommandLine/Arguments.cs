using System.CommandLine;

namespace Goldset.Server.CommandLine;

/// <summary>Arguments of commands.</summary>
internal static class Arguments
{
    /// <summary>A text that may be left out. What looks like an option is refused: it is one that does not exist.</summary>
    public static Argument<string?> OptionalText(string name, string description)
    {
        var argument = new Argument<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: ['-', ..] unknown }, ..]) given.AddError($"Unrecognized option '{unknown}'.");
        });
        return argument;
    }
}
