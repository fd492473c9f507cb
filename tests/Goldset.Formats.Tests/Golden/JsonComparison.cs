using System.Text.Json;

namespace Goldset.Formats.Tests.Golden;

/// <summary>Compares JSON by value: key order does not matter, list order does, numbers may differ by a millionth.</summary>
internal static class JsonComparison
{
    private const double Tolerance = 1e-6;

    public static IEnumerable<string> Compare(JsonElement expected, JsonElement actual, string where = "$")
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                return CompareObjects(expected, actual, where);
            case (JsonValueKind.Array, JsonValueKind.Array):
                return CompareArrays(expected, actual, where);
            case (JsonValueKind.Number, JsonValueKind.Number) when AreClose(expected.GetDouble(), actual.GetDouble()):
                return [];
            case (JsonValueKind.String, JsonValueKind.String) when expected.GetString() == actual.GetString():
                return [];
            case (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null, _) when expected.ValueKind == actual.ValueKind:
                return [];
            default:
                return [$"{where}: expected {Short(expected)}, got {Short(actual)}"];
        }
    }

    public static bool AreClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(expected), Math.Abs(actual)));

    private static IEnumerable<string> CompareObjects(JsonElement expected, JsonElement actual, string where)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var differences = actual.TryGetProperty(property.Name, out var value)
                ? Compare(property.Value, value, $"{where}.{property.Name}")
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

    private static IEnumerable<string> CompareArrays(JsonElement expected, JsonElement actual, string where)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            yield return $"{where}: expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}";
        }

        foreach (var (index, (x, y)) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Index())
        {
            foreach (var difference in Compare(x, y, $"{where}[{index}]"))
            {
                yield return difference;
            }
        }
    }

    private static string Short(JsonElement element) => element.GetRawText() is { Length: > 110 } text ? text[..109] + "…" : element.GetRawText();
}
