using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Export.Snapshots;

/// <summary>What a snapshot holds, as it is kept with it.</summary>
internal sealed record SnapshotOptions
{
    /// <summary>The filters and the selection of a tab, as they were when the snapshot was asked for; null: all tasks.</summary>
    public JsonElement? View { get; init; }

    /// <summary>Tasks with a skip only, or none of them; null: any.</summary>
    public bool? Skipped { get; init; }

    /// <summary>Finished tasks only, or none of them; null: any.</summary>
    public bool? Finished { get; init; }

    /// <summary>Annotated tasks only, or none of them; null: any.</summary>
    public bool? Annotated { get; init; }

    /// <summary>Only tasks of which an annotation is written.</summary>
    public bool OnlyWithAnnotations { get; init; }

    /// <summary>Which annotations; null: all.</summary>
    public AnnotationKinds? Annotations { get; init; }

    /// <summary>Drafts in full.</summary>
    public bool FullDrafts { get; init; }

    /// <summary>Predictions in full.</summary>
    public bool FullPredictions { get; init; }

    /// <summary>Who annotated, in full.</summary>
    public bool FullAuthors { get; init; }

    /// <summary>Fills the frames of video regions in between the key frames.</summary>
    public bool Interpolate { get; init; }

    /// <summary>Reads a request; the tab is named by <paramref name="viewId"/> and still to be looked up.</summary>
    /// <exception cref="ValidationException">It is not as it should be.</exception>
    public static SnapshotOptions From(SnapshotRequest request, out long? viewId)
    {
        var errors = new ValidationErrors();
        var tasks = Part<TaskFilterRequest>(request.TaskFilterOptions, "task_filter_options", errors);
        var annotations = Part<AnnotationFilterRequest>(request.AnnotationFilterOptions, "annotation_filter_options", errors);
        var form = Part<SerializationRequest>(request.SerializationOptions, "serialization_options", errors);
        var (drafts, predictions, authors) = (IsFull("drafts"), IsFull("predictions"), IsFull("annotations__completed_by"));
        errors.ThrowIfAny();
        viewId = tasks?.View.Or(null);
        return new SnapshotOptions
        {
            Skipped = Choice(tasks?.Skipped),
            Finished = Choice(tasks?.Finished),
            Annotated = Choice(tasks?.Annotated),
            OnlyWithAnnotations = tasks?.OnlyWithAnnotations.Or(null) ?? false,
            Annotations = annotations is null ? null : AnnotationKinds.From(annotations),
            FullDrafts = drafts,
            FullPredictions = predictions,
            FullAuthors = authors,
            Interpolate = form?.InterpolateKeyFrames.Or(null) ?? false,
        };

        bool IsFull(string key) => form is not null && request.SerializationOptions.Value.ValueKind == JsonValueKind.Object && request.SerializationOptions.Value.TryGetProperty(key, out var detail) && detail.ValueKind != JsonValueKind.Null
            && Part<DetailRequest>(detail, "serialization_options", errors) is { } named && !(named.OnlyId.Or(null) ?? false);
    }

    private static T? Part<T>(Optional<JsonElement> sent, string field, ValidationErrors errors) where T : class, new()
    {
        if (!sent.IsSet || sent.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return null;
        var found = new ValidationErrors();
        var part = RequestBinder.Bind<T>(RequestBody.Of(sent.Value), partial: false, found);
        if (!found.IsEmpty) errors.Set(field, found.ToJson());
        return part;
    }

    private static bool? Choice(Optional<string?>? choice) => choice is { IsSet: true, Value: { } value } ? value == "only" : null;
}

/// <summary>Which annotations a snapshot holds: those of any kind that is switched on; all of them when none is.</summary>
/// <param name="Usual">Neither skips nor ground truth.</param>
/// <param name="GroundTruth">Ground truth.</param>
/// <param name="Skipped">Skips.</param>
internal sealed record AnnotationKinds(bool Usual, bool GroundTruth, bool Skipped)
{
    public static AnnotationKinds From(AnnotationFilterRequest request) =>
        new(request.Usual.IsSet ? request.Usual.Value ?? false : true, request.GroundTruth.Or(null) ?? false, request.Skipped.Or(null) ?? false);

    /// <summary>A condition on <c>annotations a</c> that begins with <c>AND</c>, or nothing.</summary>
    public string Condition
    {
        get
        {
            List<string> kinds = [];
            if (Usual) kinds.Add("NOT (a.was_cancelled OR a.ground_truth)");
            if (GroundTruth) kinds.Add("a.ground_truth");
            if (Skipped) kinds.Add("a.was_cancelled");
            return kinds.Count == 0 ? "" : $" AND ({string.Join(" OR ", kinds)})";
        }
    }
}
