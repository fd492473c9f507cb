using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Goldset.Formats.Tests;

/// <summary>Tasks given as JSON texts. The buffer is reused from task to task, as a database reader would.</summary>
internal sealed class InMemoryTasks(params IReadOnlyList<string> tasks) : ITaskSource
{
    public static InMemoryTasks FromArray(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new InMemoryTasks([.. document.RootElement.EnumerateArray().Select(task => task.GetRawText())]);
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = Array.Empty<byte>();
        foreach (var task in tasks)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            buffer.AsSpan().Fill((byte)'#');
            var size = Encoding.UTF8.GetByteCount(task);
            buffer = buffer.Length < size ? new byte[size] : buffer;
            yield return buffer.AsMemory(0, Encoding.UTF8.GetBytes(task, buffer));
        }
    }
}
