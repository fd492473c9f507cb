using System.CommandLine;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset start</c>: runs the server until it is told to stop.</summary>
internal static class StartCommand
{
    public static Command Create(CommonOptions options)
    {
        var project = Arguments.OptionalText("project_name", "Title of a project that must exist");
        var initialize = new Option<bool>("--init") { Description = "Make the user and the project first, as init does" };
        var command = new Command("start", "Run the server") { project, initialize };
        command.SetAction((parsed, cancel) => RunAsync(options, parsed, parsed.GetValue(project), parsed.GetValue(initialize), cancel));
        return command;
    }

    /// <summary>Runs the server.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommonOptions options, ParseResult parsed, string? project, bool initialize, CancellationToken cancel)
    {
        if (parsed.GetValue(options.Certificate) is not null || parsed.GetValue(options.CertificateKey) is not null)
        {
            await Console.Error.WriteLineAsync("The server itself does not offer HTTPS. Let a proxy such as nginx hold the certificate, and give its address with --host.");
            return 1;
        }
        var settings = options.Read(parsed);
        if (!parsed.GetValue(options.Debug)) settings = settings with { Port = FreePort.From(settings.Port, settings.InternalHost) };
        LocalServer.Announce(settings);
        await using var app = await GoldsetServer.BuildAsync(settings, cancel);
        var database = app.Services.GetRequiredService<Database>();
        var title = project is null or "." ? null : ProjectTitle.Of(project);
        if (initialize) await InitCommand.RunAsync(app.Services, options, parsed, settings, title, quiet: Console.IsInputRedirected, cancel);
        else if (title is not null && !await ProjectTitle.ExistsAsync(database, title, cancel))
        {
            Console.WriteLine($"Project \"{title}\" not found. Did you miss create it first with `goldset init {title}` ?");
            return 0;
        }
        await app.StartAsync(cancel);
        var address = app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        Console.WriteLine($"Goldset is running at {address}");
        var publicAddress = settings.PublicUrl.Length > 0 ? settings.PublicUrl : address;
        await using (var connection = await database.ReadAsync(cancel))
            if (await connection.QueryFirstOrDefaultAsync<long?>("SELECT id FROM users LIMIT 1") is null) Console.WriteLine($"No users yet: open {publicAddress}/user/signup/ to create the first account");
        if (!parsed.GetValue(options.NoBrowser)) Browser.Open(publicAddress);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
