using System.CommandLine;
using Goldset.Server.Hosting;

namespace Goldset.Server.CommandLine;

/// <summary>Options that every command takes, with their environment variables.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> dataDirectory = new("--data-dir") { Description = "Folder for the database, uploads and keys" };
    private readonly Option<string?> database = new("--database", "-db") { Description = "postgres:// address, or path of an SQLite file" };
    private readonly Option<string?> logLevel = new("--log-level") { Description = "DEBUG, INFO, WARNING or ERROR" };
    private readonly Option<string?> username = new("--username") { Description = "E-mail of the user" };
    private readonly Option<string?> password = new("--password") { Description = "Password of the user" };
    private readonly Option<string?> userToken = new("--user-token") { Description = "Access token of a user that is made now" };

    private readonly Option<string?> allowHosts = new("--allow-hosts") { Description = "Hosts, addresses and blocks outside the public internet that the server may call, with commas between" };
    private readonly Option<bool> denyPrivate = new("--deny-private") { Description = "Refuse private addresses also for webhooks, ML back ends and storages" };

    public IEnumerable<Option> All => [dataDirectory, database, logLevel, username, password, userToken, allowHosts, denyPrivate];

    /// <summary>Option, else environment, else default.</summary>
    public ServerOptions Read(ParseResult parsed) => new()
    {
        DataDirectory = Path.GetFullPath(parsed.GetValue(dataDirectory) ?? ServerEnvironment.Get("DATA_DIR") ?? ServerEnvironment.Get("BASE_DATA_DIR") ?? DefaultDataDirectory()),
        Database = parsed.GetValue(database) ?? DatabaseFromEnvironment(),
        LogLevel = Level(parsed.GetValue(logLevel) ?? ServerEnvironment.Get("LOG_LEVEL")),
        Username = NullIfEmpty(parsed.GetValue(username) ?? ServerEnvironment.Get("USERNAME_EMAIL") ?? UsernameFromEnvironment()),
        Password = parsed.GetValue(password) ?? ServerEnvironment.Get("PASSWORD"),
        UserToken = NullIfEmpty(parsed.GetValue(userToken) ?? ServerEnvironment.Get("USER_TOKEN")),
        DisableSignupWithoutLink = ServerEnvironment.GetFlag("DISABLE_SIGNUP_WITHOUT_LINK", false),
        TaskLockSeconds = ServerEnvironment.GetNumber("TASK_LOCK_TTL", 86400),
        MaxTasksPerImport = (int)ServerEnvironment.GetNumber("TASKS_MAX_NUMBER", 1_000_000),
        MaxFilesPerUpload = (int)ServerEnvironment.GetNumber("DATA_UPLOAD_MAX_NUMBER_FILES", 100),
        AllowImportWithUnknownEmails = ServerEnvironment.GetFlag("ALLOW_IMPORT_TASKS_WITH_UNKNOWN_EMAILS", false),
        AllowHosts = (parsed.GetValue(allowHosts) ?? ServerEnvironment.Get("ALLOW_HOSTS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        DenyPrivate = parsed.GetValue(denyPrivate) || ServerEnvironment.GetFlag("DENY_PRIVATE", false),
        ValidatePredictions = ServerEnvironment.GetFlag("fflag_feat_utc_210_prediction_validation_15082025", true),
    };

    private static string? UsernameFromEnvironment() =>
        // A bare USERNAME is set by many shells; it names a user only together with a password.
        ServerEnvironment.Get("PASSWORD") is null ? null : ServerEnvironment.Get("USERNAME");

    private static string? DatabaseFromEnvironment()
    {
        if (ServerEnvironment.Get("DATABASE") is { Length: > 0 } address) return address;
        if (ServerEnvironment.Get("DJANGO_DB") is "default" or "postgresql")
            return new Npgsql.NpgsqlConnectionStringBuilder
            {
                Host = ServerEnvironment.Get("POSTGRE_HOST") ?? "localhost",
                Port = (int)ServerEnvironment.GetNumber("POSTGRE_PORT", 5432),
                Username = ServerEnvironment.Get("POSTGRE_USER") ?? "postgres",
                Password = ServerEnvironment.Get("POSTGRE_PASSWORD") ?? "postgres",
                Database = ServerEnvironment.Get("POSTGRE_NAME") ?? "postgres",
            }.ToString();
        return NullIfEmpty(ServerEnvironment.Get("DATABASE_NAME"));
    }

    private static LogLevel Level(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "WARNING" => LogLevel.Warning,
        "DEBUG" => LogLevel.Debug,
        "INFO" => LogLevel.Information,
        "ERROR" => LogLevel.Error,
        _ => throw new FormatException($"The log level must be DEBUG, INFO, WARNING or ERROR, not \"{text}\"."),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string DefaultDataDirectory() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "goldset");
}
