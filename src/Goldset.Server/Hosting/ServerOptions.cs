namespace Goldset.Server.Hosting;

/// <summary>How a server is started.</summary>
public sealed record ServerOptions
{
    /// <summary>Folder for the database, uploads, keys. It is made when it is not there.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>See <see cref="Data.Database.Open"/>; null: <c>goldset.sqlite3</c> in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Address to listen on.</summary>
    public string InternalHost { get; init; } = "0.0.0.0";

    /// <summary>Port to listen on; 0: any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The address people use, <c>http(s)://host[:port][/prefix]</c> without a slash at the end; empty: taken from each request.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Folder of the built web app; null: beside the server, or the source tree's.</summary>
    public string? WebRoot { get; init; }

    /// <summary>First user's e-mail; null: none is made.</summary>
    public string? Username { get; init; }

    /// <summary>First user's password.</summary>
    public string? Password { get; init; }

    /// <summary>First user's access token; null: a random one.</summary>
    public string? UserToken { get; init; }

    /// <summary>Least severe messages that are logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Only people with an invitation link may sign up.</summary>
    public bool DisableSignupWithoutLink { get; init; }

    /// <summary>Largest request body in bytes, files included.</summary>
    public long MaxBodySize { get; init; } = 250L * 1024 * 1024 * 40;

    /// <summary>Most tasks in one import.</summary>
    public int MaxTasksPerImport { get; init; } = 1_000_000;

    /// <summary>Most files in one upload.</summary>
    public int MaxFilesPerUpload { get; init; } = 100;

    /// <summary>Imported annotations whose author is nobody of the organization become the importing user's; otherwise they are refused.</summary>
    public bool AllowImportWithUnknownEmails { get; init; }

    /// <summary>
    /// What the server may call although it is on no public address: host names, <c>*.example.com</c>, addresses and blocks like
    /// <c>10.1.0.0/16</c>.
    /// </summary>
    public IReadOnlyList<string> AllowHosts { get; init; } = [];

    /// <summary>Private addresses are refused also where an administrator of an organization names them.</summary>
    public bool DenyPrivate { get; init; }

    /// <summary>Seconds a task stays with the annotator it was handed to.</summary>
    public long TaskLockSeconds { get; init; } = 86400;

    /// <summary>Predictions are checked against the labeling config before they are stored.</summary>
    public bool ValidatePredictions { get; init; } = true;

    /// <summary>How long a webhook's receiver may take to accept a connection, and again to answer.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a machine-learning back end may take.</summary>
    public MachineLearning.MlTimeouts MlTimeouts { get; init; } = MachineLearning.MlTimeouts.Default;

    /// <summary>Most objects in one request to a webhook.</summary>
    public int WebhookBatchSize { get; init; } = 5000;

    /// <summary>Storages of local files are offered.</summary>
    public bool LocalFilesStorage { get; init; } = true;

    /// <summary>Files below <see cref="LocalFilesDocumentRoot"/> are served to people whose project has a storage there.</summary>
    public bool LocalFilesServing { get; init; }

    /// <summary>The folder below which storages of local files must be.</summary>
    public string LocalFilesDocumentRoot { get; init; } = "/";

    /// <summary>Address of Azure's blob storage; <c>{account}</c> stands for the name of a storage's account.</summary>
    public string AzureBlobEndpoint { get; init; } = "https://{account}.blob.core.windows.net";

    /// <summary>Address of Google Cloud Storage.</summary>
    public string GoogleStorageEndpoint { get; init; } = "https://storage.googleapis.com";

    /// <summary>The database as <see cref="Data.Database.Open"/> takes it.</summary>
    public string DatabaseAddress => Database ?? Path.Combine(DataDirectory, "goldset.sqlite3");

    /// <summary>Uploads and avatars.</summary>
    public string MediaDirectory => Path.Combine(DataDirectory, "media");
}
