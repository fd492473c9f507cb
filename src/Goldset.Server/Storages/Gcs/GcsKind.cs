using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Gcs;

/// <summary>Buckets of Google Cloud Storage.</summary>
internal sealed class GcsKind(GcsClients clients) : StorageKind
{
    /// <inheritdoc />
    public override string Name => "gcs";

    /// <inheritdoc />
    public override string Title => "Google Cloud Storage";

    /// <inheritdoc />
    public override string ImportForm => $$"""
        [
          {{Bucket}},
          {{StorageForms.RegexFilter}},
          {{Credentials}},
          {{StorageForms.ImportMethod}},
          {{StorageForms.Presign}}
        ]
        """;

    /// <inheritdoc />
    public override string ExportForm => $$"""
        [
          {{Bucket}},
          {{Credentials}}
        ]
        """;

    /// <inheritdoc />
    public override StorageContract Import { get; } = StorageContract.Of<GcsImportRequest, GcsImportStorage>();

    /// <inheritdoc />
    public override StorageContract Export { get; } = StorageContract.Of<GcsExportRequest, GcsExportStorage>();

    /// <inheritdoc />
    public override bool WritesAtOnce => false;

    /// <inheritdoc />
    public override StorageResponse ToResponse(StorageRow row) => row.IsExport ? new GcsExportStorage(row) : new GcsImportStorage(row);

    /// <inheritdoc />
    public override string? UriPrefix(StorageSettings settings) => ObjectUri.Prefix("gs", settings.Bucket);

    /// <inheritdoc />
    public override IObjectStore Open(StorageSetup setup) => OpenBucket(setup);

    /// <inheritdoc />
    public override async Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel)
    {
        using var bucket = OpenBucket(setup);
        await bucket.CheckAsync(isExport, cancel);
    }

    /// <inheritdoc />
    public override bool NeedsCheck(StorageRequest request) => true;

    private GcsBucket OpenBucket(StorageSetup setup)
    {
        var client = clients.Create(setup);
        return string.IsNullOrEmpty(setup.Settings.Bucket) ? throw new StorageException("The storage has no bucket") : new GcsBucket(client, setup);
    }

    private const string Bucket = """
        {"columnCount": 3, "fields": [
          {"type": "text", "name": "title", "label": "Storage Name", "required": true},
          {"type": "text", "name": "bucket", "label": "Bucket Name", "required": true},
          {"type": "text", "name": "prefix", "label": "Bucket Prefix"}]}
        """;

    private const string Credentials = """
        {"columnCount": 1, "fields": [{"type": "password", "name": "google_application_credentials", "label": "Google Application Credentials", "footer": "Paste the contents of credentials.json in this field OR leave it blank to use ADC.", "autoComplete": "new-password", "skipAutofill": true, "allowEmpty": false, "validators": ["json"]}]},
        {"columnCount": 1, "fields": [{"type": "text", "name": "google_project_id", "label": "Google Project ID", "footer": "Leave blank to inherit from Google Application Credentials."}]}
        """;
}
