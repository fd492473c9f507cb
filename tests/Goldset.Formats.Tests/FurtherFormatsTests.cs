using Goldset.Formats.Tests.Golden;
using Goldset.Labeling;
using Parquet;
using Parquet.Serialization;

namespace Goldset.Formats.Tests;

/// <summary>The formats beyond the original's.</summary>
public sealed class FurtherFormatsTests
{
    public static TheoryData<string, string> Exports => new(
        from golden in GoldenCase.In("export-more")
        from format in golden.Outputs
        select (golden.Name, format));

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Exports_as_the_specification_of_the_format_says(string name, string format)
    {
        var golden = new GoldenCase(name, "export-more");

        var exported = await Exported.WriteAsync(format, new ExportInput(golden.Config, golden.Tasks) { Media = golden.Media });

        new FileComparison(hostDependentNames: false).Compare(golden.RightOutputs(format).Single(), exported.Files).ShouldBeEmpty();
        exported.Receipt.RegionsIn.ShouldBe(exported.Receipt.RegionsOut + exported.Receipt.LeftOut.Values.Sum());
    }

    [Fact]
    public async Task A_parquet_file_has_the_columns_and_rows_of_the_table()
    {
        var golden = new GoldenCase("entities", "export-more");

        var exported = await Exported.WriteAsync("PARQUET", golden.Config, new InMemoryTasks(
            """{"id":1,"data":{"text":"a\nb","n":1.50,"list":[1,"x"]},"annotations":[{"id":7,"lead_time":2,"completed_by":3,"created_at":"2024","result":[{"from_name":"mood","value":{"choices":["good"]}}]}]}""",
            """{"id":2,"data":{"text":"c"},"annotations":[]}"""));

        exported.Type.ShouldBe(ExportFileType.Parquet);
        using var file = new MemoryStream(exported.Bytes);
        var rows = await ParquetSerializer.DeserializeUntypedAsync(file);
        rows.Schema.Fields.Select(field => field.Name).ShouldBe(["annotation_id", "annotator", "created_at", "id", "lead_time", "list", "mood", "n", "text", "updated_at"]);
        rows.Data[0].ShouldBe(new Dictionary<string, object>
        {
            ["annotation_id"] = 7L, ["annotator"] = "3", ["created_at"] = "2024", ["id"] = 1L, ["lead_time"] = 2.0, ["list"] = "[1,\"x\"]", ["mood"] = "good", ["n"] = "1.50", ["text"] = "a\nb",
        }, ignoreOrder: true);
        rows.Data[1].ShouldBe(new Dictionary<string, object> { ["id"] = 2L, ["text"] = "c" }, ignoreOrder: true);
    }

    [Fact]
    public void The_list_has_them_on_demand_and_says_which_fit()
    {
        var config = LabelConfig.Parse("""<View><Audio name="a" value="$a"/><Labels name="l" toName="a"/><TextArea name="t" toName="a"/></View>""");

        ExportFormats.For(config).Count.ShouldBe(ExportFormats.All.Count);
        ExportFormats.For(config, more: true).Where(listed => !listed.Disabled).Select(listed => listed.Format.Name)
            .ShouldBe(["JSON", "JSON_MIN", "CSV", "TSV", "ASR_MANIFEST", "JSONL", "PARQUET", "HUGGINGFACE", "SRT", "WEBVTT", "RTTM"]);
    }
}
