using System.Text.Json;
using Goldset.Formats.Tests.Golden;

namespace Goldset.Formats.Tests;

/// <summary>Every recorded project exports to the recorded files.</summary>
public sealed class GoldenExportTests
{
    private const string Interpolated = "JSON_INTERPOLATED";
    private const string WithoutFiles = ".download_resources=false";
    private const string RecordedOrigin = "http://localhost:8080";

    public static TheoryData<string, string> Exports => new(
        from golden in GoldenCase.All
        from output in golden.Outputs
        select (golden.Name, output));

    public static TheoryData<string> Cases => new(GoldenCase.All.Select(golden => golden.Name));

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Exports_what_was_recorded(string name, string output)
    {
        var golden = new GoldenCase(name);
        var tasks = output == Interpolated ? KeyFrameInterpolation.Of(golden.Tasks, golden.Config) : golden.Tasks;
        var format = output == Interpolated ? "JSON" : output.Replace(WithoutFiles, "", StringComparison.Ordinal);
        var input = new ExportInput(golden.Config, tasks) { Media = golden.Media, Origin = RecordedOrigin, DownloadResources = !output.EndsWith(WithoutFiles, StringComparison.Ordinal) };

        var right = golden.RightOutputs(output).Where(files => !files.ContainsKey("error.json")).ToList();
        Exported exported;
        try
        {
            exported = await Exported.WriteAsync(format, input);
        }
        catch (UnfitFormatException) when (right.Count == 0)
        {
            // Where the original fails, a refusal that says why is as right as an export.
            return;
        }

        var comparison = new FileComparison(golden.HasHostDependentNames);
        var differences = right.Select(files => comparison.Compare(files, exported.Files).ToList()).ToList();
        if (differences.Count > 0 && !differences.Any(list => list.Count == 0))
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
}
