using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Annotations;

/// <summary>A result as a client sent it: checked for its outer shape, kept as text.</summary>
internal sealed record AnnotationResult(string? Json, int RegionCount)
{
    public static readonly AnnotationResult None = new(null, 0);

    /// <summary>Reads the field. Its regions are not compared with the config, so that no work is ever refused.</summary>
    /// <exception cref="ValidationException">Not an array of objects.</exception>
    public static AnnotationResult Read(Optional<JsonElement> sent)
    {
        if (!sent.IsSet) return None;
        var json = sent.Value;
        if (json.ValueKind == JsonValueKind.String)
        {
            try
            {
                using var parsed = JsonDocument.Parse(json.GetString()!);
                json = parsed.RootElement.Clone();
            }
            catch (JsonException)
            {
                throw new ValidationException("result", "annotation \"result\" can't be parse from str to JSON");
            }
        }
        if (json.ValueKind != JsonValueKind.Array) throw new ValidationException("result", "annotation \"result\" field in annotation must be list");
        foreach (var region in json.EnumerateArray())
            if (region.ValueKind != JsonValueKind.Object) throw new ValidationException("result", "Each item in annotation result should be dict");
        return new AnnotationResult(json.GetRawText(), ResultSummary.Of(json).RegionCount);
    }
}
