using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Export.Snapshots;

/// <summary>What may be set on a new snapshot.</summary>
public sealed record SnapshotRequest
{
    /// <summary>Name; made of the project's title and the time when it is absent.</summary>
    [Field(Null = true, Blank = true, MaxLength = 2048)] public Optional<string?> Title { get; init; }
    /// <summary>Which tasks.</summary>
    [Field(Null = true), Shape("TaskFilterOptions", Null = true)] public Optional<JsonElement> TaskFilterOptions { get; init; }
    /// <summary>Which of their annotations.</summary>
    [Field(Null = true), Shape("AnnotationFilterOptions", Null = true)] public Optional<JsonElement> AnnotationFilterOptions { get; init; }
    /// <summary>What is written in full.</summary>
    [Field(Null = true), Shape("SerializationOptions", Null = true)] public Optional<JsonElement> SerializationOptions { get; init; }
}

/// <summary>Which tasks: all conditions that are given hold.</summary>
public sealed record TaskFilterRequest
{
    /// <summary>Tab of the data manager whose filters and selection hold.</summary>
    public Optional<long?> View { get; init; }
    /// <summary>Tasks with a skip.</summary>
    [Field(Null = true, Choices = ["only", "exclude"])] public Optional<string?> Skipped { get; init; }
    /// <summary>Tasks with as many annotations as they want.</summary>
    [Field(Null = true, Choices = ["only", "exclude"])] public Optional<string?> Finished { get; init; }
    /// <summary>Tasks with an annotation that is no skip.</summary>
    [Field(Null = true, Choices = ["only", "exclude"])] public Optional<string?> Annotated { get; init; }
    /// <summary>Only tasks of which an annotation is written.</summary>
    public Optional<bool?> OnlyWithAnnotations { get; init; }
}

/// <summary>Which annotations: those of any kind that is wanted.</summary>
public sealed record AnnotationFilterRequest
{
    /// <summary>Neither skips nor ground truth.</summary>
    public Optional<bool?> Usual { get; init; }
    /// <summary>Ground truth.</summary>
    public Optional<bool?> GroundTruth { get; init; }
    /// <summary>Skips.</summary>
    public Optional<bool?> Skipped { get; init; }
}

/// <summary>How a snapshot is written, but for the kinds of objects that are named with a <see cref="DetailRequest"/> each.</summary>
public sealed record SerializationRequest
{
    /// <summary>Fill the frames of video regions in between the key frames.</summary>
    public Optional<bool?> InterpolateKeyFrames { get; init; }
}

/// <summary>How objects of one kind are written.</summary>
public sealed record DetailRequest
{
    /// <summary>Their ids only.</summary>
    public Optional<bool?> OnlyId { get; init; }
}

/// <summary>A conversion of a snapshot.</summary>
public sealed record ConvertRequest
{
    /// <summary>Name of the format.</summary>
    [Field(Required = true)] public Optional<string> ExportType { get; init; }
    /// <summary>Take along the files that tasks are about.</summary>
    public Optional<bool?> DownloadResources { get; init; }
}
