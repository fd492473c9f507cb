using System.Text.Json;
using Goldset.Formats.Tests.Golden;

namespace Goldset.Formats.Tests;

/// <summary>Every recorded project exports to the recorded files.</summary>
public sealed class GoldenExportTests
{
    private const string Interpolated = "JSON_INTERPOLATED";

    public static TheoryData<string, string> Exports => new(
        from golden in GoldenCase.All
        from format in golden.Formats
        select (golden.Name, format));

    public static TheoryData<string> Cases => new(GoldenCase.All.Select(golden => golden.Name));

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Exports_what_was_recorded(string name, string format)
    {
        var golden = new GoldenCase(name);
        var tasks = format == Interpolated ? KeyFrameInterpolation.Of(golden.Tasks, golden.Config) : golden.Tasks;

        var exported = await Exported.WriteAsync(format == Interpolated ? "JSON" : format, golden.Config, tasks);

        var differences = golden.RightOutputs(format).Select(right => Compare(exported.Type, right, exported.Bytes).ToList()).ToList();
        if (!differences.Any(list => list.Count == 0))
        {
            Assert.Fail(string.Join('\n', differences[0].Take(20)));
        }

        var receipt = exported.Receipt;
        receipt.RegionsIn.ShouldBe(receipt.RegionsOut + receipt.LeftOut.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lists_the_formats_that_fit(string name)
    {
        var golden = new GoldenCase(name);
        using var recorded = JsonDocument.Parse(golden.FormatList);

        var listed = ExportFormats.For(golden.Config).Select(format => (format.Format.Name, format.Disabled));

        listed.ShouldBe(recorded.RootElement.EnumerateArray().Select(format => (format.GetProperty("name").GetString()!, format.TryGetProperty("disabled", out _))));
    }

    private static IEnumerable<string> Compare(ExportFileType type, byte[] expected, byte[] actual)
    {
        if (type == ExportFileType.Csv)
        {
            return TableComparison.Compare(expected, actual);
        }

        using var x = JsonDocument.Parse(expected);
        using var y = JsonDocument.Parse(actual);
        return [.. JsonComparison.Compare(x.RootElement, y.RootElement)];
    }
}
