using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Goldset.Load;

/// <summary>A JSON list of tasks of about 600 bytes each, written as it is sent; with or without an annotation each.</summary>
internal sealed class TaskBody : HttpContent
{
    private const int Batch = 1000;

    private static readonly string Filler = string.Concat(Enumerable.Repeat("the quick brown fox jumps over the lazy dog ", 12));

    private readonly int count;
    private readonly bool annotated;

    public TaskBody(int count, bool annotated = false)
    {
        this.count = count;
        this.annotated = annotated;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var text = new StringBuilder("[");
        for (var number = 0; number < count; number++)
        {
            Append(text, number);
            if (number % Batch != Batch - 1) continue;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.Append(']').ToString()));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private void Append(StringBuilder text, int number)
    {
        if (number > 0) text.Append(',');
        var data = $$"""{"text":"{{number}} {{Filler}}","source":"bench","number":{{number}}}""";
        text.Append(annotated
            ? $$$"""{"data":{{{data}}},"annotations":[{"result":[{"id":"r{{{number}}}","from_name":"label","to_name":"text","type":"choices","value":{"choices":["pos"]}}]}]}"""
            : data);
    }
}
