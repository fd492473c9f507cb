using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset user</c> shows a user with the access token; <c>goldset user create</c> makes one.</summary>
internal static class UserCommand
{
    /// <summary>The user meant when none is named.</summary>
    public const string DefaultEmail = "default_user@localhost";

    public static Command Create(CommonOptions options)
    {
        var command = new Command("user", "Show a user, with the access token") { CreateCreate(options) };
        command.SetAction(async (parsed, cancel) =>
        {
            var email = options.Username(parsed) ?? DefaultEmail;
            await using var app = await LocalServer.OpenAsync(options.Read(parsed), cancel);
            Print(await FindAsync(app.Services, email, cancel) ?? Failure($"user {email} doesn't exist"));
            // Scripts tell by the status in the text.
            return 0;
        });
        return command;
    }

    private static Command CreateCreate(CommonOptions options)
    {
        var address = Arguments.OptionalText("email", "E-mail of the new user");
        var command = new Command("create", "Make a user who may administer the server, and show it") { address };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = options.Read(parsed);
            var email = parsed.GetValue(address) ?? options.Username(parsed) ?? Prompt.Text("Email: ");
            if (string.IsNullOrWhiteSpace(email)) throw new FormatException("The new user needs an e-mail address.");
            var password = options.Password(parsed) ?? Prompt.Secret($"Password for {email}: ");
            if (string.IsNullOrEmpty(password)) throw new FormatException("The new user needs a password.");
            await using var app = await LocalServer.OpenAsync(settings, cancel);
            var accounts = app.Services.GetRequiredService<AccountCreation>();
            var user = accounts.NewUser(email, password, settings.UserToken);
            var (_, created) = await app.Services.GetRequiredService<Database>().WriteAsync(WriteLane.Interactive, tx => accounts.EnsureCommandLineUserAsync(tx, user), cancel);
            Print(created ? (await FindAsync(app.Services, email, cancel))! : Failure($"user {email} already exists"));
            return created ? 0 : 1;
        });
        return command;
    }

    private static async Task<JsonObject?> FindAsync(IServiceProvider services, string email, CancellationToken cancel)
    {
        if (await services.GetRequiredService<UserQueries>().ByEmailAsync(email, cancel) is not { } row) return null;
        var user = JsonSerializer.SerializeToNode(row.ToResponse(origin: ""), Json.Options)!.AsObject();
        user["token"] = await TokenAsync(services, row, cancel);
        user["status"] = "ok";
        return user;
    }

    private static async Task<string?> TokenAsync(IServiceProvider services, UserRow row, CancellationToken cancel)
    {
        var tokens = services.GetRequiredService<AccessTokens>();
        if (row.TokenSealed is not null)
        {
            var known = tokens.Reveal(row.TokenSealed);
            // A new one would end the old one, which may be in use.
            if (known is null) await Console.Error.WriteLineAsync("The token was sealed with the key of another data folder and cannot be shown.");
            return known;
        }
        return await services.GetRequiredService<Database>().WriteAsync(WriteLane.Interactive, async tx =>
        {
            var token = tokens.Assign(await tx.Context.Users.FirstAsync(user => user.Id == row.Id));
            await tx.Context.SaveChangesAsync();
            return token;
        }, cancel);
    }

    private static JsonObject Failure(string message) => new() { ["status"] = "error", ["message"] = message };

    private static void Print(JsonObject user)
    {
        Console.WriteLine("=> User info:");
        Console.WriteLine(PythonLiteral.Of(user));
    }
}
