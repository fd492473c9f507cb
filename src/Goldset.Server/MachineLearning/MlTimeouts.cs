using Goldset.Server.Hosting;

namespace Goldset.Server.MachineLearning;

/// <summary>How long a machine-learning back end may take.</summary>
/// <param name="Connect">To accept a connection.</param>
/// <param name="Health">To say that it is there.</param>
/// <param name="Setup">To take a labeling config, or to list its versions.</param>
/// <param name="Predict">To predict.</param>
/// <param name="Train">To take a training order.</param>
public sealed record MlTimeouts(TimeSpan Connect, TimeSpan Health, TimeSpan Setup, TimeSpan Predict, TimeSpan Train)
{
    /// <summary>As the environment says: <c>ML_CONNECTION_TIMEOUT</c>, <c>ML_TIMEOUT_HEALTH</c> and so on, in seconds.</summary>
    public static MlTimeouts FromEnvironment() => new(
        ServerEnvironment.GetSeconds("ML_CONNECTION_TIMEOUT", 1), ServerEnvironment.GetSeconds("ML_TIMEOUT_HEALTH", 1), ServerEnvironment.GetSeconds("ML_TIMEOUT_SETUP", 3),
        ServerEnvironment.GetSeconds("ML_TIMEOUT_PREDICT", 100), ServerEnvironment.GetSeconds("ML_TIMEOUT_TRAIN", 100));

    /// <summary>Without settings.</summary>
    public static readonly MlTimeouts Default = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100));
}
