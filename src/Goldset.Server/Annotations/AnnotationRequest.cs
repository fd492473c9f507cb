using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Annotations;

/// <summary>What may be set on an annotation.</summary>
public sealed record AnnotationRequest
{
    /// <summary>Array of regions, or the same as text. Absent on creation: null.</summary>
    [Field(AsSent = true), Shape("SentResult")] public Optional<JsonElement> Result { get; init; }
    /// <summary>Author; the caller when absent.</summary>
    public Optional<long?> CompletedBy { get; init; }
    /// <summary>UUID that makes a repeated submission recognisable.</summary>
    [Field(Null = true)] public Optional<string?> UniqueId { get; init; }
    /// <summary>A skip.</summary>
    public Optional<bool> WasCancelled { get; init; }
    /// <summary>The truth; the task's other annotations lose the flag.</summary>
    public Optional<bool> GroundTruth { get; init; }
    /// <summary>Made in bulk.</summary>
    public Optional<bool?> BulkCreated { get; init; }
    /// <summary>Seconds spent.</summary>
    public Optional<double?> LeadTime { get; init; }
    /// <summary>When its draft was begun.</summary>
    public Optional<Timestamp?> DraftCreatedAt { get; init; }
    /// <summary>Id where it came from.</summary>
    public Optional<long?> ImportId { get; init; }
    /// <summary>What was done last.</summary>
    [Field(Null = true, Blank = true, Choices = ["prediction", "propagated_annotation", "imported", "submitted", "updated", "skipped", "accepted", "rejected", "fixed_and_accepted", "deleted_review"])]
    public Optional<string?> LastAction { get; init; }
    /// <summary>Prediction it was copied from.</summary>
    public Optional<long?> ParentPrediction { get; init; }
    /// <summary>Annotation it was copied from.</summary>
    public Optional<long?> ParentAnnotation { get; init; }
    /// <summary>Author of the last version.</summary>
    public Optional<long?> LastCreatedBy { get; init; }
    /// <summary>The caller's draft that this submits; it is deleted.</summary>
    public Optional<long?> DraftId { get; init; }
}
