using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Goldset.Server.Hosting;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.AzureBlobs;

/// <summary>Containers of Azure's blob storage.</summary>
internal sealed partial class AzureKind(IHttpClientFactory http, ServerOptions options) : StorageKind
{
    private const string NoAccount =
        "Azure account name and key must be set using environment variables AZURE_BLOB_ACCOUNT_NAME and AZURE_BLOB_ACCOUNT_KEY or account_name and account_key fields.";

    /// <inheritdoc />
    public override string Name => "azure";

    /// <inheritdoc />
    public override string Title => "Microsoft Azure";

    /// <inheritdoc />
    public override string ImportForm => $$"""
        [
          {{Container}},
          {{StorageForms.RegexFilter}},
          {"columnCount": 3, "fields": [{{Account}}]},
          {{StorageForms.ImportMethod}},
          {{StorageForms.Presign}}
        ]
        """;

    /// <inheritdoc />
    public override string ExportForm => $$"""
        [
          {{Container}},
          {"columnCount": 2, "fields": [{{Account}}]}
        ]
        """;

    /// <inheritdoc />
    public override StorageContract Import { get; } = StorageContract.Of<AzureImportRequest, AzureImportStorage>();

    /// <inheritdoc />
    public override StorageContract Export { get; } = StorageContract.Of<AzureExportRequest, AzureExportStorage>();

    /// <inheritdoc />
    public override bool WritesAtOnce => false;

    /// <inheritdoc />
    public override StorageResponse ToResponse(StorageRow row) => row.IsExport ? new AzureExportStorage(row) : new AzureImportStorage(row);

    /// <inheritdoc />
    public override string? UriPrefix(StorageSettings settings) => ObjectUri.Prefix("azure-blob", settings.Container);

    /// <inheritdoc />
    public override IObjectStore Open(StorageSetup setup) => OpenContainer(setup);

    /// <inheritdoc />
    public override async Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel)
    {
        using var container = OpenContainer(setup);
        await container.CheckAsync(isExport, cancel);
    }

    /// <inheritdoc />
    public override bool NeedsCheck(StorageRequest request) => true;

    private AzureContainer OpenContainer(StorageSetup setup)
    {
        var (account, key) = (NotBlank(setup.Secrets.AccountName, "AZURE_BLOB_ACCOUNT_NAME"), NotBlank(setup.Secrets.AccountKey, "AZURE_BLOB_ACCOUNT_KEY"));
        if (account is null || key is null) throw new StorageException(NoAccount);
        if (!Convert.TryFromBase64String(key, new byte[key.Length], out _)) throw new StorageException("Incorrect padding");
        // It becomes part of a host name.
        if (!AccountName().IsMatch(account)) throw new StorageException("The account name must be letters, digits and dashes");
        if (string.IsNullOrEmpty(setup.Settings.Container)) throw new StorageException("The storage has no container");
        if (!ContainerName().IsMatch(setup.Settings.Container)) throw new StorageException($"Invalid container name \"{setup.Settings.Container}\"");
        var address = options.AzureBlobEndpoint.Replace("{account}", account, StringComparison.Ordinal).TrimEnd('/');
        var client = new BlobContainerClient(new Uri($"{address}/{setup.Settings.Container}"), new StorageSharedKeyCredential(account, key), new BlobClientOptions
        {
            Transport = new HttpClientTransport(http.CreateClient(StorageHttp.NameOf(StorageHttp.ReachOf(setup)))),
            Retry = { MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(100) },
            Diagnostics = { IsDistributedTracingEnabled = false, IsLoggingEnabled = false, IsTelemetryEnabled = false },
        });
        return new AzureContainer(client, setup);
    }

    private static string? NotBlank(string? own, string variable) => !string.IsNullOrEmpty(own) ? own : ServerEnvironment.Get(variable) is { Length: > 0 } general ? general : null;

    private const string Container = """
        {"columnCount": 3, "fields": [
          {"type": "text", "name": "title", "label": "Storage Name", "required": true},
          {"type": "text", "name": "container", "label": "Container Name", "required": true},
          {"type": "text", "name": "prefix", "label": "Container Prefix"}]}
        """;

    private const string Account = """
        {"type": "password", "name": "account_name", "label": "Account Name", "autoComplete": "off", "skipAutofill": true, "allowEmpty": false, "protectedValue": true},
        {"type": "password", "name": "account_key", "label": "Account Key", "autoComplete": "new-password", "skipAutofill": true, "allowEmpty": false, "protectedValue": true}
        """;

    [GeneratedRegex("^[a-z0-9-]{1,63}$", RegexOptions.IgnoreCase)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^(\$root|\$web|[a-z0-9-]{1,63})$")]
    private static partial Regex ContainerName();
}
