using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Goldset.Load;

/// <summary>What tasks are like.</summary>
internal enum TaskKind
{
    /// <summary>A text of about 600 bytes.</summary>
    Text,

    /// <summary>Such a text with a choice.</summary>
    AnnotatedText,

    /// <summary>Five fields in 600 bytes; three tasks in ten with a choice.</summary>
    Fields,

    /// <summary>An image with three boxes.</summary>
    BoxedImage,
}

/// <summary>A JSON list of tasks, written as it is sent.</summary>
internal sealed class TaskBody : HttpContent
{
    private const int Batch = 1000;

    private static readonly string Filler = string.Concat(Enumerable.Repeat("the quick brown fox jumps over the lazy dog ", 12));

    private readonly int count;
    private readonly TaskKind kind;

    public TaskBody(int count, TaskKind kind = TaskKind.Text)
    {
        this.count = count;
        this.kind = kind;
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
        text.Append(kind switch
        {
            TaskKind.AnnotatedText => $$$"""{"data":{{{data}}},"annotations":[{"result":[{"id":"r{{{number}}}","from_name":"label","to_name":"text","type":"choices","value":{"choices":["pos"]}}]}]}""",
            TaskKind.Fields => Fields(number),
            TaskKind.BoxedImage => $$$"""{"data":{"image":"https://images.example.com/set/{{{number}}}.jpg"},"annotations":[{"result":[{{{Box(number, 1)}}},{{{Box(number, 2)}}},{{{Box(number, 3)}}}]}]}""",
            _ => data,
        });
    }

    private static string Fields(int number)
    {
        var data = $$"""{"text":"{{number}} word{{number % 5000}} {{Filler}}","source":"source {{number % 7}}","topic":"topic {{number * 31L % 20}}","score":{{number * 7919L % 100_000}}.5,"url":"https://images.example.com/set/{{number}}.jpg"}""";
        return number % 10 < 3
            ? $$$"""{"data":{{{data}}},"annotations":[{"result":[{"id":"r{{{number}}}","from_name":"label","to_name":"text","type":"choices","value":{"choices":["pos"]}}]}]}"""
            : $$"""{"data":{{data}}}""";
    }

    private static string Box(int number, int index) =>
        $$$"""{"id":"r{{{number}}}-{{{index}}}","from_name":"box","to_name":"image","type":"rectanglelabels","original_width":640,"original_height":480,"image_rotation":0,"value":{"x":{{{10 * index}}}.5,"y":{{{number % 50}}},"width":8.25,"height":12.125,"rotation":0,"rectanglelabels":["{{{(index == 2 ? "dog" : "cat")}}}"]}}""";
}
