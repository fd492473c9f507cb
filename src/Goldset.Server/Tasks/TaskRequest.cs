using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Tasks;

/// <summary>What may be set on a task.</summary>
public sealed record TaskRequest
{
    /// <summary>The fields that the labeling interface shows.</summary>
    [Field(Required = true, AsSent = true), Shape("TaskData")] public Optional<JsonElement> Data { get; init; }
    /// <summary>Anything to keep with the task.</summary>
    [Field(Null = true, AsSent = true), Shape("AnyJson")] public Optional<JsonElement> Meta { get; init; }
    /// <summary>The project.</summary>
    public Optional<long?> Project { get; init; }
    /// <summary>Annotations wanted.</summary>
    public Optional<int> Overlap { get; init; }
    /// <summary>May be skipped.</summary>
    public Optional<bool?> AllowSkip { get; init; }
    /// <summary>Enough annotations; computed again when an annotation changes.</summary>
    public Optional<bool> IsLabeled { get; init; }
    /// <summary>Number within the project.</summary>
    public Optional<long?> InnerId { get; init; }
}
