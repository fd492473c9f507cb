namespace Goldset.Data.Entities;

/// <summary>A place outside that a project imports objects from, or writes its annotations to.</summary>
public sealed class Storage
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary><c>s3</c>, <c>localfiles</c>.</summary>
    public string Kind { get; set; } = "";
    /// <summary>Annotations are written to it; otherwise objects are imported from it.</summary>
    public bool IsExport { get; set; }
    /// <summary>Name people gave it.</summary>
    public string? Title { get; set; }
    /// <summary>Free text.</summary>
    public string? Description { get; set; }
    /// <summary>Who made it.</summary>
    public long? CreatedById { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>May be synchronized.</summary>
    public bool Synchronizable { get; set; } = true;
    /// <summary>Private addresses may be connected to: an administrator set the endpoint.</summary>
    public bool AllowPrivate { get; set; }
    /// <summary>Objects to import, matched from the beginning of the key.</summary>
    public string? RegexFilter { get; set; }
    /// <summary>Each object is a task; otherwise objects hold tasks as JSON.</summary>
    public bool UseBlobUrls { get; set; }
    /// <summary>Browsers read objects from the storage through signed addresses; otherwise through the server.</summary>
    public bool Presign { get; set; } = true;
    /// <summary>Minutes a signed address is good for.</summary>
    public int PresignTtl { get; set; } = 1;
    /// <summary>Objects in folders below too.</summary>
    public bool? RecursiveScan { get; set; }
    /// <summary>Deleting an annotation deletes its object.</summary>
    public bool? CanDeleteObjects { get; set; }
    /// <summary><c>initialized</c>, <c>queued</c>, <c>in_progress</c>, <c>failed</c>, <c>completed</c> or <c>completed_with_errors</c>.</summary>
    public string Status { get; set; } = "initialized";
    /// <summary>End of the last successful synchronization.</summary>
    public Timestamp? LastSync { get; set; }
    /// <summary>Tasks made or annotations written by the last one.</summary>
    public long? LastSyncCount { get; set; }
    /// <summary>Renewed while a synchronization runs.</summary>
    public Timestamp? Heartbeat { get; set; }
    /// <summary>Grows with each synchronization that is asked for; one that is not the newest any more has lost its claim.</summary>
    public long Attempt { get; set; }
    /// <summary>JSON object: times and numbers of the last synchronization.</summary>
    public string Meta { get; set; } = "{}";
    /// <summary>Why the last failure happened.</summary>
    public string? Traceback { get; set; }
    /// <summary>JSON object: what the kind needs, without secrets.</summary>
    public string Settings { get; set; } = "{}";
    /// <summary>JSON object of the credentials, encrypted with the server's key; null: none.</summary>
    public string? SealedSecrets { get; set; }
}

/// <summary>The object of an import storage that a task was made of.</summary>
public sealed class StorageImportLink
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The storage.</summary>
    public long StorageId { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>Place of the task in an object with several, from 0; null: the object is one task.</summary>
    public long? RowIndex { get; set; }
    /// <summary>The object's key.</summary>
    public string Key { get; set; } = "";
}

/// <summary>The object of an export storage that an annotation was written to. It outlives the annotation until the object is deleted.</summary>
public sealed class StorageExportLink
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The storage.</summary>
    public long StorageId { get; set; }
    /// <summary>The annotation.</summary>
    public long AnnotationId { get; set; }
    /// <summary>First written.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last written.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>The object's key.</summary>
    public string Key { get; set; } = "";
}

/// <summary>An annotation that is to be written to an export storage, put down in the transaction that saved it. The row goes when it is written.</summary>
public sealed class StorageWriteOrder
{
    /// <summary>The storage.</summary>
    public long StorageId { get; set; }
    /// <summary>The annotation.</summary>
    public long AnnotationId { get; set; }
    /// <summary>Grows with each change of the annotation: only what was written after the last one is done.</summary>
    public int Change { get; set; }
    /// <summary>Until then nobody else takes it up.</summary>
    public Timestamp? LeasedUntil { get; set; }
}
