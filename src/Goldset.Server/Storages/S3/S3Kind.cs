using Amazon.Runtime;
using Amazon.S3;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.S3;

/// <summary>Amazon S3, and services that speak its protocol.</summary>
internal sealed class S3Kind(S3Clients clients) : StorageKind
{
    /// <inheritdoc />
    public override string Name => "s3";

    /// <inheritdoc />
    public override string Title => "AWS S3";

    /// <inheritdoc />
    public override string ImportForm => $$"""
        [
          {{Bucket}},
          {{StorageForms.RegexFilter}},
          {"columnCount": 3, "fields": [
            {{Service}},
            null,
            {"type": "password", "name": "aws_access_key_id", "label": "Access Key ID", "autoComplete": "off", "skipAutofill": true, "allowEmpty": false, "protectedValue": true, "tooltip": "Leave blank if already set up as an Environment Variable."},
            {"type": "password", "name": "aws_secret_access_key", "label": "Secret Access Key", "autoComplete": "new-password", "skipAutofill": true, "allowEmpty": false, "protectedValue": true, "tooltip": "Leave blank if already set up as an Environment Variable."},
            {{SessionToken}}]},
          {{StorageForms.ImportMethod}},
          {{StorageForms.Presign}},
          {"columnCount": 1, "columns": [{"fields": [{"type": "toggle", "name": "recursive_scan", "label": "Scan all sub-folders", "description": "Include files from all nested folders"}]}]}
        ]
        """;

    /// <inheritdoc />
    public override string ExportForm => $$"""
        [
          {{Bucket}},
          {"columnCount": 3, "fields": [
            {{Service}},
            {"type": "text", "name": "aws_sse_kms_key_id", "label": "SSE KMS Key ID"},
            {"type": "password", "name": "aws_access_key_id", "label": "Access Key ID", "autoComplete": "off", "skipAutofill": true, "allowEmpty": false, "protectedValue": true},
            {"type": "password", "name": "aws_secret_access_key", "label": "Secret Access Key", "autoComplete": "new-password", "skipAutofill": true, "allowEmpty": false, "protectedValue": true},
            {{SessionToken}}]},
          {"columnCount": 1, "columns": [{"fields": [{"type": "toggle", "name": "can_delete_objects", "label": "Can delete objects from storage", "description": "If unchecked, annotations will not be deleted from storage"}]}]}
        ]
        """;

    /// <inheritdoc />
    public override StorageContract Import { get; } = StorageContract.Of<S3ImportRequest, S3ImportStorage>();

    /// <inheritdoc />
    public override StorageContract Export { get; } = StorageContract.Of<S3ExportRequest, S3ExportStorage>();

    /// <inheritdoc />
    public override bool WritesAtOnce => false;

    /// <inheritdoc />
    public override StorageResponse ToResponse(StorageRow row) => row.IsExport ? new S3ExportStorage(row) : new S3ImportStorage(row);

    /// <inheritdoc />
    public override string? UriPrefix(StorageSettings settings) => ObjectUri.Prefix("s3", settings.Bucket);

    /// <inheritdoc />
    public override IObjectStore Open(StorageSetup setup) => OpenBucket(setup);

    private S3Bucket OpenBucket(StorageSetup setup)
    {
        if (string.IsNullOrEmpty(setup.Settings.Bucket)) throw new StorageException("The storage has no bucket");
        try
        {
            return new S3Bucket(clients.Create(setup), setup);
        }
        catch (AmazonClientException wrong)
        {
            throw new StorageException(wrong.Message, wrong);
        }
    }

    /// <inheritdoc />
    public override async Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel)
    {
        using var bucket = OpenBucket(setup);
        await bucket.CheckAsync(isExport, cancel);
    }

    /// <inheritdoc />
    public override bool NeedsCheck(StorageRequest request) => request is S3Request { Bucket: { IsSet: true, Value.Length: > 0 } };

    private const string Bucket = """
        {"columnCount": 3, "fields": [
          {"type": "text", "name": "title", "label": "Storage Name", "required": true},
          {"type": "text", "name": "bucket", "label": "Bucket Name", "allowEmpty": false, "required": true},
          {"type": "text", "name": "prefix", "label": "Bucket Prefix"}]}
        """;

    private const string Service = """
        {"type": "text", "name": "region_name", "label": "Region Name", "placeholder": "us-east-1"},
        {"type": "text", "name": "s3_endpoint", "label": "S3 Endpoint"}
        """;

    private const string SessionToken =
        """{"type": "password", "name": "aws_session_token", "autoComplete": "new-password", "label": "Session Token", "skipAutofill": true, "allowEmpty": true, "protectedValue": true}""";
}
