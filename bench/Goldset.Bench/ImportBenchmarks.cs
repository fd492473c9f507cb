using System.Text;
using BenchmarkDotNet.Attributes;
using Goldset.Labeling;
using Goldset.Server.Import;

namespace Goldset.Bench;

/// <summary>The way of a hundred thousand tasks of about 600 bytes from the bytes of a request to checked items, without the database.</summary>
[MemoryDiagnoser]
public class ImportBenchmarks
{
    private const int Tasks = 100_000;

    private readonly TaskDataValidator validator =
        new(LabelConfig.Parse("""<View><Text name="text" value="$text"/><Choices name="label" toName="text"><Choice value="pos"/><Choice value="neg"/></Choices></View>"""));

    private byte[] body = [];

    [GlobalSetup]
    public void Setup()
    {
        var text = new StringBuilder("[");
        for (var number = 0; number < Tasks; number++)
            text.Append(number == 0 ? "" : ",").Append($$"""{"text": "{{number}} {{new string('x', 540)}}", "source": "file-{{number % 1000}}.txt"}""");
        body = Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }

    /// <summary>Finding where each task begins and ends.</summary>
    [Benchmark]
    public async Task<long> Slice()
    {
        using var reader = new JsonItemReader(new MemoryStream(body));
        long bytes = 0;
        while (await reader.MoveNextAsync(CancellationToken.None)) bytes += reader.Current.Length;
        return bytes;
    }

    /// <summary>The same, with each task checked against the labeling config.</summary>
    [Benchmark]
    public async Task<int> SliceAndCheck()
    {
        using var reader = new JsonItemReader(new MemoryStream(body));
        var good = 0;
        while (await reader.MoveNextAsync(CancellationToken.None))
            if (validator.TryValidate(reader.Current.Span, out _)) good++;
        return good;
    }
}
