using System.Buffers;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Server.Import.Files;

/// <summary>Tasks as JSON: one object, a list of them, or one per line.</summary>
internal static class JsonFile
{
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    /// <summary>Reads the tasks of <paramref name="source"/>, each with <c>data</c>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="lines">A task per line.</param>
    /// <param name="items">Takes the tasks.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="FileParseException">The file holds no tasks.</exception>
    public static async Task ReadAsync(SourceFile source, bool lines, IItemConsumer items, CancellationToken cancel)
    {
        await using var file = source.Open();
        using var reader = new JsonItemReader(file, lines);
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            while (await reader.MoveNextAsync(cancel))
            {
                if (!lines) CheckRoot(reader);
                await items.AddAsync(WithData(reader.Current, buffer));
            }
        }
        catch (TrailingJsonException)
        {
            throw new FileParseException("Trailing data");
        }
        catch (JsonException)
        {
            throw new FileParseException("Expected object or value");
        }
        catch (JsonItemTooLargeException tooLarge)
        {
            throw new FileParseException(tooLarge.Message);
        }
        if (reader.Root == JsonTokenType.None && !lines) throw new FileParseException("Expected object or value");
    }

    private static void CheckRoot(JsonItemReader reader)
    {
        if (reader.Root is JsonTokenType.StartArray or JsonTokenType.StartObject) return;
        if (reader.Root == JsonTokenType.String) throw new FileParseException("'str' object has no attribute 'get'");
        using var document = JsonDocument.Parse(reader.Current);
        throw new FileParseException($"'{PythonRepr.TypeName(document.RootElement)}' object is not iterable");
    }

    /// <summary>The item as it is when it has data, else with itself as data.</summary>
    private static ReadOnlyMemory<byte> WithData(ReadOnlyMemory<byte> item, ArrayBufferWriter<byte> buffer)
    {
        var reader = new Utf8JsonReader(item.Span, ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            using var document = JsonDocument.Parse(item, new JsonDocumentOptions { MaxDepth = TaskDataValidator.MaxDepth });
            throw new FileParseException($"'{PythonRepr.TypeName(document.RootElement)}' object has no attribute 'get'");
        }
        bool hasData = false, isObject = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            if (isData) (hasData, isObject) = (IsTruthy(reader), reader.TokenType == JsonTokenType.StartObject);
            reader.Skip();
        }
        if (hasData) return isObject ? item : throw FileParseException.Detail("Task item should be dict");
        buffer.ResetWrittenCount();
        buffer.Write("{\"data\": "u8);
        buffer.Write(item.Span);
        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>What counts as something: not null, false, zero, or empty.</summary>
    private static bool IsTruthy(Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var ahead = reader;
                ahead.Read();
                return ahead.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray);
            case JsonTokenType.String:
                return reader.ValueSpan.Length > 0;
            case JsonTokenType.Number:
                return reader.ValueSpan.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
            default:
                return reader.TokenType == JsonTokenType.True;
        }
    }
}
