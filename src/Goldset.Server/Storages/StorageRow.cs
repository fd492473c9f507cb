using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Storages;

/// <summary>A storage as it is stored.</summary>
internal sealed class StorageRow
{
    public const string Columns = """
        s.id, s.project_id, s.kind, s.is_export, s.title, s.description, s.created_by_id, s.created_at, s.synchronizable, s.allow_private, s.regex_filter, s.use_blob_urls,
        s.presign, s.presign_ttl, s.recursive_scan, s.can_delete_objects, s.status, s.last_sync, s.last_sync_count, s.heartbeat, s.attempt, s.meta, s.traceback,
        s.settings AS settings_json, s.sealed_secrets
        """;

    public long Id { get; init; }
    public long ProjectId { get; init; }
    public string Kind { get; init; } = "";
    public bool IsExport { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public long? CreatedById { get; init; }
    public Timestamp CreatedAt { get; init; }
    public bool Synchronizable { get; init; }
    public bool AllowPrivate { get; init; }
    public string? RegexFilter { get; init; }
    public bool UseBlobUrls { get; init; }
    public bool Presign { get; init; }
    public int PresignTtl { get; init; }
    public bool? RecursiveScan { get; init; }
    public bool? CanDeleteObjects { get; init; }
    public string Status { get; init; } = "";
    public Timestamp? LastSync { get; init; }
    public long? LastSyncCount { get; init; }
    public Timestamp? Heartbeat { get; init; }
    public long Attempt { get; init; }
    public string Meta { get; init; } = "{}";
    public string? Traceback { get; init; }
    public string SettingsJson { get; init; } = "{}";
    public string? SealedSecrets { get; init; }

    /// <summary>What the kind is set up with.</summary>
    public StorageSettings Settings => JsonSerializer.Deserialize<StorageSettings>(SettingsJson, Json.Options) ?? new StorageSettings();

    /// <summary>Waits for a synchronization, or is in one.</summary>
    public bool IsBusy => Status is SyncStatus.Queued or SyncStatus.InProgress;

    /// <summary>What a person has set.</summary>
    public StorageSetup ToSetup(StorageVault vault) => new()
    {
        ProjectId = ProjectId,
        Title = Title,
        Description = Description,
        Synchronizable = Synchronizable,
        RegexFilter = RegexFilter,
        UseBlobUrls = UseBlobUrls,
        Presign = Presign,
        PresignTtl = PresignTtl,
        RecursiveScan = RecursiveScan,
        CanDeleteObjects = CanDeleteObjects,
        AllowPrivate = AllowPrivate,
        Settings = Settings,
        Secrets = vault.Open(SealedSecrets),
    };
}

/// <summary>The states of a storage.</summary>
internal static class SyncStatus
{
    public const string Initialized = "initialized";
    public const string Queued = "queued";
    public const string InProgress = "in_progress";
    public const string Failed = "failed";
    public const string Completed = "completed";
    public const string CompletedWithErrors = "completed_with_errors";
}
