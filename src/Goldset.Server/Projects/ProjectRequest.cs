using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Projects;

/// <summary>What may be set on a project.</summary>
public sealed record ProjectRequest
{
    /// <summary>3 to 50 characters, or blank.</summary>
    [Field(Null = true, Blank = true, MinLength = 3, MaxLength = 50)] public Optional<string?> Title { get; init; }
    /// <summary>Free text.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Description { get; init; }
    /// <summary>XML of the labeling interface.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> LabelConfig { get; init; }
    /// <summary>HTML shown to annotators; what is not on the list of harmless elements is removed.</summary>
    [Field(Blank = true)] public Optional<string> ExpertInstruction { get; init; }
    /// <summary>Show the instruction before labeling.</summary>
    public Optional<bool> ShowInstruction { get; init; }
    /// <summary>Offer skipping.</summary>
    public Optional<bool> ShowSkipButton { get; init; }
    /// <summary>Allow submitting without regions.</summary>
    public Optional<bool> EnableEmptyAnnotation { get; init; }
    /// <summary>Show earlier versions of annotations.</summary>
    public Optional<bool> ShowAnnotationHistory { get; init; }
    /// <summary>The owner organization: only the caller's own.</summary>
    public Optional<long?> Organization { get; init; }
    /// <summary><c>#RRGGBB</c>.</summary>
    [Field(MaxLength = 16)] public Optional<string> Color { get; init; }
    /// <summary>Annotations wanted per task.</summary>
    public Optional<int> MaximumAnnotations { get; init; }
    /// <summary>Open to annotators.</summary>
    public Optional<bool> IsPublished { get; init; }
    /// <summary>Which predictions are shown.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> ModelVersion { get; init; }
    /// <summary>Made by the wizard and not yet saved.</summary>
    public Optional<bool> IsDraft { get; init; }
    /// <summary>Read-only.</summary>
    [Field(Null = true), Shape("UserInBody")] public Optional<JsonElement> CreatedBy { get; init; }
    /// <summary>Train after this many annotations; 0: never.</summary>
    public Optional<int> MinAnnotationsToStartTraining { get; init; }
    /// <summary>The same as a switch.</summary>
    public Optional<bool> StartTrainingOnAnnotationUpdate { get; init; }
    /// <summary>Offer predictions to annotators.</summary>
    public Optional<bool> ShowCollabPredictions { get; init; }
    /// <summary>Order in which tasks are handed out.</summary>
    [Field(Null = true, Choices = ["Sequential sampling", "Uniform sampling", "Uncertainty sampling"])] public Optional<string?> Sampling { get; init; }
    /// <summary>Tasks with a ground-truth annotation first.</summary>
    public Optional<bool> ShowGroundTruthFirst { get; init; }
    /// <summary>Tasks with an overlap above 1 first.</summary>
    public Optional<bool> ShowOverlapFirst { get; init; }
    /// <summary>Percentage of tasks that get the overlap.</summary>
    public Optional<int> OverlapCohortPercentage { get; init; }
    /// <summary>User name for fetching protected task data.</summary>
    [Field(Null = true, Blank = true, MaxLength = 256)] public Optional<string?> TaskDataLogin { get; init; }
    /// <summary>Password for fetching protected task data.</summary>
    [Field(Null = true, Blank = true, MaxLength = 256)] public Optional<string?> TaskDataPassword { get; init; }
    /// <summary>Weights in agreement.</summary>
    [Field(Null = true), Shape("ControlWeights", Null = true)] public Optional<JsonElement> ControlWeights { get; init; }
    /// <summary>Kept for clients that still send it.</summary>
    public Optional<bool> EvaluatePredictionsAutomatically { get; init; }
    /// <summary>Whose skipped tasks come back to whom.</summary>
    [Field(Null = true, Choices = ["REQUEUE_FOR_ME", "REQUEUE_FOR_OTHERS", "IGNORE_SKIPPED"])] public Optional<string?> SkipQueue { get; init; }
    /// <summary>Reveal pre-annotations step by step.</summary>
    public Optional<bool> RevealPreannotationsInteractively { get; init; }
    /// <summary>Pin to the top of the list.</summary>
    public Optional<Timestamp?> PinnedAt { get; init; }
}
