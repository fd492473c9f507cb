using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Projects;

/// <summary>A project with its counters and creator, read in one statement.</summary>
public sealed class ProjectRow
{
    internal const string Columns = """
        p.id, p.organization_id, p.title, p.description, p.label_config, p.parsed_label_config, p.control_weights, p.expert_instruction, p.show_instruction,
        p.show_skip_button, p.enable_empty_annotation, p.show_annotation_history, p.reveal_preannotations_interactively, p.show_collab_predictions,
        p.evaluate_predictions_automatically, p.color, p.created_by_id, p.maximum_annotations, p.min_annotations_to_start_training, p.model_version,
        p.is_draft, p.is_published, p.created_at, p.updated_at, p.sampling, p.skip_queue, p.show_ground_truth_first, p.show_overlap_first,
        p.overlap_cohort_percentage, p.task_data_login, p.task_data_password, p.pinned_at,
        c.task_number, c.finished_task_number, c.total_predictions_number, c.total_annotations_number, c.num_tasks_with_annotations,
        c.useful_annotation_number, c.ground_truth_number, c.skipped_annotations_number, c.tasks_version,
        u.first_name AS creator_first_name, u.last_name AS creator_last_name, u.username AS creator_username, u.email AS creator_email, u.avatar AS creator_avatar
        """;

    internal const string From = """
        FROM projects p
        JOIN project_counts c ON c.project_id = p.id
        LEFT JOIN users u ON u.id = p.created_by_id
        """;

    // The caller's share of the queue, by an index over the caller's own annotations.
    internal const string QueueColumns = """
        , (SELECT COUNT(DISTINCT a.task_id) FROM annotations a JOIN visible_tasks t ON t.id = a.task_id
           WHERE a.project_id = p.id AND a.completed_by_id = @UserId) AS touched_tasks,
          (SELECT COUNT(DISTINCT a.task_id) FROM annotations a JOIN visible_tasks t ON t.id = a.task_id
           WHERE a.project_id = p.id AND a.completed_by_id = @UserId AND NOT t.is_labeled) AS touched_open_tasks,
          (SELECT COUNT(DISTINCT a.task_id) FROM annotations a JOIN visible_tasks t ON t.id = a.task_id
           WHERE a.project_id = p.id AND a.completed_by_id = @UserId AND NOT (a.was_cancelled AND p.skip_queue = 'REQUEUE_FOR_ME')) AS queue_done
        """;

