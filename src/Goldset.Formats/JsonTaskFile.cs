using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Formats.Json;

namespace Goldset.Formats;

/// <summary>The tasks in a file that the JSON format wrote, read one at a time.</summary>
/// <param name="path">The file: a JSON array of tasks.</param>
/// <param name="progress">Told after each task how many bytes have been read.</param>
public sealed class JsonTaskFile(string path, Action<long>? progress = null) : ITaskSource
{
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = JsonTextWriter.MaxDepth };

    /// <inheritdoc/>
    /// <exception cref="JsonException">The file is no JSON array.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = Array.Empty<byte>();
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var task in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, Options, cancellationToken).ConfigureAwait(false))
            {
                var length = Copy(task, ref buffer);
                yield return buffer.AsMemory(0, length);
                progress?.Invoke(file.Position);
            }
        }
    }

    private static int Copy(JsonElement task, ref byte[] buffer)
    {
        var json = JsonMarshal.GetRawUtf8Value(task);
        buffer = buffer.Length < json.Length ? new byte[Math.Max(2 * buffer.Length, json.Length)] : buffer;
        json.CopyTo(buffer);
        return json.Length;
    }
}
