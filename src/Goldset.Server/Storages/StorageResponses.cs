using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Storages;

/// <summary>A kind of storage.</summary>
internal sealed record StorageType(string Name, string Title);

/// <summary>What every storage shows.</summary>
internal abstract class StorageResponse
{
    protected StorageResponse(StorageRow row)
    {
        (Id, Type, Project, Title, Description, CreatedAt, Synchronizable) = (row.Id, row.Kind, row.ProjectId, row.Title, row.Description, row.CreatedAt, row.Synchronizable);
        (RegexFilter, UseBlobUrls, LastSync, LastSyncCount, Status, Traceback, Meta) =
            (row.RegexFilter, row.UseBlobUrls, row.LastSync, row.LastSyncCount, row.Status, row.Traceback, new RawJson(row.Meta));
    }

    public long Id { get; }
    /// <summary>The kind.</summary>
    public string Type { get; }
    public bool Synchronizable { get; }
    public string? Title { get; }
    public string? Description { get; }
    public Timestamp CreatedAt { get; }
    /// <summary>End of the last successful synchronization.</summary>
    public Timestamp? LastSync { get; }
    /// <summary>Tasks made or annotations written by the last synchronization, so far.</summary>
    public long? LastSyncCount { get; }
    /// <summary>Always null: jobs have no id of their own.</summary>
    public string? LastSyncJob { get; }
    /// <summary><c>initialized</c>, <c>queued</c>, <c>in_progress</c>, <c>failed</c>, <c>completed</c> or <c>completed_with_errors</c>.</summary>
    public string Status { get; }
    /// <summary>Why the last failure happened.</summary>
    public string? Traceback { get; }
    /// <summary>Times and numbers of the last synchronization.</summary>
    [Shape("SyncMeta")] public RawJson Meta { get; }
    public string? RegexFilter { get; }
    public bool UseBlobUrls { get; }
    public long Project { get; }
}

/// <summary>Local files to import.</summary>
internal sealed class LocalFilesImportStorage(StorageRow row) : StorageResponse(row)
{
    public string? Path { get; } = row.Settings.Path;
    public bool? RecursiveScan { get; } = row.RecursiveScan;
}

/// <summary>A local folder that annotations are written to.</summary>
internal sealed class LocalFilesExportStorage(StorageRow row) : StorageResponse(row)
{
    public string? Path { get; } = row.Settings.Path;
    public bool? CanDeleteObjects { get; } = row.CanDeleteObjects;
}

/// <summary>An S3 bucket to import from. Of the credentials nothing is shown.</summary>
internal sealed class S3ImportStorage(StorageRow row) : StorageResponse(row)
{
    public bool Presign { get; } = row.Presign;
    public int PresignTtl { get; } = row.PresignTtl;
    public bool RecursiveScan { get; } = row.RecursiveScan ?? false;
    public string? Bucket { get; } = row.Settings.Bucket;
    public string? Prefix { get; } = row.Settings.Prefix;
    public string? RegionName { get; } = row.Settings.RegionName;
    public string? S3Endpoint { get; } = row.Settings.S3Endpoint;
    public string? AwsSseKmsKeyId { get; } = row.Settings.AwsSseKmsKeyId;
    /// <summary>Always null.</summary>
    public string? AwsSessionToken { get; }
}

/// <summary>An S3 bucket that annotations are written to. Of the credentials nothing is shown.</summary>
internal sealed class S3ExportStorage(StorageRow row) : StorageResponse(row)
{
    public bool? CanDeleteObjects { get; } = row.CanDeleteObjects;
    public string? Bucket { get; } = row.Settings.Bucket;
    public string? Prefix { get; } = row.Settings.Prefix;
    public string? RegionName { get; } = row.Settings.RegionName;
    public string? S3Endpoint { get; } = row.Settings.S3Endpoint;
    public string? AwsSseKmsKeyId { get; } = row.Settings.AwsSseKmsKeyId;
    /// <summary>Always null.</summary>
    public string? AwsSessionToken { get; }
}

/// <summary>A bucket of Google Cloud Storage to import from. The credentials are not shown.</summary>
internal sealed class GcsImportStorage(StorageRow row) : StorageResponse(row)
{
    public bool Presign { get; } = row.Presign;
    public int PresignTtl { get; } = row.PresignTtl;
    public bool? RecursiveScan { get; } = row.RecursiveScan;
    public string? Bucket { get; } = row.Settings.Bucket;
    public string? Prefix { get; } = row.Settings.Prefix;
    public string? GoogleProjectId { get; } = row.Settings.GoogleProjectId;
}

/// <summary>A bucket of Google Cloud Storage that annotations are written to. The credentials are not shown.</summary>
internal sealed class GcsExportStorage(StorageRow row) : StorageResponse(row)
{
    public bool? CanDeleteObjects { get; } = row.CanDeleteObjects;
    public string? Bucket { get; } = row.Settings.Bucket;
    public string? Prefix { get; } = row.Settings.Prefix;
    public string? GoogleProjectId { get; } = row.Settings.GoogleProjectId;
}

/// <summary>An Azure container to import from. The account is not shown.</summary>
internal sealed class AzureImportStorage(StorageRow row) : StorageResponse(row)
{
    public bool Presign { get; } = row.Presign;
    public int PresignTtl { get; } = row.PresignTtl;
    public bool? RecursiveScan { get; } = row.RecursiveScan;
    public string? Container { get; } = row.Settings.Container;
    public string? Prefix { get; } = row.Settings.Prefix;
}

/// <summary>An Azure container that annotations are written to. The account is not shown.</summary>
internal sealed class AzureExportStorage(StorageRow row) : StorageResponse(row)
{
    public bool? CanDeleteObjects { get; } = row.CanDeleteObjects;
    public string? Container { get; } = row.Settings.Container;
    public string? Prefix { get; } = row.Settings.Prefix;
}

/// <summary>A Redis database to import from. The password is not shown.</summary>
internal sealed class RedisImportStorage(StorageRow row) : StorageResponse(row)
{
    public string? Path { get; } = row.Settings.Path;
    public string? Host { get; } = row.Settings.Host;
    public string? Port { get; } = row.Settings.Port;
    public int Db { get; } = row.Settings.Db ?? 0;
}

/// <summary>A Redis database that annotations are written to. The password is not shown.</summary>
internal sealed class RedisExportStorage(StorageRow row) : StorageResponse(row)
{
    public bool? CanDeleteObjects { get; } = row.CanDeleteObjects;
    public string? Path { get; } = row.Settings.Path;
    public string? Host { get; } = row.Settings.Host;
    public string? Port { get; } = row.Settings.Port;
    public int Db { get; } = row.Settings.Db ?? 0;
}

/// <summary>Objects of an import storage.</summary>
/// <param name="Files">In the storage's order. A last one without key says that there are more; one whose key says so, that time ran out.</param>
internal sealed record StorageFiles(IReadOnlyList<StorageFile> Files);

/// <summary>An object of a storage.</summary>
/// <param name="Key">Key, or absolute path.</param>
/// <param name="LastModified">When it was written; null where the storage does not tell.</param>
/// <param name="Size">Bytes; null where the storage does not tell.</param>
internal sealed record StorageFile(string? Key, Timestamp? LastModified, long? Size);
