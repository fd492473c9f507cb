using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>Exports leave while they are made.</summary>
public sealed class StreamingTests
{
    private static readonly LabelConfig Config = LabelConfig.Parse(RandomTasks.Config);

    [Theory]
    [InlineData("JSON", """[{"id":1,"annotations":[],"data":{}}""")]
    [InlineData("JSON_MIN", "[\n{\n  \"id\": 1,\n")]
    public async Task The_first_task_leaves_before_the_second_is_read(string format, string start)
    {
        var second = new TaskCompletionSource();
        var pipe = new Pipe();
        var export = WriteAsync(format, new WaitingTasks(second.Task), pipe);

        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(read.Buffer.FirstSpan).ShouldStartWith(start);
        pipe.Reader.AdvanceTo(read.Buffer.End);
        second.SetResult();
        await pipe.Reader.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        (await export).TasksOut.ShouldBe(2);
    }

    [Theory]
    [InlineData("JSON")]
    [InlineData("JSON_MIN")]
    [InlineData("CSV")]
    public async Task An_export_stops_when_nobody_reads_it(string format)
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();

        await Should.ThrowAsync<OperationCanceledException>(WriteAsync(format, new WaitingTasks(Task.CompletedTask), pipe));
    }

    private static async Task<ExportReceipt> WriteAsync(string format, ITaskSource tasks, Pipe pipe)
    {
        var receipt = await ExportFormats.Find(format)!.Writer.WriteAsync(new ExportInput(Config, tasks), _ => pipe.Writer, CancellationToken.None);
        await pipe.Writer.CompleteAsync();
        return receipt;
    }

    private sealed class WaitingTasks(Task second) : ITaskSource
    {
        public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return """{"id":1,"annotations":[],"data":{}}"""u8.ToArray();
            await second;
            yield return """{"id":2,"annotations":[],"data":{}}"""u8.ToArray();
        }
    }
}
