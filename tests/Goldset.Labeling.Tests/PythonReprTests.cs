using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Goldset.Labeling.Tests;

public class PythonReprTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Values => GoldenCases.Read("python-notation.json", "json");

    [Theory, MemberData(nameof(Values))]
    public void Prints_json_as_python_does(string name, string json)
    {
        _ = name;
        var expected = JsonNode.Parse(json)!;
        var value = JsonElement.Parse((string)expected["json"]!);

        PythonRepr.Of(value).ShouldBe((string?)expected["repr"]);
        PythonRepr.TypeName(value).ShouldBe((string?)expected["type"]);
        if (expected["str"] is { } display)
        {
            PythonRepr.Display(value).ShouldBe((string?)display);
        }
    }

    [Fact]
    public void Floats_read_back_the_same() =>
        Gen.Double.Where(double.IsFinite).Sample(value => double.Parse(PythonRepr.Of(value), CultureInfo.InvariantCulture).Equals(value));
}
