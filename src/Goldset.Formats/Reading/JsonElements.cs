using System.Text.Json;
using System.Text.Unicode;

namespace Goldset.Formats.Reading;

/// <summary>Told of an element of a list.</summary>
/// <param name="list">The name of the list.</param>
/// <param name="offset">Where the element is in the file.</param>
/// <param name="json">The element.</param>
internal delegate void JsonElementVisitor(string list, long offset, ReadOnlySpan<byte> json);

/// <summary>Goes through the lists that are members of a JSON object, element by element. Memory holds one element.</summary>
internal static class JsonElements
{
    private const int BufferSize = 256 * 1024;
    private const int MaxElement = 256 * 1024 * 1024;
    private const int MaxDepth = 64;

    /// <summary>Visits the elements of the lists named, from the first to the last.</summary>
    /// <exception cref="DatasetException">The file is no JSON object, or an element is too large.</exception>
    public static async Task VisitAsync(FileStream file, string name, IReadOnlyCollection<string> lists, JsonElementVisitor visit, CancellationToken cancellationToken)
    {
        var walk = new Walk(name, lists, visit);
        var buffer = new byte[BufferSize];
        int filled = 0;
        long offset = 0;
        file.Position = 0;
        try
        {
            for (var isEnd = false; !isEnd;)
            {
                var read = await file.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                isEnd = read == 0;
                filled += read;
                if (offset == 0 && buffer.AsSpan(0, filled) is [0xEF, 0xBB, 0xBF, ..])
                {
                    buffer.AsSpan(3, filled - 3).CopyTo(buffer);
                    (filled, offset) = (filled - 3, 3);
                }

                var used = walk.Go(buffer.AsSpan(0, filled), isEnd, offset);
                if (used == 0 && filled == buffer.Length)
                {
                    if (buffer.Length >= MaxElement)
                    {
                        throw new DatasetException($"an element has more than {MaxElement} bytes", name);
                    }

                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                (filled, offset) = (filled - used, offset + used);
            }
        }
        catch (JsonException malformed)
        {
            throw new DatasetException("the text is not valid JSON", name, (malformed.LineNumber ?? 0) + 1, malformed);
        }

        if (!walk.IsObject)
        {
            throw new DatasetException("the file is no JSON object", name);
        }
    }

    private sealed class Walk(string name, IReadOnlyCollection<string> lists, JsonElementVisitor visit)
    {
        private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
        private string? _member;
        private bool _inList;

        public bool IsObject { get; private set; }

        /// <summary>Goes as far as the bytes allow; the number of bytes that are done.</summary>
        public int Go(ReadOnlySpan<byte> bytes, bool isEnd, long offset)
        {
            var reader = new Utf8JsonReader(bytes, isEnd, _state);
            while (true)
            {
                var before = reader;
                if (!reader.Read())
                {
                    break;
                }

                if (_inList && reader.CurrentDepth == 2 && reader.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)reader.TokenStartIndex;
                    if (!reader.TrySkip())
                    {
                        reader = before;
                        break;
                    }

                    var element = bytes[start..(int)reader.BytesConsumed];
                    if (!Utf8.IsValid(element))
                    {
                        throw new DatasetException("the file is not UTF-8 text", name);
                    }

                    visit(_member!, offset + start, element);
                    continue;
                }

                Note(reader);
            }

            _state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }

        private string? Find(in Utf8JsonReader reader)
        {
            foreach (var list in lists)
            {
                if (reader.ValueTextEquals(list))
                {
                    return list;
                }
            }

            return null;
        }

        private void Note(in Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                    IsObject = true;
                    break;
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    _member = Find(reader);
                    break;
                case JsonTokenType.StartArray when reader.CurrentDepth == 1 && IsObject && _member is not null:
                    _inList = true;
                    break;
                case JsonTokenType.EndArray when reader.CurrentDepth == 1:
                    _inList = false;
                    break;
            }
        }
    }
}
