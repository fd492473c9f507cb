using Goldset.Data;
using Goldset.Replay;
using Goldset.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Goldset.Server.Tests.Hosting;

/// <summary>A whole server in this process, on a free port of 127.0.0.1, with an empty database of its own and an administrator.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestDatabases databases;
    private readonly DirectoryInfo folder;
    private readonly List<ApiClient> clients = [];

    private TestServer(WebApplication app, TestDatabases databases, DirectoryInfo folder, ServerOptions options)
    {
        this.app = app;
        this.databases = databases;
        this.folder = folder;
        Options = options;
        Address = new Uri(app.Urls.Single());
        Admin = Client(FirstUser.Token);
        Anonymous = Client(null);
    }

    /// <summary>What it was started with.</summary>
    public ServerOptions Options { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The services inside, for what HTTP cannot show.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The first user, owner of the first organization.</summary>
    public ApiClient Admin { get; }

    /// <summary>Someone without credentials.</summary>
    public ApiClient Anonymous { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="databases">Where its database comes from.</param>
    /// <param name="folder">Its data folder, which goes with it.</param>
    /// <param name="engine">On which engine.</param>
    /// <param name="configure">Changes the options.</param>
    public static async Task<TestServer> StartAsync(
        TestDatabases databases, DirectoryInfo folder, Engine engine, Func<ServerOptions, ServerOptions>? configure = null)
    {
        var options = new ServerOptions
        {
            DataDirectory = folder.FullName,
            Database = await databases.CreateAsync(engine, folder),
            InternalHost = "127.0.0.1",
            Port = 0,
            Username = FirstUser.Email,
            Password = FirstUser.Password,
            UserToken = FirstUser.Token,
            LogLevel = LogLevel.Error,
        };
        if (configure is not null) options = configure(options);
        var app = await GoldsetServer.BuildAsync(options);
        await app.StartAsync();
        return new TestServer(app, databases, folder, options);
    }

    /// <summary>Someone with an access token; null for nobody.</summary>
    public ApiClient Client(string? token)
    {
        var client = new ApiClient(Address, token);
        clients.Add(client);
        return client;
    }

    /// <summary>A new user with an organization of their own.</summary>
    public Task<ApiClient> SignUpAsync(string email) => SignUpAsync(email, "/user/signup/");

    /// <summary>A new user who follows the invitation link of the first organization.</summary>
    public async Task<ApiClient> InviteAsync(string email)
    {
        var invitation = await Admin.GetAsync("/api/invite");
        return await SignUpAsync(email, invitation.Json["invite_url"]!.GetValue<string>());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await databases.DropAsync(Options.DatabaseAddress);
        folder.Delete(recursive: true);
    }

    private async Task<ApiClient> SignUpAsync(string email, string address)
    {
        using var browser = new ApiClient(Address, token: null, keepsCookies: true);
        var signedUp = await browser.PostFormAsync(address, new() { ["email"] = email, ["password"] = FirstUser.Password });
        signedUp.ShouldHaveStatus(302);
        var token = await browser.GetAsync("/api/current-user/token");
        return Client(token.Json["token"]!.GetValue<string>());
    }
}
