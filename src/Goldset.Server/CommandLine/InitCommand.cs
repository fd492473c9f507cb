using System.CommandLine;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Projects;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset init</c>: makes the first user and, when one is named, a project.</summary>
internal static class InitCommand
{
    public static Command Create(CommonOptions options)
    {
        var project = Arguments.OptionalText("project_name", "Title of a project to make");
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Ask nothing; without --username no user is made" };
        var backends = new Option<string[]>("--ml-backends") { Description = "Not used: connect ML backends in the project's settings", AllowMultipleArgumentsPerToken = true };
        var command = new Command("init", "Make the first user and a project") { project, quiet, backends };
        command.SetAction(async (parsed, cancel) =>
        {
            var settings = options.Read(parsed);
            await using var app = await LocalServer.OpenAsync(settings, cancel);
            return await RunAsync(app.Services, options, parsed, settings, parsed.GetValue(project), parsed.GetValue(quiet), cancel);
        });
        return command;
    }

    /// <summary>Does the work on an open data folder.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services, CommonOptions options, ParseResult parsed, ServerOptions settings, string? project, bool quiet, CancellationToken cancel)
    {
        var user = await EnsureUserAsync(services, settings, quiet, cancel);
        if (project is not null)
        {
            if (user is null) throw new FormatException("A project needs a user: name one with --username and --password.");
            await EnsureProjectAsync(services, options, parsed, user.Value, ProjectTitle.Of(project), cancel);
        }
        Console.WriteLine();
        Console.WriteLine("Label Studio has been successfully initialized.");
        if (project is not null) Console.WriteLine($"Start the server: goldset start {ProjectTitle.Of(project)}");
        return 0;
    }

    private static async Task<long?> EnsureUserAsync(IServiceProvider services, ServerOptions settings, bool quiet, CancellationToken cancel)
    {
        var database = services.GetRequiredService<Database>();
        var (email, password) = (settings.Username, settings.Password);
        if (email is null)
        {
            if (quiet) return null;
            await using (var context = database.Context())
                if (await context.Users.FirstOrDefaultAsync(u => u.Email == UserCommand.DefaultEmail, cancel) is { } known)
                {
                    if (!string.IsNullOrEmpty(password) && await database.WriteAsync(WriteLane.Interactive, tx =>
                            ResetPasswordCommand.SetAsync(tx, services.GetRequiredService<IPasswordHasher<User>>(), known.Email, password), cancel) is null)
                        Console.WriteLine($"User {known.Email} password changed");
                    return known.Id;
                }
            Console.WriteLine($"Please enter default user email, or press Enter to use {UserCommand.DefaultEmail}");
            email = Prompt.Text("Email: ") ?? throw new FormatException("There is nobody to ask for the user: name one with --username and --password, or use --quiet.");
            if (email.Length == 0) email = UserCommand.DefaultEmail;
        }
        if (password is null && !quiet) password = Prompt.Secret($"User password for {email}: ");
        var accounts = services.GetRequiredService<AccountCreation>();
        var user = accounts.NewUser(email, string.IsNullOrEmpty(password) ? null : password, settings.UserToken);
        var (id, created) = await database.WriteAsync(WriteLane.Interactive, tx => accounts.EnsureCommandLineUserAsync(tx, user), cancel);
        if (!created) Console.WriteLine($"User {email} already exists");
        return id;
    }

    private static async Task EnsureProjectAsync(
        IServiceProvider services, CommonOptions options, ParseResult parsed, long userId, string title, CancellationToken cancel)
    {
        var caller = (await services.GetRequiredService<CallerQueries>().ByIdAsync(userId, cancel))?.ToCaller(SignInKind.Token)
            ?? throw new FormatException("The user may not sign in.");
        if (await ProjectTitle.ExistsAsync(services.GetRequiredService<Database>(), title, cancel))
        {
            Console.WriteLine($"Project with title \"{title}\" already exists");
            return;
        }
        var request = new ProjectRequest { Title = title };
        if (parsed.GetValue(options.LabelConfig) is { } file) request = request with { LabelConfig = await File.ReadAllTextAsync(file.FullName, cancel) };
        if (parsed.GetValue(options.ProjectDescription) is { } description) request = request with { Description = description };
        if (parsed.GetValue(options.Sampling) is { } sampling)
            request = request with
            {
                Sampling = sampling switch { "uniform" => "Uniform sampling", "prediction-score-min" => "Uncertainty sampling", _ => "Sequential sampling" },
            };
        try
        {
            await services.GetRequiredService<ProjectCommands>().CreateAsync(caller, request, cancel);
        }
        catch (ValidationException refused)
        {
            throw new FormatException($"The project cannot be made: {refused.Errors.ToJson().ToJsonString(Json.Options)}", refused);
        }
        Console.WriteLine($"Project with title \"{title}\" successfully created");
    }
}
