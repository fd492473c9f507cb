using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Goldset.Labeling.Tests;

/// <summary>Cases kept as JSON arrays of objects, each with a name, in <c>tests/golden/labeling</c>.</summary>
internal static class GoldenCases
{
    /// <summary>One row a case: its name (or the member <paramref name="nameOf"/>) and its text.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Read(string file, string nameOf = "name") =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", file)))!.AsArray()
            .Select((node, index) => new TheoryDataRow<string, string>($"{index:00} {(string?)node![nameOf]}", node.ToJsonString()));

    /// <summary>Compares by value; the order of members counts, because clients show it.</summary>
    public static void ShouldEqual(this JsonNode? actual, JsonNode? expected, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!Same(expected, actual))
        {
            Assert.Fail($"{what}\nexpected {expected?.ToJsonString()}\nactual   {actual?.ToJsonString()}");
        }
    }

    private static bool Same(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (JsonObject x, JsonObject y) => x.Select(member => member.Key).SequenceEqual(y.Select(member => member.Key))
            && x.All(member => Same(member.Value, y[member.Key])),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second)),
        (JsonValue x, JsonValue y) => x.GetValueKind() == y.GetValueKind() && x.ToJsonString() == y.ToJsonString(),
        _ => false,
    };
}
