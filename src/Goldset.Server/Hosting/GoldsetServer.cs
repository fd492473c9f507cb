using System.Net;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.ApiReference;
using Goldset.Server.DataManager;
using Goldset.Server.DataManager.Actions;
using Goldset.Server.Export;
using Goldset.Server.Export.Snapshots;
using Goldset.Server.Http;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Import;
using Goldset.Server.Labels;
using Goldset.Server.Jobs;
using Goldset.Server.LabelStream;
using Goldset.Server.MachineLearning;
using Goldset.Server.Organizations;
using Goldset.Server.Predictions;
using Goldset.Server.Projects;
using Goldset.Server.Samples;
using Goldset.Server.States;
using Goldset.Server.Storages;
using Goldset.Server.Storages.Media;
using Goldset.Server.SystemInfo;
using Goldset.Server.Tasks;
using Goldset.Server.Templates;
using Goldset.Server.Uploads;
using Goldset.Server.WebApp;
using Goldset.Server.Webhooks;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Goldset.Server.Hosting;

/// <summary>Puts the server together.</summary>
public static class GoldsetServer
{
    /// <summary>
    /// A server ready to start: folders made, schema brought up to date, first user made where the options name one.
    /// </summary>
    public static async Task<WebApplication> BuildAsync(ServerOptions options, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(options.DataDirectory);
        Directory.CreateDirectory(options.MediaDirectory);
        // The driver and the schema on one side, services and routes on the other: each is half of a start.
        var database = Database.Open(options.DatabaseAddress);
        var migrated = Task.Run(() => Schema.MigrateAsync(database, cancel), cancel);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.DataDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodySize;
            if (options.InternalHost is "localhost") kestrel.ListenLocalhost(options.Port);
            else kestrel.Listen(options.InternalHost is "0.0.0.0" or "*" ? IPAddress.Any : IPAddress.Parse(options.InternalHost), options.Port);
        });
        builder.Logging.SetMinimumLevel(options.LogLevel);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // From a factory, so that the server disposes of it.
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddGoldset(options);
        var app = builder.Build();
        app.UseGoldset();
        if (options.Username is { Length: > 0 } username) await EnsureUserAsync(app.Services.GetRequiredService<AccountCreation>(), username);
        else await migrated;
        return app;

        async Task EnsureUserAsync(AccountCreation accounts, string email)
        {
            var user = new Lazy<User>(() => accounts.NewUser(email, options.Password, options.UserToken));
            // Filling an empty database takes longer than the services: time to hash the password of the user that it cannot have.
            if (!migrated.IsCompleted) _ = user.Value;
            await migrated;
            if (!await IsKnownAsync(database, email, cancel))
                await database.WriteAsync(WriteLane.Interactive, tx => accounts.EnsureCommandLineUserAsync(tx, user.Value), cancel);
        }
    }

    // Without EF Core, whose model takes a good part of a second that a restart need not spend.
    private static async Task<bool> IsKnownAsync(Database database, string email, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition("SELECT id FROM users WHERE email = @email", new { email }, cancellationToken: cancel)) is not null;
    }

    /// <summary>All services, a line a feature.</summary>
    private static void AddGoldset(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ServerSecret.Load(options.DataDirectory));
        services.AddSingleton<PublicAddress>();
        services.AddDataProtection().SetApplicationName("goldset").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "keys")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Sessions.CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.SlidingExpiration = false;
        });
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader()));
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        // SignIn takes the place of the authorization and antiforgery middleware.
        services.AddRouting(o => o.SuppressCheckForUnhandledSecurityMetadata = true);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = Json.Options.PropertyNamingPolicy;
            o.SerializerOptions.NumberHandling = Json.Options.NumberHandling;
            o.SerializerOptions.Encoder = Json.Options.Encoder;
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, Json.Options.TypeInfoResolver!);
        });
        services.AddApiDescription();
        services.AddAccounts();
        services.AddProjects();
        services.AddLabeling();
        services.AddOutgoingRequests();
        services.AddUploads();
        services.AddJobs();
        services.AddImport();
        services.AddWebhooks();
        services.AddStorages(options);
        services.AddMachineLearning();
        services.AddExport();
        services.AddTaskActions();
        services.AddSnapshots();
    }

    private static void UseGoldset(this WebApplication app)
    {
        app.UseResponseHeaders();
        app.UseMiddleware<ErrorEnvelope>();
        app.UseCors();
        app.UseWebAppAssets();
        app.UseSampleFiles();
        app.Use((http, next) =>
        {
            // Whatever can be read can be asked for its headers; the web server leaves the body out.
            if (HttpMethods.IsHead(http.Request.Method) && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) http.Request.Method = HttpMethods.Get;
            return next(http);
        });
        app.UseRouting();
        app.UseMiddleware<SignIn>();
        app.MapSystem();
        app.MapAccounts();
        app.MapOrganizations();
        app.MapProjects();
        app.MapProjectConfig();
        app.MapTasks();
        app.MapTrash();
        app.MapAnnotations();
        app.MapDrafts();
        app.MapPredictions();
        app.MapModelVersions();
        app.MapLabelStream();
        app.MapDataManager();
        app.MapExport();
        app.MapSnapshots();
        app.MapExportFileAccess();
        app.MapImport();
        app.MapJobs();
        app.MapUploads();
        app.MapWebhooks();
        app.MapStorages();
        app.MapMedia();
        app.MapMachineLearning();
        app.MapTemplates();
        app.MapSamples();
        app.MapLabels();
        app.MapLabelLinks();
        app.MapStates();
        app.MapApiReference();
        app.MapWebApp();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<PersonalTokens>();
        services.AddSingleton<AccountCreation>();
        services.AddSingleton<CallerQueries>();
        services.AddSingleton<UserQueries>();
    }

    private static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountPages();
        routes.MapUsers();
        routes.MapCurrentUser();
        routes.MapAvatars();
        routes.MapProductTours();
        routes.MapPersonalTokens();
    }

    private static void AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<LabelConfigs>();
        services.AddSingleton<ProjectQueries>();
        services.AddSingleton<ProjectCommands>();
    }

    private static void AddLabeling(this IServiceCollection services)
    {
        services.AddSingleton<TaskDetailQueries>();
        services.AddSingleton<TaskCommands>();
        services.AddSingleton(provider => new TrashPurge(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<UploadStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TrashPurge>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TrashPurge>());
        services.AddSingleton<AnnotationCommands>();
        services.AddSingleton<AnnotationSubmits>();
        services.AddSingleton<DraftCommands>();
        services.AddSingleton<PredictionCommands>();
        services.AddSingleton<NextTask>();
        services.AddSingleton<LabelStreamHistory>();
        services.AddSingleton<LabelStreamAnswer>();
        services.AddSingleton<TaskPageMarks>();
        services.AddSingleton<TaskTotals>();
        services.AddSingleton<TaskIndexes>();
        services.AddSingleton(provider => new TaskIndexWorker(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<TaskIndexes>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TaskIndexWorker>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TaskIndexWorker>());
        services.AddSingleton<TaskListQueries>();
        services.AddSingleton<LabelRenaming>();
    }
}
