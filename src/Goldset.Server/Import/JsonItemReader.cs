using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Goldset.Labeling;
using Goldset.Server.Http;

namespace Goldset.Server.Import;

/// <summary>
/// Reads the items of a JSON list one by one, as the bytes they were sent as, from a stream of any length. Memory is bounded by the
/// largest item. A text whose root is no list has one item: the root.
/// </summary>
/// <param name="stream">Where the text comes from; not disposed.</param>
/// <param name="lines">The text is no list but one item after the other, as in JSON lines.</param>
public sealed class JsonItemReader(Stream stream, bool lines = false) : IDisposable
{
    /// <summary>Most bytes of one item.</summary>
    public const int MaxItemSize = 100 * 1024 * 1024;

    /// <summary>How deep an item may nest. Some levels less than a stored task, because items are put into others.</summary>
    public const int MaxDepth = TaskDataValidator.MaxDepth - 16;

    private const int BufferSize = 64 * 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int start;
    private int end;
    private bool complete;
    private Place place = Place.BeforeRoot;
    private long linesBefore;
    private int lineStart;

    private enum Place
    {
        BeforeRoot,
        BeforeFirstItem,
        BeforeItem,
        AfterItem,
        AfterRoot,
    }

    /// <summary>What the root is; <see cref="JsonTokenType.None"/> before the first item was asked for, and for an empty text.</summary>
    public JsonTokenType Root { get; private set; }

    /// <summary>The item's bytes, white space around it left out. Good until the next one is asked for.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Goes to the next item.</summary>
    /// <returns>False after the last one; then the text has been read to its end and is well-formed.</returns>
    /// <exception cref="TrailingJsonException">Something follows the root.</exception>
    /// <exception cref="JsonException">The text is no JSON, or nests too deep.</exception>
    /// <exception cref="JsonItemTooLargeException">An item has more bytes than are allowed.</exception>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancel) => TryMove(out var found) ? new ValueTask<bool>(found) : FillAndMoveAsync(cancel);

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private async ValueTask<bool> FillAndMoveAsync(CancellationToken cancel)
    {
        bool found;
        do await FillAsync(cancel);
        while (!TryMove(out found));
        return found;
    }

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            lineStart -= start;
            end -= start;
            start = 0;
        }
        else if (end == buffer.Length)
        {
            if (buffer.Length >= MaxItemSize) throw new JsonItemTooLargeException();
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, MaxItemSize));
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
        // The item at hand is scanned again from its start, so it pays to have read all there is room for.
        while (end < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            complete = read == 0;
            if (complete) return;
            end += read;
        }
    }

    /// <summary>Goes as far as the bytes at hand allow. False: there must be more of them.</summary>
    private bool TryMove(out bool found)
    {
        found = false;
        while (true)
        {
            if (place == Place.BeforeRoot && Root == JsonTokenType.None && buffer.AsSpan(start, end - start) is [0xEF, 0xBB, 0xBF, ..]) Advance(3);
            SkipWhiteSpace();
            if (start == end)
            {
                if (!complete) return false;
                if (place is Place.BeforeRoot or Place.AfterRoot) return true;
                throw Malformed(start);
            }
            switch (place)
            {
                case Place.BeforeRoot when buffer[start] == '[' && !lines:
                    Root = JsonTokenType.StartArray;
                    place = Place.BeforeFirstItem;
                    Advance(1);
                    break;
                case Place.BeforeFirstItem or Place.AfterItem when buffer[start] == ']':
                    place = Place.AfterRoot;
                    Advance(1);
                    break;
                case Place.AfterItem when buffer[start] == ',':
                    place = Place.BeforeItem;
                    Advance(1);
                    break;
                case Place.BeforeRoot or Place.BeforeFirstItem or Place.BeforeItem:
                    return found = TryReadItem();
                case Place.AfterRoot:
                    throw new TrailingJsonException(linesBefore, start - lineStart);
                default:
                    throw Malformed(start);
            }
        }
    }

    private bool TryReadItem()
    {
        var bytes = buffer.AsSpan(start, end - start);
        var reader = new Utf8JsonReader(bytes, complete, new JsonReaderState(Options));
        try
        {
            if (!reader.Read()) return false;
            var type = reader.TokenType;
            if (!reader.TrySkip()) return false;
            if (place == Place.BeforeRoot) Root = type;
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber ?? 0;
            var column = (malformed.BytePositionInLine ?? 0) + (line == 0 ? start - lineStart : 0);
            throw new JsonException("The text is not valid JSON.", null, linesBefore + line, column, malformed);
        }
        var length = (int)reader.BytesConsumed;
        if (!Utf8.IsValid(bytes[..length]) || HalfPairs.InNames(bytes[..length])) throw Malformed(start);
        Current = buffer.AsMemory(start, length);
        place = place != Place.BeforeRoot ? Place.AfterItem : lines ? Place.BeforeRoot : Place.AfterRoot;
        Advance(length);
        return true;
    }

    private void SkipWhiteSpace()
    {
        var length = buffer.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r\n"u8);
        Advance(length < 0 ? end - start : length);
    }

    private void Advance(int count)
    {
        var passed = buffer.AsSpan(start, count);
        var lines = passed.Count((byte)'\n');
        if (lines > 0)
        {
            linesBefore += lines;
            lineStart = start + passed.LastIndexOf((byte)'\n') + 1;
        }
        start += count;
    }

    private JsonException Malformed(int at) => new("The text is not valid JSON.", null, linesBefore, at - lineStart);
}

/// <summary>Something follows the end of a JSON text.</summary>
public sealed class TrailingJsonException(long line, long column) : JsonException("Something follows the end of the JSON text.", null, line, column);

/// <summary>One item of a JSON text is too large to be held in memory.</summary>
public sealed class JsonItemTooLargeException() : Exception($"An item has more than {JsonItemReader.MaxItemSize} bytes");
