using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Http;

namespace Goldset.Server.Predictions;

/// <summary>The result of a prediction as it is stored.</summary>
internal static class PredictionResults
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 257 };

    /// <summary>Checks a result against the config where <paramref name="validate"/>, else brings its short forms into the full one.</summary>
    /// <returns>JSON array, or null where no control fits.</returns>
    /// <exception cref="ValidationException">The result is refused.</exception>
    public static string? Read(LabelConfig config, JsonElement result, double? score, bool validate)
    {
        if (validate)
        {
            // As text, because results may hold half of a surrogate pair.
            using var prediction = JsonDocument.Parse("{\"result\":" + result.GetRawText() + ",\"score\":" + JsonSerializer.Serialize(score) + "}", Options);
            var errors = new PredictionValidator(config).Validate(prediction.RootElement);
            if (!errors.IsEmpty) throw new ValidationException($"Error validating prediction: {errors}");
            return result.GetRawText();
        }
        try
        {
            return PredictionResult.Normalize(result, config);
        }
        catch (PredictionException refused)
        {
            throw new ValidationException(refused.Message);
        }
    }
}