    /// <summary>Id.</summary>
    public long Id { get; init; }
    /// <summary>Owner.</summary>
    public long OrganizationId { get; init; }
    /// <summary>Title.</summary>
    public string? Title { get; init; }
    /// <summary>Description.</summary>
    public string? Description { get; init; }
    /// <summary>XML of the labeling interface.</summary>
    public string LabelConfig { get; init; } = "";
    /// <summary>JSON object.</summary>
    public string ParsedLabelConfig { get; init; } = "{}";
    /// <summary>JSON object.</summary>
    public string ControlWeights { get; init; } = "{}";
    /// <summary>HTML.</summary>
    public string? ExpertInstruction { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowInstruction { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowSkipButton { get; init; }
    /// <summary>Setting.</summary>
    public bool EnableEmptyAnnotation { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowAnnotationHistory { get; init; }
    /// <summary>Setting.</summary>
    public bool RevealPreannotationsInteractively { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowCollabPredictions { get; init; }
    /// <summary>Setting.</summary>
    public bool EvaluatePredictionsAutomatically { get; init; }
    /// <summary>#RRGGBB.</summary>
    public string Color { get; init; } = "";
    /// <summary>Creator.</summary>
    public long? CreatedById { get; init; }
    /// <summary>Annotations wanted per task.</summary>
    public int MaximumAnnotations { get; init; }
    /// <summary>Setting.</summary>
    public int MinAnnotationsToStartTraining { get; init; }
    /// <summary>Which predictions are shown.</summary>
    public string? ModelVersion { get; init; }
    /// <summary>Setting.</summary>
    public bool IsDraft { get; init; }
    /// <summary>Setting.</summary>
    public bool IsPublished { get; init; }
    /// <summary>When made.</summary>
    public Timestamp CreatedAt { get; init; }
    /// <summary>When changed.</summary>
    public Timestamp UpdatedAt { get; init; }
    /// <summary>Sampling mode.</summary>
    public string? Sampling { get; init; }
    /// <summary>Skip mode.</summary>
    public string? SkipQueue { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowGroundTruthFirst { get; init; }
    /// <summary>Setting.</summary>
    public bool ShowOverlapFirst { get; init; }
    /// <summary>Percent.</summary>
    public int OverlapCohortPercentage { get; init; }
    /// <summary>For protected data.</summary>
    public string? TaskDataLogin { get; init; }
    /// <summary>For protected data.</summary>
    public string? TaskDataPassword { get; init; }
    /// <summary>Pinned since.</summary>
    public Timestamp? PinnedAt { get; init; }
    /// <summary>Counter.</summary>
    public long TaskNumber { get; init; }
    /// <summary>Counter.</summary>
    public long FinishedTaskNumber { get; init; }
    /// <summary>Counter.</summary>
    public long TotalPredictionsNumber { get; init; }
    /// <summary>Counter.</summary>
    public long TotalAnnotationsNumber { get; init; }
    /// <summary>Counter.</summary>
    public long NumTasksWithAnnotations { get; init; }
    /// <summary>Counter.</summary>
    public long UsefulAnnotationNumber { get; init; }
    /// <summary>Counter.</summary>
    public long GroundTruthNumber { get; init; }
    /// <summary>Counter.</summary>
    public long SkippedAnnotationsNumber { get; init; }
    /// <summary>Grows whenever tasks appear or go.</summary>
    public long TasksVersion { get; init; }
    /// <summary>Tasks the caller annotated; 0 when not asked for.</summary>
    public long TouchedTasks { get; init; }
    /// <summary>Those of them that are not labeled.</summary>
    public long TouchedOpenTasks { get; init; }
    /// <summary>Those the caller is done with.</summary>
    public long QueueDone { get; init; }
    /// <summary>Creator's name.</summary>
    public string? CreatorFirstName { get; init; }
    /// <summary>Creator's name.</summary>
    public string? CreatorLastName { get; init; }
    /// <summary>Creator's name.</summary>
    public string? CreatorUsername { get; init; }
    /// <summary>Creator's e-mail; null when the user is gone.</summary>
    public string? CreatorEmail { get; init; }
    /// <summary>Creator's picture.</summary>
    public string? CreatorAvatar { get; init; }

    /// <summary>As the API shows it.</summary>
    /// <param name="configs">Parsed configs.</param>
    /// <param name="origin">The server's address.</param>
    /// <param name="counters">False right after creation: counters are null.</param>
    public ProjectResponse ToResponse(LabelConfigs configs, string origin, bool counters = true)
    {
        var config = configs.Get(LabelConfig);
        long? Counter(long value) => counters ? value : null;
        return new ProjectResponse(
            Id, Title, Description, LabelConfig, ExpertInstruction, ShowInstruction, ShowSkipButton, EnableEmptyAnnotation, ShowAnnotationHistory, OrganizationId,
            Color, MaximumAnnotations, IsPublished, ModelVersion, IsDraft,
            CreatorEmail is null ? null : new UserSimple(CreatedById!.Value, CreatorFirstName!, CreatorLastName!, CreatorUsername!, CreatorEmail, UserRow.AvatarUrl(CreatorAvatar, origin)),
            CreatedAt, MinAnnotationsToStartTraining, MinAnnotationsToStartTraining != 0, ShowCollabPredictions, Counter(NumTasksWithAnnotations), Counter(TaskNumber),
            Counter(UsefulAnnotationNumber), Counter(GroundTruthNumber), Counter(SkippedAnnotationsNumber), Counter(TotalAnnotationsNumber), Counter(TotalPredictionsNumber),
            Sampling, ShowGroundTruthFirst, ShowOverlapFirst, OverlapCohortPercentage, TaskDataLogin, TaskDataPassword, new RawJson(ControlWeights),
            new RawJson(ParsedLabelConfig), EvaluatePredictionsAutomatically, config.HasControlTags, SkipQueue, RevealPreannotationsInteractively, PinnedAt,
            Counter(FinishedTaskNumber), TaskNumber - FinishedTaskNumber - TouchedOpenTasks + TouchedTasks, QueueDone, config.SuitableForBulkAnnotation, null);
    }
}

/// <summary>A project as the API shows it. Counters are null in the answer to its creation.</summary>
public sealed record ProjectResponse(
    long Id, string? Title, string? Description, string? LabelConfig, string? ExpertInstruction, bool ShowInstruction, bool ShowSkipButton,
    bool EnableEmptyAnnotation, bool ShowAnnotationHistory, long Organization, string Color, int MaximumAnnotations, bool IsPublished, string? ModelVersion,
    bool IsDraft, UserSimple? CreatedBy, Timestamp CreatedAt, int MinAnnotationsToStartTraining, bool StartTrainingOnAnnotationUpdate, bool ShowCollabPredictions,
    long? NumTasksWithAnnotations, long? TaskNumber, long? UsefulAnnotationNumber, long? GroundTruthNumber, long? SkippedAnnotationsNumber,
    long? TotalAnnotationsNumber, long? TotalPredictionsNumber, [property: Shape("Sampling", Null = true)] string? Sampling, bool ShowGroundTruthFirst, bool ShowOverlapFirst, int OverlapCohortPercentage,
    string? TaskDataLogin, string? TaskDataPassword, [property: Shape("ControlWeights", Null = true)] RawJson ControlWeights, [property: Shape("ParsedLabelConfig", Null = true)] RawJson ParsedLabelConfig, bool EvaluatePredictionsAutomatically,
    bool ConfigHasControlTags, [property: Shape("SkipQueue", Null = true)] string? SkipQueue, bool RevealPreannotationsInteractively, Timestamp? PinnedAt, long? FinishedTaskNumber, long QueueTotal,
    long QueueDone, bool ConfigSuitableForBulkAnnotation, string? State);

/// <summary>A project's counters.</summary>
public sealed record ProjectCountsResponse(
    long Id, long TaskNumber, long FinishedTaskNumber, long TotalPredictionsNumber, long TotalAnnotationsNumber, long NumTasksWithAnnotations,
    long UsefulAnnotationNumber, long GroundTruthNumber, long SkippedAnnotationsNumber);
