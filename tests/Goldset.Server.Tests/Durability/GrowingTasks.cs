using System.Net;
using System.Text;

namespace Goldset.Server.Tests.Durability;

/// <summary>An import body of many tasks that tells how far it was sent.</summary>
/// <param name="count">How many tasks.</param>
/// <param name="sent">Called after each thousand with the number of tasks sent so far.</param>
internal sealed class GrowingTasks(int count, Action<int> sent) : HttpContent
{
    private const int Batch = 1000;

    private static readonly string Filler = new('x', 560);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("["u8.ToArray());
        for (var first = 0; first < count; first += Batch)
        {
            var tasks = Enumerable.Range(first, Math.Min(Batch, count - first)).Select(number => $$"""{"text": "{{number}} {{Filler}}"}""");
            await stream.WriteAsync(Encoding.UTF8.GetBytes((first == 0 ? "" : ",") + string.Join(',', tasks)));
            await stream.FlushAsync();
            sent(Math.Min(first + Batch, count));
        }

        await stream.WriteAsync("]"u8.ToArray());
        await stream.FlushAsync();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
