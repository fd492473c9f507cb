using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>The list of formats, and how files are called.</summary>
public sealed class ExportFormatsTests
{
    [Fact]
    public void Formats_are_found_by_their_exact_name()
    {
        ExportFormats.Find("JSON_MIN")!.Title.ShouldBe("JSON-MIN");
        ExportFormats.Find("json").ShouldBeNull();
        ExportFormats.Find("CSV_OLD").ShouldBeNull();
    }

    [Theory]
    [InlineData("""<Text name="t" value="$a"/><Image name="i" value="$b"/><RectangleLabels name="r" toName="i"/><Choices name="c" toName="t"/>""")] // two data keys
    [InlineData("""<Text name="t" value="$a" valueType="url"/><Labels name="l" toName="t"/>""")]
    [InlineData("""<Video name="v" value="$v"/><KeyPointLabels name="k" toName="v"/>""")]
    [InlineData("""<Image name="i" valueList="$i"/><KeyPointLabels name="k" toName="i"/>""")]
    [InlineData("")]
    public void Configurations_without_a_format_of_their_own_have_the_four_general_ones(string tags)
    {
        var listed = ExportFormats.For(LabelConfig.Parse($"<View>{tags}</View>"));

        listed.Count.ShouldBe(ExportFormats.All.Count);
        listed.Where(format => !format.Disabled).Select(format => format.Format.Name).ShouldBe(["JSON", "JSON_MIN", "CSV", "TSV"]);
    }

    [Fact]
    public void File_names_tell_project_and_minute()
    {
        var at = new DateTimeOffset(2026, 3, 4, 1, 5, 59, TimeSpan.FromHours(2));

        ExportFile.Name(12, at, ExportFileType.Csv, "0123456789abcdef").ShouldBe("project-12-at-2026-03-03-23-05-01234567.csv");
        ExportFile.Name(12, at, ExportFileType.Json).ShouldMatch("^project-12-at-2026-03-03-23-05-[0-9a-f]{8}\\.json$");
    }

    [Fact]
    public void Content_types_are_those_of_the_API()
    {
        ExportFileType.Csv.DirectContentType.ShouldBe("application/.csv");
        ExportFileType.Json.SnapshotContentType.ShouldBe("application/json");
    }
}
