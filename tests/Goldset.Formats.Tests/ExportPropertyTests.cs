using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Goldset.Formats.Tests.Golden;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>What holds for every export of anything.</summary>
public sealed class ExportPropertyTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomTasks.Config);
    private static readonly LabelConfig Shapes = LabelConfig.Parse(RandomShapes.Config);

    public static TheoryData<string> Formats => new(ExportFormats.All.Concat(ExportFormats.More).Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Any_result_exports_and_every_region_is_accounted_for(string format) =>
        await RandomTasks.Task.Array[0, 4].SampleAsync(tasks => CheckAsync(format, Config, tasks), iter: 200);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Any_shapes_export_and_every_region_is_accounted_for(string format) =>
        await RandomShapes.Task.Array[0, 4].SampleAsync(tasks => CheckAsync(format, Shapes, tasks), iter: 200);

    [Theory]
    [InlineData("CSV", ',')]
    [InlineData("TSV", '\t')]
    public async Task Tables_read_back_to_the_same_cells(string format, char separator) =>
        await Gen.Select(Gen.Select(RandomTasks.Quoted, RandomTasks.Quoted).Array[1, 5], Gen.Double.Where(double.IsFinite)).SampleAsync(
            async (texts, number) =>
            {
                var data = texts.DistinctBy(cell => Readable(cell.Item1.Text)).ToList();
                var json = string.Concat(data.Select(cell => $"{cell.Item1.Json}:{cell.Item2.Json},"));
                var task = $$"""{"annotations":[],"data":{ {{json}} "number":{{number.ToString("E16", CultureInfo.InvariantCulture)}} } }""";

                var exported = await Exported.WriteAsync(format, Config, new InMemoryTasks(task));

                var rows = Table.Parse(exported.Text, separator);
                rows.Count.ShouldBe(2);
                var cells = rows[0].Zip(rows[1]).ToDictionary(cell => cell.First.Text, cell => cell.Second);
                foreach (var (key, value) in data)
                {
                    cells[Readable(key.Text)].ShouldBe(new TableCell(Readable(value.Text), true));
                }

                cells["number"].Quoted.ShouldBeFalse();
                double.Parse(cells["number"].Text, CultureInfo.InvariantCulture).ShouldBe(number);
            },
            iter: 500);

    private static async Task CheckAsync(string format, LabelConfig config, string[] tasks)
    {
        var exported = await Exported.WriteAsync(format, config, KeyFrameInterpolation.Of(new InMemoryTasks(tasks), config));

        var receipt = exported.Receipt;
        receipt.RegionsIn.ShouldBe(receipt.RegionsOut + receipt.LeftOut.Values.Sum());
        receipt.RegionsOut.ShouldBeGreaterThanOrEqualTo(0);
        receipt.TasksIn.ShouldBe(tasks.Length);
        foreach (var (_, json) in exported.Files.Where(file => Path.GetExtension(file.Key) == ".json" && file.Key != "manifest.json"))
        {
            JsonDocument.Parse(json).Dispose();
        }

        if (exported.Type == ExportFileType.Csv)
        {
            var rows = Table.Parse(exported.Text, format == "TSV" ? '\t' : ',');
            rows.ShouldAllBe(row => row.Count == rows[0].Count);
        }
    }

    /// <summary>Text as a file in UTF-8 can hold it: half a surrogate pair becomes the replacement character.</summary>
    private static string Readable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
