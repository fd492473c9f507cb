using System.Text.Json;
using System.Text.RegularExpressions;

namespace Goldset.Formats.Tests.Golden;

/// <summary>
/// Compares JSON by value: key order does not matter, list order does, numbers may differ by a millionth. <c>{any}</c> stands for
/// anything, <c>{upload_dir}/</c> for any folder.
/// </summary>
internal static class JsonComparison
{
    private const double Tolerance = 1e-6;

    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="where">Where in the document.</param>
    /// <param name="ignoredInNames">What of the names of images is not compared.</param>
    public static IEnumerable<string> Compare(JsonElement expected, JsonElement actual, string where = "$", Regex? ignoredInNames = null)
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                return CompareObjects(expected, actual, where, ignoredInNames);
            case (JsonValueKind.Array, JsonValueKind.Array):
                return CompareArrays(expected, actual, where, ignoredInNames);
            case (JsonValueKind.String, _) when expected.ValueEquals("{any}"):
                return [];
            case (JsonValueKind.String, JsonValueKind.String) when expected.GetString()!.StartsWith("{upload_dir}/", StringComparison.Ordinal):
                return Path.GetFileName(expected.GetString()) == Path.GetFileName(actual.GetString()) ? [] : [$"{where}: expected {Short(expected)}, got {Short(actual)}"];
            case (JsonValueKind.String, JsonValueKind.String) when ignoredInNames?.Replace(expected.GetString()!, "$1") == ignoredInNames?.Replace(actual.GetString()!, "$1") && ignoredInNames is not null:
                return [];
            case (JsonValueKind.Number, JsonValueKind.Number) when AreClose(expected.GetDouble(), actual.GetDouble()):
                return [];
            case (JsonValueKind.String, JsonValueKind.String) when expected.GetString() == actual.GetString():
                return [];
            case (JsonValueKind.String, JsonValueKind.String) when Inner(expected) is { } before && Inner(actual) is { } after:
                return Compare(before, after, where, ignoredInNames);
            case (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null, _) when expected.ValueKind == actual.ValueKind:
                return [];
            default:
                return [$"{where}: expected {Short(expected)}, got {Short(actual)}"];
        }
    }

    public static bool AreClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(actual)));

    private static IEnumerable<string> CompareObjects(JsonElement expected, JsonElement actual, string where, Regex? ignoredInNames)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var differences = actual.TryGetProperty(property.Name, out var value)
                ? Compare(property.Value, value, $"{where}.{property.Name}", ignoredInNames)
                : [$"{where}.{property.Name}: missing (expected {Short(property.Value)})"];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }

        foreach (var property in actual.EnumerateObject().Where(property => !expected.TryGetProperty(property.Name, out _)))
        {
            yield return $"{where}.{property.Name}: not expected (got {Short(property.Value)})";
        }
    }

    private static IEnumerable<string> CompareArrays(JsonElement expected, JsonElement actual, string where, Regex? ignoredInNames)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            yield return $"{where}: expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}";
        }

        foreach (var (index, (x, y)) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Index())
        {
            foreach (var difference in Compare(x, y, $"{where}[{index}]", ignoredInNames))
            {
                yield return difference;
            }
        }
    }

    /// <summary>What a text that is an object in JSON says.</summary>
    private static JsonElement? Inner(JsonElement text)
    {
        if (!text.GetString()!.StartsWith('{'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text.GetString()!));
        return JsonElement.TryParseValue(ref reader, out var element) ? element : null;
    }

    private static string Short(JsonElement element) => element.GetRawText() is { Length: > 110 } text ? text[..109] + "…" : element.GetRawText();
}
