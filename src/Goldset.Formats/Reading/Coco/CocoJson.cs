using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading.Coco;

/// <summary>Values as COCO files have them.</summary>
internal static class CocoJson
{
    /// <summary>A number, or a text that stands for one; null when it is neither.</summary>
    public static long? Id(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                return number;
            case JsonValueKind.Number when value.TryGetDouble(out var real) && double.IsInteger(real) && Math.Abs(real) < 1e15:
                return (long)real;
            case JsonValueKind.String:
                return unchecked((long)XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(JsonStrings.Decode(value))));
            default:
                return null;
        }
    }

    public static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonStrings.Decode(value) : null;

    public static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A list of numbers; null when it is none, or one is no number.</summary>
    public static double[]? Numbers(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = new double[value.GetArrayLength()];
        var at = 0;
        foreach (var element in value.EnumerateArray())
        {
            if (Number(element) is not { } number)
            {
                return null;
            }

            numbers[at++] = number;
        }

        return numbers;
    }
}
