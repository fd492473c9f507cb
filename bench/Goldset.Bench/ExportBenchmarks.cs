using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using Goldset.Formats;
using Goldset.Labeling;

namespace Goldset.Bench;

/// <summary>
/// A million tasks of about 600 bytes through a format's writer to nowhere: what remains of an export without the database
/// and the network. Allocations are of garbage, not of memory held.
/// </summary>
[MemoryDiagnoser]
public class ExportBenchmarks
{
    private const int Tasks = 1_000_000;

    private readonly LabelConfig _config = LabelConfig.Parse(
        "<View><Text name=\"text\" value=\"$text\"/><Choices name=\"label\" toName=\"text\"><Choice value=\"good\"/><Choice value=\"bad\"/></Choices></View>");

    private ExportInput? _input;

    [Params("JSON", "JSON_MIN", "CSV")]
    public string Format { get; set; } = "";

    /// <summary>Whether each task has an annotation, which adds some 500 bytes.</summary>
    [Params(false, true)]
    public bool Annotated { get; set; }

    [GlobalSetup]
    public void Setup() => _input = new ExportInput(_config, new RepeatedTasks(Tasks, Annotated));

    [Benchmark]
    public async Task<long> Write()
    {
        var pipe = PipeWriter.Create(Stream.Null);
        var receipt = await ExportFormats.Find(Format)!.Writer.WriteAsync(_input!, _ => pipe, CancellationToken.None);
        await pipe.CompleteAsync();
        return receipt.TasksOut;
    }
}
