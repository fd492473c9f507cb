using System.Text.Json;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.MachineLearning;

/// <summary>What may be set on a machine-learning back end.</summary>
public sealed record MlBackendRequest
{
    /// <summary>Ask it while an annotator draws.</summary>
    public Optional<bool> IsInteractive { get; init; }
    /// <summary>Where it is: an http or https address.</summary>
    [Field(Required = true)] public Optional<string> Url { get; init; }
    /// <summary>Name.</summary>
    public Optional<string> Title { get; init; }
    /// <summary>How it wants to know who asks.</summary>
    [Field(Choices = ["NONE", "BASIC_AUTH"])] public Optional<string> AuthMethod { get; init; }
    /// <summary>User name.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> BasicAuthUser { get; init; }
    /// <summary>Password; it is never answered. Blank: the stored one stays.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> BasicAuthPass { get; init; }
    /// <summary>Free text.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> Description { get; init; }
    /// <summary>Any JSON, given to the model.</summary>
    [Field(Null = true), Shape("AnyJson")] public Optional<JsonElement> ExtraParams { get; init; }
    /// <summary>Version of the model.</summary>
    [Field(Null = true, Blank = true)] public Optional<string?> ModelVersion { get; init; }
    /// <summary>Seconds; stored for clients.</summary>
    public Optional<double> Timeout { get; init; }
    /// <summary>The version follows what the back end says.</summary>
    public Optional<bool> AutoUpdate { get; init; }
    /// <summary>The project.</summary>
    [Field(Required = true)] public Optional<long> Project { get; init; }
}

/// <summary>A machine-learning back end as the API shows it.</summary>
public sealed record MlBackendResponse(
    long Id, string State, string ReadableState, bool IsInteractive, string Url, string? ErrorMessage, string Title, string AuthMethod, string BasicAuthUser,
    bool BasicAuthPassIsSet, string? Description, [property: Shape("AnyJson")] RawJson ExtraParams, string? ModelVersion, double Timeout, Timestamp CreatedAt, Timestamp UpdatedAt, bool AutoUpdate, long Project)
{
    internal static MlBackendResponse Of(MlBackend b) => new(
        b.Id, b.State, MlState.Name(b.State), b.IsInteractive, b.Url, b.ErrorMessage, b.Title, b.AuthMethod, b.BasicAuthUser ?? "", b.BasicAuthPassSealed is not null, b.Description,
        new RawJson(b.ExtraParams), b.ModelVersion, b.Timeout, b.CreatedAt, b.UpdatedAt, b.AutoUpdate, b.ProjectId);
}

/// <summary>The states of a back end.</summary>
internal static class MlState
{
    public const string Connected = "CO";
    public const string Disconnected = "DI";
    public const string Error = "ER";
    public const string Training = "TR";

    /// <summary>For people.</summary>
    public static string Name(string state) => state switch
    {
        Connected => "Connected",
        Disconnected => "Disconnected",
        Error => "Error",
        Training => "Training",
        _ => "Predicting",
    };
}

/// <summary>A task to be predicted while an annotator works on it.</summary>
public sealed record MlInteractiveRequest
{
    /// <summary>The task.</summary>
    [Field(Required = true)] public Optional<long> Task { get; init; }
    /// <summary>What the annotator has drawn; given to the model.</summary>
    [Field(Null = true), Shape("AnyJson")] public Optional<JsonElement> Context { get; init; }
}
