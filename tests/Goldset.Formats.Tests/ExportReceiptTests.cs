using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>The account of an export names what is missing in the file.</summary>
public sealed class ExportReceiptTests
{
    private const string Task = """
        {"id":1,"data":{"text":"x"},"annotations":[
          {"id":1,"result":[
            {"from_name":"choice","value":{"choices":["a"]}},
            {"from_name":"choice","value":{"choices":["b"]}},
            {"from_name":"lead_time","value":{"text":["slow"]}},
            {"from_name":"gone","value":{"choices":["a"]}},
            {"from_name":"choice"},
            7,
            {"type":"relation","from_id":"a","to_id":"b"}]},
          {"id":2,"was_cancelled":true,"result":[{"from_name":"choice","value":{"choices":["a"]}}]}]}
        """;

    private const string Skipped = """{"id":2,"data":{},"annotations":[{"id":3,"was_cancelled":true,"result":[]}]}""";

    private static readonly LabelConfig Config = LabelConfig.Parse(RandomTasks.Config);

    [Theory]
    [InlineData("JSON_MIN")]
    [InlineData("CSV")]
    public async Task Counts_what_was_left_out_and_why(string format)
    {
        var receipt = (await Exported.WriteAsync(format, Config, new InMemoryTasks(Task, Skipped))).Receipt;

        (receipt.TasksIn, receipt.TasksOut).ShouldBe((2, 1));
        (receipt.AnnotationsIn, receipt.AnnotationsOut).ShouldBe((3, 1));
        (receipt.RegionsIn, receipt.RegionsOut).ShouldBe((8, 2));
        receipt.LeftOut.ShouldBe(new Dictionary<LeftOutReason, long>
        {
            [LeftOutReason.SkippedAnnotation] = 1,
            [LeftOutReason.Relation] = 1,
            [LeftOutReason.UnknownControl] = 1,
            [LeftOutReason.NoValue] = 2,
            [LeftOutReason.ReservedName] = 1,
        });
    }

    [Fact]
    public async Task Plain_JSON_leaves_nothing_out()
    {
        var exported = await Exported.WriteAsync("JSON", Config, new InMemoryTasks(Task, Skipped));

        exported.Text.ShouldBe($"[{Task},{Skipped}]");
        var receipt = exported.Receipt;
        (receipt.TasksIn, receipt.TasksOut, receipt.AnnotationsOut, receipt.RegionsOut).ShouldBe((2, 2, 3, 8));
        receipt.LeftOut.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_control_saved_between_the_two_readings_is_reported()
    {
        var source = new GrowingTasks("""{"id":1,"data":{},"annotations":[]}""", """{"id":1,"data":{},"annotations":[{"result":[{"from_name":"choice","value":{"choices":["a"]}}]}]}""");

        var receipt = (await Exported.WriteAsync("CSV", Config, source)).Receipt;

        (receipt.RegionsIn, receipt.RegionsOut).ShouldBe((1, 0));
        receipt.LeftOut.ShouldBe(new Dictionary<LeftOutReason, long> { [LeftOutReason.SavedMeanwhile] = 1 });
    }

    private sealed class GrowingTasks(params string[] readings) : ITaskSource
    {
        private int _reading;

        public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) =>
            new InMemoryTasks(readings[_reading++]).ReadAsync(cancellationToken);
    }
}
