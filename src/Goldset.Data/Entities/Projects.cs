namespace Goldset.Data.Entities;

/// <summary>A set of tasks labeled with one labeling interface.</summary>
public sealed class Project
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Owner organization.</summary>
    public long OrganizationId { get; set; }
    /// <summary>3 to 50 characters, or blank, or null.</summary>
    public string? Title { get; set; } = "";
    /// <summary>Free text.</summary>
    public string? Description { get; set; } = "";
    /// <summary>Show the instruction before labeling.</summary>
    public bool ShowInstruction { get; set; }
    /// <summary>Offer skipping.</summary>
    public bool ShowSkipButton { get; set; } = true;
    /// <summary>Allow submitting without regions.</summary>
    public bool EnableEmptyAnnotation { get; set; } = true;
    /// <summary>Show earlier versions of annotations.</summary>
    public bool ShowAnnotationHistory { get; set; }
    /// <summary>Reveal pre-annotations step by step.</summary>
    public bool RevealPreannotationsInteractively { get; set; }
    /// <summary>Offer predictions to annotators.</summary>
    public bool ShowCollabPredictions { get; set; } = true;
    /// <summary>Kept for clients that still send it.</summary>
    public bool EvaluatePredictionsAutomatically { get; set; }
    /// <summary><c>#RRGGBB</c>.</summary>
    public string Color { get; set; } = "#FFFFFF";
    /// <summary>Who made it.</summary>
    public long? CreatedById { get; set; }
    /// <summary>Annotations wanted per task.</summary>
    public int MaximumAnnotations { get; set; } = 1;
    /// <summary>Train after this many annotations; 0: never.</summary>
    public int MinAnnotationsToStartTraining { get; set; }
    /// <summary>Which predictions are shown.</summary>
    public string? ModelVersion { get; set; } = "";
    /// <summary>Made by the wizard and not yet saved.</summary>
    public bool IsDraft { get; set; }
    /// <summary>Open to annotators.</summary>
    public bool IsPublished { get; set; }
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change of the settings.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary><c>Sequential sampling</c>, <c>Uniform sampling</c> or <c>Uncertainty sampling</c>.</summary>
    public string? Sampling { get; set; } = "Sequential sampling";
    /// <summary><c>REQUEUE_FOR_ME</c>, <c>REQUEUE_FOR_OTHERS</c> or <c>IGNORE_SKIPPED</c>.</summary>
    public string? SkipQueue { get; set; } = "REQUEUE_FOR_OTHERS";
    /// <summary>Tasks with a ground-truth annotation first.</summary>
    public bool ShowGroundTruthFirst { get; set; }
    /// <summary>Tasks with an overlap above 1 first.</summary>
    public bool ShowOverlapFirst { get; set; }
    /// <summary>Percentage of tasks that get the overlap.</summary>
    public int OverlapCohortPercentage { get; set; } = 100;
    /// <summary>User name for fetching protected task data.</summary>
    public string? TaskDataLogin { get; set; }
    /// <summary>Password for fetching protected task data.</summary>
    public string? TaskDataPassword { get; set; }
    /// <summary>Set when pinned to the top of the list.</summary>
    public Timestamp? PinnedAt { get; set; }
    /// <summary>In the trash since.</summary>
    public Timestamp? DeletedAt { get; set; }
    /// <summary>Who deleted it.</summary>
    public long? DeletedById { get; set; }
    /// <summary>JSON object: weight of each control and label in agreement.</summary>
    public string ControlWeights { get; set; } = "{}";
    /// <summary>XML of the labeling interface.</summary>
    public string LabelConfig { get; set; } = "<View></View>";
    /// <summary>The config as the API shows it parsed; JSON object.</summary>
    public string ParsedLabelConfig { get; set; } = "{}";
    /// <summary>Sanitised HTML shown to annotators.</summary>
    public string? ExpertInstruction { get; set; } = "";
}

/// <summary>A project's counters, moved by delta in the transaction of each change so that no request ever recounts.</summary>
public sealed class ProjectCounts
{
    /// <summary>Primary key: the project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Tasks.</summary>
    public long TaskNumber { get; set; }
    /// <summary>Tasks that are labeled.</summary>
    public long FinishedTaskNumber { get; set; }
    /// <summary>Predictions.</summary>
    public long TotalPredictionsNumber { get; set; }
    /// <summary>Annotations that are not skipped.</summary>
    public long TotalAnnotationsNumber { get; set; }
    /// <summary>Tasks with a useful annotation.</summary>
    public long NumTasksWithAnnotations { get; set; }
    /// <summary>Annotations neither skipped nor ground truth, with a result.</summary>
    public long UsefulAnnotationNumber { get; set; }
    /// <summary>Ground-truth annotations.</summary>
    public long GroundTruthNumber { get; set; }
    /// <summary>Skipped annotations.</summary>
    public long SkippedAnnotationsNumber { get; set; }
    /// <summary>The highest <c>inner_id</c> given so far.</summary>
    public long LastInnerId { get; set; }
    /// <summary>Grows whenever tasks appear or go.</summary>
    public long TasksVersion { get; set; }
}

/// <summary>What a <see cref="SummaryCount"/> counts.</summary>
public enum SummaryKind
{
    /// <summary>Tasks with data key <see cref="SummaryCount.Key"/>.</summary>
    DataColumn = 0,
    /// <summary>Regions by <c>from|to|type</c>.</summary>
    Annotation = 1,
    /// <summary>Regions of control <see cref="SummaryCount.Key"/> with label <see cref="SummaryCount.Label"/>.</summary>
    Label = 2,
    /// <summary>The same in drafts.</summary>
    DraftLabel = 3,
}

/// <summary>One number of a project's summary: validation of a changed config reads these instead of annotations.</summary>
public sealed class SummaryCount
{
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>What is counted.</summary>
    public SummaryKind Kind { get; set; }
    /// <summary>Data key, <c>from|to|type</c> or control name.</summary>
    public string Key { get; set; } = "";
    /// <summary>Label, or empty.</summary>
    public string Label { get; set; } = "";
    /// <summary>How many.</summary>
    public long Count { get; set; }
}

/// <summary>A saved tab of the data manager.</summary>
public sealed class View
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Who made it.</summary>
    public long? UserId { get; set; }
    /// <summary>JSON object: title, columns, widths and so on, as the client sent it.</summary>
    public string Data { get; set; } = "{}";
    /// <summary>JSON array of column ids, <c>-</c> for descending.</summary>
    public string Ordering { get; set; } = "[]";
    /// <summary>JSON object of the filters, or null.</summary>
    public string? Filters { get; set; }
    /// <summary>JSON object <c>{all, included | excluded}</c>.</summary>
    public string SelectedItems { get; set; } = "{}";
    /// <summary>Position among the project's tabs.</summary>
    public int Order { get; set; }
}

/// <summary>An uploaded file.</summary>
public sealed class FileUpload
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary>Who uploaded it.</summary>
    public long UserId { get; set; }
    /// <summary><c>upload/&lt;project&gt;/&lt;8 hex&gt;-&lt;name&gt;</c>, below the media folder.</summary>
    public string File { get; set; } = "";
    /// <summary>Bytes.</summary>
    public long Size { get; set; }
    /// <summary>When.</summary>
    public Timestamp CreatedAt { get; set; }
}
