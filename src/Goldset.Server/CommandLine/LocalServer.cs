using Goldset.Server.Hosting;

namespace Goldset.Server.CommandLine;

/// <summary>The server's services without its listener, for commands that work on the data folder while a server may be running on it.</summary>
internal static class LocalServer
{
    /// <summary>Prints where the data is, brings the schema up to date and gives the services; dispose the result.</summary>
    public static Task<WebApplication> OpenAsync(ServerOptions options, CancellationToken cancel)
    {
        Announce(options);
        // The user that an option names is the command's subject, not one to be made.
        return GoldsetServer.BuildAsync(options with { Username = null }, cancel);
    }

    /// <summary>The lines every command begins with.</summary>
    public static void Announce(ServerOptions options)
    {
        Console.WriteLine($"=> Database and media directory: {options.DataDirectory}");
        Console.WriteLine("=> Static URL is set to: /static/");
    }
}
