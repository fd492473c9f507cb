using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Goldset.Formats.Reading;

/// <summary>JSONL: a task on each line, as the format of that name writes them. Lines without <c>data</c> are data.</summary>
internal sealed class JsonLinesReader : IDatasetReader
{
    private static readonly string[] Endings = [".jsonl", ".ndjson"];

    public bool Recognizes(DatasetFiles files) => files.All.Any(IsLines);

    public Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var lines = files.All.Where(IsLines).ToList();
        return Task.FromResult<IDatasetTasks>(new JsonLineTasks(lines.Count > 0 ? lines : files.All, options));
    }

    private static bool IsLines(DatasetFile file) => Endings.Any(file.EndsWith);
}

/// <summary>The tasks of JSON lines.</summary>
internal sealed class JsonLineTasks(IReadOnlyList<DatasetFile> files, DatasetOptions options) : IDatasetTasks
{
    private const int MaxLine = 100 * 1024 * 1024;
    private const int MaxDepth = 200;

    public ImpliedConfig Config { get; } = new();

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var stream = file.Open();
            await using (stream.ConfigureAwait(false))
            {
                var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
                long number = 0;
                for (var isEnd = false; !isEnd;)
                {
                    var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                    var buffer = read.Buffer;
                    while (TryTake(ref buffer, read.IsCompleted, out var line))
                    {
                        number++;
                        if (Parse(line, number) is { } task)
                        {
                            using (task)
                            {
                                if (Fault(task.RootElement) is { } fault)
                                {
                                    report.Add(file.Path, number, fault);
                                }
                                else
                                {
                                    yield return new StoredTask(task.RootElement, options);
                                }
                            }
                        }
                    }

                    isEnd = read.IsCompleted;
                    if (buffer.Length > MaxLine)
                    {
                        throw new DatasetException($"the line has more than {MaxLine} bytes", file.Path, number + 1);
                    }

                    pipe.AdvanceTo(buffer.Start, buffer.End);
                }

                await pipe.CompleteAsync().ConfigureAwait(false);
            }

            JsonDocument? Parse(in ReadOnlySequence<byte> line, long number)
            {
                try
                {
                    return IsBlank(line) ? null : JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
                }
                catch (JsonException malformed)
                {
                    report.Add(file.Path, number, $"the line is not valid JSON, from character {(malformed.BytePositionInLine ?? 0) + 1} on");
                    return null;
                }
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string? Fault(JsonElement root) =>
        root.ValueKind != JsonValueKind.Object ? "the line is no JSON object"
        : Utf8.IsValid(JsonMarshal.GetRawUtf8Value(root)) ? null
        : "the line is not UTF-8 text";

    private static bool TryTake(ref ReadOnlySequence<byte> buffer, bool isEnd, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        buffer = isEnd ? buffer.Slice(buffer.End) : buffer;
        return isEnd && line.Length > 0;
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }
}
