using System.Text.Json;

namespace Goldset.Server.Http;

/// <summary>Answers that are written while they are read, so that their size does not matter.</summary>
public static class JsonStream
{
    private const int FlushAt = 32 * 1024;

    /// <summary>Writes a JSON array, an item at a time.</summary>
    public static async Task<IResult> WriteArrayAsync<T>(HttpContext http, IAsyncEnumerable<T> items, Action<Utf8JsonWriter, T> write, CancellationToken cancel)
    {
        http.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, Json.Writer);
        writer.WriteStartArray();
        await foreach (var item in items.WithCancellation(cancel))
        {
            write(writer, item);
            await FlushAsync(http, writer, cancel);
        }
        writer.WriteEndArray();
        await writer.FlushAsync(cancel);
        return Results.Empty;
    }

    /// <summary>Sends what has been written once it is worth a packet.</summary>
    public static async ValueTask FlushAsync(HttpContext http, Utf8JsonWriter writer, CancellationToken cancel)
    {
        if (writer.BytesPending < FlushAt) return;
        writer.Flush();
        await http.Response.BodyWriter.FlushAsync(cancel);
    }
}
