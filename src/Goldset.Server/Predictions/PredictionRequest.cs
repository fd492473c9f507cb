using System.Text.Json;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Predictions;

/// <summary>What may be set on a prediction.</summary>
public sealed record PredictionRequest
{
    /// <summary>Array of regions; a single value of the first fitting control is accepted where predictions are not validated.</summary>
    [Field(Required = true, AsSent = true), Shape("PredictedResult")] public Optional<JsonElement> Result { get; init; }
    /// <summary>Version of the model.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> ModelVersion { get; init; }
    /// <summary>Confidence, 0 to 1 where predictions are validated.</summary>
    public Optional<double?> Score { get; init; }
    /// <summary>Cluster for uncertainty sampling.</summary>
    public Optional<int?> Cluster { get; init; }
    /// <summary>Any JSON.</summary>
    [Field(Null = true, AsSent = true), Shape("AnyJson")] public Optional<JsonElement> Neighbors { get; init; }
    /// <summary>Likelihood of a mistake.</summary>
    public Optional<double> Mislabeling { get; init; }
    /// <summary>The task.</summary>
    [Field(Required = true)] public Optional<long> Task { get; init; }
    /// <summary>Read from the task.</summary>
    public Optional<long?> Project { get; init; }
}
