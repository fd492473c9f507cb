using System.CommandLine;
using Goldset.Server.Hosting;

namespace Goldset.Server.CommandLine;

/// <summary>Options that may be written before or after any command, with their environment variables.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> dataDirectory = new("--data-dir") { Description = "Folder for the database, uploads and keys" };
    private readonly Option<string?> database = new("--database", "-db") { Description = "postgres:// address, or path of an SQLite file" };
    private readonly Option<FileInfo> config = new Option<FileInfo>("--config", "-c") { Description = "JSON file with host, internal_host, port, username, password, user_token" }.AcceptExistingOnly();
    private readonly Option<string?> logLevel = new Option<string?>("--log-level") { Description = "Least severe messages that are logged" }.AcceptOnlyFromAmong("DEBUG", "INFO", "WARNING", "ERROR");
    private readonly Option<int?> port = new("--port", "-p") { Description = "Port to listen on (8080)" };
    private readonly Option<string?> host = new("--host") { Description = "Address people use, e.g. https://label.example.com" };
    private readonly Option<string?> internalHost = new("--internal-host") { Description = "Address to listen on (0.0.0.0)" };
    private readonly Option<string?> username = new("--username") { Description = "E-mail of the user" };
    private readonly Option<string?> password = new("--password") { Description = "Password of the user" };
    private readonly Option<string?> userToken = new("--user-token") { Description = "Access token of a user that is made now" };

    private readonly Option<string?> allowHosts = new("--allow-hosts") { Description = "Hosts, addresses and blocks outside the public internet that the server may call, with commas between" };
    private readonly Option<bool> denyPrivate = new("--deny-private") { Description = "Refuse private addresses also for webhooks, ML back ends and storages" };

    /// <summary>Do not open a browser.</summary>
    public Option<bool> NoBrowser { get; } = new("--no-browser", "-b") { Description = "Do not open a browser" };

    /// <summary>Do not look for a free port.</summary>
    public Option<bool> Debug { get; } = new("--debug", "-d") { Description = "Fail when the port is in use instead of taking the next one" };

    /// <summary>Print the version and end.</summary>
    public Option<bool> Version { get; } = new("--version") { Description = "Show the version" };

    /// <summary>Labeling config of the project that <c>init</c> makes.</summary>
    public Option<FileInfo> LabelConfig { get; } = new Option<FileInfo>("--label-config", "-l") { Description = "Labeling config (XML file) of the project that init makes" }.AcceptExistingOnly();

    /// <summary>Description of that project.</summary>
    public Option<string?> ProjectDescription { get; } = new("--initial-project-description") { Description = "Description of the project that init makes" };

    /// <summary>Sampling of that project.</summary>
    public Option<string?> Sampling { get; } = new Option<string?>("--sampling") { Description = "Order of tasks in the project that init makes" }
        .AcceptOnlyFromAmong("sequential", "uniform", "prediction-score-min");

    /// <summary>A certificate, which belongs in a proxy.</summary>
    public Option<string?> Certificate { get; } = new("--cert") { Description = "Not supported: put a proxy in front for HTTPS" };

    /// <summary>A certificate's key, which belongs in a proxy.</summary>
    public Option<string?> CertificateKey { get; } = new("--key") { Description = "Not supported: put a proxy in front for HTTPS" };

    // Scripts pass these; there is nothing here for them to switch.
    private readonly Option[] ignored =
    [
        new Option<bool>("--skip-long-migrations") { Hidden = true },
        new Option<bool>("--agree-fix-sqlite") { Hidden = true },
        new Option<bool>("--enable-legacy-api-token") { Hidden = true },
    ];

    /// <summary>Adds all of them to <paramref name="root"/> and what is below it.</summary>
    public void AddTo(Command root)
    {
        Option[] known =
        [
            port, host, internalHost, NoBrowser, dataDirectory, database, config, username, password, userToken, logLevel, allowHosts, denyPrivate, Debug,
            LabelConfig, ProjectDescription, Sampling, Certificate, CertificateKey, Version,
        ];
        foreach (var option in known.Concat(ignored))
        {
            option.Recursive = true;
            root.Options.Add(option);
        }
    }

    /// <summary>The e-mail given as an option; the environment does not count.</summary>
    public string? Username(ParseResult parsed) => NullIfEmpty(parsed.GetValue(username));

    /// <summary>The password given as an option; the environment does not count. It may be empty.</summary>
    public string? Password(ParseResult parsed) => parsed.GetValue(password);

    /// <summary>Option, else config file, else environment, else default; for the port and the public address the environment goes before the file.</summary>
    /// <exception cref="FormatException">A value cannot be read.</exception>
    public ServerOptions Read(ParseResult parsed)
    {
        var file = parsed.GetValue(config) is { } given ? ConfigFile.Read(given.FullName) : ConfigFile.Empty;
        var localFiles = LocalFiles();
        return new ServerOptions
        {
            DataDirectory = Path.GetFullPath(parsed.GetValue(dataDirectory) ?? ServerEnvironment.Get("DATA_DIR") ?? ServerEnvironment.Get("BASE_DATA_DIR") ?? DefaultDataDirectory()),
            Database = parsed.GetValue(database) ?? DatabaseFromEnvironment(),
            LogLevel = Level(parsed.GetValue(logLevel) ?? ServerEnvironment.Get("LOG_LEVEL")),
            Port = parsed.GetValue(port) ?? PortFromEnvironment() ?? file.Port ?? 8080,
            InternalHost = parsed.GetValue(internalHost) ?? file.InternalHost ?? "0.0.0.0",
            PublicUrl = PublicUrl(parsed.GetValue(host) ?? ServerEnvironment.Get("HOST") ?? file.Host),
            Username = Username(parsed) ?? file.Username ?? NullIfEmpty(ServerEnvironment.Get("USERNAME_EMAIL") ?? UsernameFromEnvironment()),
            Password = parsed.GetValue(password) ?? file.Password ?? ServerEnvironment.Get("PASSWORD"),
            UserToken = LongEnough(NullIfEmpty(parsed.GetValue(userToken)) ?? file.UserToken ?? NullIfEmpty(ServerEnvironment.Get("USER_TOKEN"))),
            DisableSignupWithoutLink = ServerEnvironment.GetFlag("DISABLE_SIGNUP_WITHOUT_LINK", false),
            TaskLockSeconds = ServerEnvironment.GetNumber("TASK_LOCK_TTL", 86400),
            MaxTasksPerImport = (int)ServerEnvironment.GetNumber("TASKS_MAX_NUMBER", 1_000_000),
            MaxFilesPerUpload = (int)ServerEnvironment.GetNumber("DATA_UPLOAD_MAX_NUMBER_FILES", 100),
            AllowImportWithUnknownEmails = ServerEnvironment.GetFlag("ALLOW_IMPORT_TASKS_WITH_UNKNOWN_EMAILS", false),
            AllowHosts = (parsed.GetValue(allowHosts) ?? ServerEnvironment.Get("ALLOW_HOSTS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            DenyPrivate = parsed.GetValue(denyPrivate) || ServerEnvironment.GetFlag("DENY_PRIVATE", false),
            MlTimeouts = MachineLearning.MlTimeouts.FromEnvironment(),
            WebhookTimeout = ServerEnvironment.GetSeconds("WEBHOOK_TIMEOUT", 1),
            WebhookBatchSize = (int)Math.Clamp(ServerEnvironment.GetNumber("WEBHOOK_BATCH_SIZE", 5000), 1, 100_000),
            AzureBlobEndpoint = Endpoint("AZURE_BLOB_ENDPOINT", "https://{account}.blob.core.windows.net"),
            GoogleStorageEndpoint = Endpoint("GOOGLE_STORAGE_ENDPOINT", "https://storage.googleapis.com"),
            LocalFilesStorage = ServerEnvironment.GetFlag("ENABLE_LOCAL_FILES_STORAGE", true),
            LocalFilesServing = localFiles.Serving,
            LocalFilesDocumentRoot = localFiles.Root,
            ValidatePredictions = ServerEnvironment.GetFlag("fflag_feat_utc_210_prediction_validation_15082025", true),
        };
    }

    private static string Endpoint(string name, string otherwise)
    {
        if (ServerEnvironment.Get(name) is not { Length: > 0 } text) return otherwise;
        return Uri.TryCreate(text.Replace("{account}", "account", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? text
            : throw new FormatException($"The setting {name} must be an http or https address, not \"{text}\".");
    }

    // A folder of one of these names where the server is started is meant to be served, when the environment says nothing.
    private static (bool Serving, string Root) LocalFiles()
    {
        var root = NullIfEmpty(ServerEnvironment.Get("LOCAL_FILES_DOCUMENT_ROOT"));
        if (root is null && ServerEnvironment.Get("LOCAL_FILES_SERVING_ENABLED") is null)
            foreach (var name in (string[])["mydata", "label-studio-data"])
                if (Directory.Exists(name)) return (true, Path.GetFullPath(name));
        return (ServerEnvironment.GetFlag("LOCAL_FILES_SERVING_ENABLED", false), root ?? "/");
    }

    private static string? UsernameFromEnvironment() =>
        // A bare USERNAME is set by many shells; it names a user only together with a password.
        ServerEnvironment.Get("PASSWORD") is null ? null : ServerEnvironment.Get("USERNAME");

    private static int? PortFromEnvironment()
    {
        if (ServerEnvironment.Get("PORT") is not { Length: > 0 } text) return null;
        if (ushort.TryParse(text, out var number)) return number;
        Console.Error.WriteLine($"The setting PORT is not a port number: \"{text}\". Port 8080 is taken instead.");
        return 8080;
    }

    private static string PublicUrl(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal)) return text.TrimEnd('/');
        Console.Error.WriteLine($"The host \"{text}\" is not used: it must start with http:// or https://.");
        return "";
    }

    private static string? LongEnough(string? token)
    {
        if (token is null or { Length: > 5 }) return token;
        Console.Error.WriteLine("The user token is not used: it must have more than 5 characters.");
        return null;
    }

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
