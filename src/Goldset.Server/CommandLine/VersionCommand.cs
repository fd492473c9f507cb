using System.CommandLine;
using System.Text.Json;
using Goldset.Server.SystemInfo;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset version</c>: what this build is.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Show the version");
        command.SetAction(_ => Print());
        return command;
    }

    public static int Print()
    {
        Console.WriteLine();
        Console.WriteLine($"Goldset version: {ServerVersion.Goldset}");
        // Scripts read the version of the API from this line.
        Console.WriteLine($"Label Studio version: {ServerVersion.Api} ");
        Console.WriteLine();
        Console.WriteLine(SystemEndpoints.VersionDocument().ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 4 }));
        return 0;
    }
}
