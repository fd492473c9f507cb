namespace Goldset.Data.Entities;

/// <summary>
/// One item to label. Read through the view <c>visible_tasks</c>, which leaves out deleted tasks and the rows of an import that is
/// still under way. Long texts come last in each table so that reading the short columns never touches their overflow pages.
/// </summary>
public sealed class LabelingTask
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change of the task, its annotations or predictions.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>Who made that change.</summary>
    public long? UpdatedById { get; set; }
    /// <summary>Enough annotations.</summary>
    public bool IsLabeled { get; set; }
    /// <summary>False: cannot be skipped; null counts as false.</summary>
    public bool? AllowSkip { get; set; } = true;
    /// <summary>Annotations wanted.</summary>
    public int Overlap { get; set; } = 1;
    /// <summary>Number within the project, from 1.</summary>
    public long? InnerId { get; set; }
    /// <summary>Annotations that are not skipped.</summary>
    public int TotalAnnotations { get; set; }
    /// <summary>Skipped annotations.</summary>
    public int CancelledAnnotations { get; set; }
    /// <summary>Predictions.</summary>
    public int TotalPredictions { get; set; }
    /// <summary>Annotations neither skipped nor ground truth, with a result.</summary>
    public int UsefulAnnotations { get; set; }
    /// <summary>Ground-truth annotations.</summary>
    public int GroundTruthAnnotations { get; set; }
    /// <summary>The file it came from.</summary>
    public long? FileUploadId { get; set; }
    /// <summary>The import that wrote it; hidden while that import is pending.</summary>
    public long? ImportId { get; set; }
    /// <summary>In the trash since. SQLite has that in <c>deleted_tasks</c>, see <see cref="SqlDialect.MarksDeletedTasks"/>.</summary>
    public Timestamp? DeletedAt { get; set; }
    /// <summary>JSON object, or null.</summary>
    public string? Meta { get; set; }
    /// <summary>JSON object, the bytes the client sent.</summary>
    public string Data { get; set; } = "{}";
}

/// <summary>An import whose rows are not to be seen yet. Deleting this row makes them visible.</summary>
public sealed class PendingImport
{
    /// <summary>Primary key; never used again.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>No task of this import has a smaller id.</summary>
    public long FirstTaskId { get; set; }
    /// <summary>When it began.</summary>
    public Timestamp StartedAt { get; set; }
    /// <summary>Renewed while the import runs; the sweeper removes the rows of imports whose beat is old.</summary>
    public Timestamp Heartbeat { get; set; }
}

/// <summary>A person's answer to a task.</summary>
public sealed class Annotation
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>The task's project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Number of distinct region ids.</summary>
    public int ResultCount { get; set; }
    /// <summary>Author.</summary>
    public long? CompletedById { get; set; }
    /// <summary>Who changed it last.</summary>
    public long? UpdatedById { get; set; }
    /// <summary>A skip.</summary>
    public bool WasCancelled { get; set; }
    /// <summary>Taken as the truth.</summary>
    public bool GroundTruth { get; set; }
    /// <summary>Made by a bulk action.</summary>
    public bool BulkCreated { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>When the draft it came from was begun.</summary>
    public Timestamp? DraftCreatedAt { get; set; }
    /// <summary>Seconds spent.</summary>
    public double? LeadTime { get; set; }
    /// <summary>UUID; the client's idempotency key where it sent one.</summary>
    public string UniqueId { get; set; } = "";
    /// <summary>Id the annotation had where it was imported from.</summary>
    public long? ImportId { get; set; }
    /// <summary>See the API; null for what the API makes.</summary>
    public string? LastAction { get; set; }
    /// <summary>Copied from this prediction.</summary>
    public long? ParentPredictionId { get; set; }
    /// <summary>Copied from this annotation.</summary>
    public long? ParentAnnotationId { get; set; }
    /// <summary>Author of the last version.</summary>
    public long? LastCreatedById { get; set; }
    /// <summary>JSON object: the prediction shown when it was made, or <c>{}</c>.</summary>
    public string Prediction { get; set; } = "{}";
    /// <summary>JSON array of regions, or null.</summary>
    public string? Result { get; set; }
}

/// <summary>Unsubmitted work.</summary>
public sealed class Draft
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>The task's project.</summary>
    public long ProjectId { get; set; }
    /// <summary>The annotation being changed; null: a new one.</summary>
    public long? AnnotationId { get; set; }
    /// <summary>Author.</summary>
    public long UserId { get; set; }
    /// <summary>Seconds spent.</summary>
    public double? LeadTime { get; set; }
    /// <summary>Put off: the task comes back at the end of the queue.</summary>
    public bool WasPostponed { get; set; }
    /// <summary>Id it had where it was imported from.</summary>
    public long? ImportId { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>JSON, usually an array of regions.</summary>
    public string Result { get; set; } = "[]";
}

/// <summary>A model's answer to a task.</summary>
public sealed class Prediction
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>The task's project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Confidence.</summary>
    public double? Score { get; set; }
    /// <summary>Name of the model's version.</summary>
    public string? ModelVersion { get; set; } = "";
    /// <summary>The machine-learning back end it came from.</summary>
    public long? ModelId { get; set; }
    /// <summary>Cluster number for uncertainty sampling.</summary>
    public int? Cluster { get; set; }
    /// <summary>Likelihood of a mistake.</summary>
    public double Mislabeling { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>JSON, or null.</summary>
    public string? Neighbors { get; set; }
    /// <summary>JSON array of regions, or null.</summary>
    public string? Result { get; set; }
}

/// <summary>A task handed out to a user and not yet answered.</summary>
public sealed class TaskLock
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>The task's project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Whose.</summary>
    public long UserId { get; set; }
    /// <summary>UUID given to the client, which sends it back as the annotation's <c>unique_id</c>.</summary>
    public string UniqueId { get; set; } = "";
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Ignored after this.</summary>
    public Timestamp ExpireAt { get; set; }
}

/// <summary>A task a user met in the label stream, for going back.</summary>
public sealed class LabelStreamVisit
{
    /// <summary>Primary key; also the order.</summary>
    public long Id { get; set; }
    /// <summary>Whose.</summary>
    public long UserId { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>The task.</summary>
    public long TaskId { get; set; }
    /// <summary>The annotation submitted for it.</summary>
    public long? AnnotationId { get; set; }
}
