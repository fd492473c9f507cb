using System.CommandLine;
using Goldset.Server.Hosting;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset start</c>: runs the server until it is told to stop.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var port = new Option<int?>("--port", "-p") { Description = "Port to listen on (8080)" };
        var host = new Option<string?>("--host") { Description = "Address people use, e.g. https://label.example.com" };
        var internalHost = new Option<string?>("--internal-host") { Description = "Address to listen on (0.0.0.0)" };
        var noBrowser = new Option<bool>("--no-browser", "-b") { Description = "Accepted for scripts; no browser is opened" };
        var command = new Command("start", "Run the server") { port, host, internalHost, noBrowser };
        foreach (var option in common.All) command.Options.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = common.Read(parsed) with
            {
                Port = parsed.GetValue(port) ?? (int)ServerEnvironment.GetNumber("PORT", 8080),
                PublicUrl = (parsed.GetValue(host) ?? ServerEnvironment.Get("HOST") ?? "") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url.TrimEnd('/') : "",
                InternalHost = parsed.GetValue(internalHost) ?? "0.0.0.0",
            };
            await using var app = await GoldsetServer.BuildAsync(options, cancel);
            await app.StartAsync(cancel);
            Console.WriteLine($"=> Database and media directory: {options.DataDirectory}");
            Console.WriteLine($"Goldset is running at {app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)}");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }
}
