using System.Buffers;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Server.Import.Files;

/// <summary>Texts: a task per line, or one task whose value is the whole text. The value has no name of its own.</summary>
internal static class TextFile
{
    private const int MaxLength = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    /// <summary>Reads each line of <paramref name="source"/> as an item.</summary>
    /// <exception cref="FileParseException">The file is no text, or has a line of more than 64 million characters.</exception>
    public static async Task ReadLinesAsync(SourceFile source, IItemConsumer items, CancellationToken cancel)
    {
        await using var file = source.Open();
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true);
        var buffer = new ArrayBufferWriter<byte>();
        var text = new char[64 * 1024];
        int start = 0, end = 0;
        var afterReturn = false;
        while (true)
        {
            while (text.AsSpan(start, end - start).IndexOfAny(LineEnds) is >= 0 and var length)
            {
                var second = afterReturn && length == 0 && text[start] == '\n';
                if (!second) await items.AddAsync(Item(buffer, text.AsSpan(start, length)));
                afterReturn = text[start + length] == '\r';
                start += length + 1;
            }
            if (start < end) afterReturn = false;
            text.AsSpan(start, end - start).CopyTo(text);
            end -= start;
            start = 0;
            if (end == text.Length) Array.Resize(ref text, text.Length < MaxLength ? text.Length * 2 : throw TooLong());
            var read = await ReadAsync(reader, text.AsMemory(end), cancel);
            if (read == 0) break;
            end += read;
        }
        if (end > 0) await items.AddAsync(Item(buffer, text.AsSpan(0, end)));
    }

    /// <summary>Reads the whole of <paramref name="source"/> as one item.</summary>
    /// <exception cref="FileParseException">The file is no text, or has more than 64 million bytes.</exception>
    public static async Task ReadWholeAsync(SourceFile source, IItemConsumer items, CancellationToken cancel)
    {
        await using var file = source.Open();
        if (file.Length > MaxLength) throw TooLong();
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true);
        try
        {
            await items.AddAsync(Item(new ArrayBufferWriter<byte>(), await reader.ReadToEndAsync(cancel)));
        }
        catch (DecoderFallbackException)
        {
            throw FileParseException.NotUtf8();
        }
    }

    /// <summary><c>{"data": {"$undefined$": value}}</c></summary>
    public static ReadOnlyMemory<byte> Item(ArrayBufferWriter<byte> buffer, ReadOnlySpan<char> value)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Http.Json.Writer);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteString(TaskDataValidator.UndefinedKey, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static async ValueTask<int> ReadAsync(StreamReader reader, Memory<char> into, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(into, cancel);
        }
        catch (DecoderFallbackException)
        {
            throw FileParseException.NotUtf8();
        }
    }

    private static FileParseException TooLong() => new("A text has more than 64 million characters");
}
