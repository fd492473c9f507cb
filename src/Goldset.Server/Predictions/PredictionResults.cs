using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Labeling;
using Goldset.Server.Http;

namespace Goldset.Server.Predictions;

/// <summary>The result of a prediction as it is stored.</summary>
internal static class PredictionResults
{
    /// <summary>Checks a result against the config where <paramref name="validate"/>, else brings its short forms into the full one.</summary>
    /// <returns>JSON array, or null where no control fits.</returns>
    /// <exception cref="ValidationException">The result is refused.</exception>
    public static string? Read(LabelConfig config, JsonElement result, double? score, bool validate)
    {
        if (validate)
        {
            var prediction = JsonSerializer.SerializeToElement(new JsonObject { ["result"] = JsonNode.Parse(result.GetRawText()), ["score"] = score });
            var errors = new PredictionValidator(config).Validate(prediction);
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
