using System.Globalization;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Server.Import;

/// <summary>Takes the predictions of an imported task, after checking them against the labeling config where that is asked for.</summary>
/// <param name="config">The labeling config.</param>
/// <param name="validate">Check names, types and values.</param>
internal sealed class EmbeddedPredictions(LabelConfig config, bool validate)
{
    private const string DefaultModelVersion = "undefined";
    private const int MaxErrors = 1000;

    // A project whose config is still to be written cannot tell right from wrong.
    private readonly PredictionValidator? validator = validate && !config.IsDefault ? new PredictionValidator(config) : null;
    private readonly List<string> errors = [];
    private int errorCount;

    /// <summary>The text about everything that is wrong, or null.</summary>
    public string? Errors => errorCount == 0 ? null : errorCount == errors.Count
        ? PredictionErrors.Join(errors)
        : $"Prediction validation failed ({errorCount} errors):\n{string.Concat(errors.Select(error => $"- {error}\n"))}- ...\n";

    /// <summary>The version of the last prediction taken.</summary>
    public string? LastModelVersion { get; private set; }

    /// <summary>Adds the predictions in <paramref name="list"/> to the task that <paramref name="batch"/> takes next.</summary>
    /// <returns>How many.</returns>
    public int Add(JsonElement list, int item, TaskBatch batch)
    {
        var index = 0;
        foreach (var prediction in list.EnumerateArray())
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Task {item}, prediction {index++}: ");
            if (prediction.ValueKind != JsonValueKind.Object)
            {
                Refuse(prefix + (validator is null ? "Prediction must be a dictionary" : "Missing required field 'result'"));
                continue;
            }
            if (validator?.Validate(prediction) is { IsEmpty: false } wrong)
            {
                foreach (var message in wrong.All) Refuse(prefix + message);
                continue;
            }
            try
            {
                var result = PredictionResult.Normalize(prediction.GetProperty("result"), config);
                LastModelVersion = ModelVersion(prediction);
                batch.Predictions.Add(new NewPrediction(batch.Tasks.Count, Score(prediction), LastModelVersion, result is null ? default : batch.Add(Encoding.UTF8.GetBytes(result))));
            }
            catch (PredictionException refused)
            {
                Refuse(prefix + refused.Message);
            }
        }
        return index;
    }

    /// <summary>The version a prediction names.</summary>
    internal static string? ModelVersion(JsonElement prediction) =>
        !prediction.TryGetProperty("model_version", out var version) ? DefaultModelVersion
        : version.ValueKind == JsonValueKind.Null ? null
        // No database takes a null character or half a surrogate pair.
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(PythonRepr.Display(version).Replace("\0", "", StringComparison.Ordinal)));

    /// <summary>A prediction's score; what is no number counts as none.</summary>
    internal static double? Score(JsonElement prediction)
    {
        if (!prediction.TryGetProperty("score", out var score)) return null;
        double? number = score.ValueKind switch
        {
            JsonValueKind.Number when score.TryGetDouble(out var value) => value,
            JsonValueKind.String when double.TryParse(PythonRepr.Display(score), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => null,
        };
        return number is { } finite && double.IsFinite(finite) ? number : null;
    }

    private void Refuse(string message)
    {
        errorCount++;
        if (errors.Count < MaxErrors) errors.Add(message);
    }
}
