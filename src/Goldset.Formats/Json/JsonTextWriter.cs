using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Json;

/// <summary>
/// Writes JSON text in the form the export files have: non-ASCII plain, <c>/</c> as <c>\/</c>, shortest floats, compact or
/// indented by two. Values are copied from the UTF-8 they were stored as, so nothing is decoded that need not be. What it writes
/// reaches the output when a value that stands alone is complete.
/// </summary>
/// <param name="output">Where the text goes.</param>
/// <param name="indented">Whether each value has a line of its own.</param>
/// <param name="depth">How many brackets are open around what this writer writes.</param>
internal sealed class JsonTextWriter(IBufferWriter<byte> output, bool indented, int depth = 0)
{
    /// <summary>Deepest nesting read from stored JSON.</summary>
    public const int MaxDepth = 1024;

    private const int BufferSize = 1024;

    private readonly int _outside = depth;
    private int _depth = depth;
    private bool _empty = true;
    private bool _afterName;
    private byte[] _buffer = new byte[BufferSize];
    private int _used;

    public void StartObject() => Start((byte)'{');

    public void EndObject() => End((byte)'}');

    public void StartArray() => Start((byte)'[');

    public void EndArray() => End((byte)']');

    /// <summary>A property name in decoded form.</summary>
    public void Name(string name)
    {
        Separate();
        WriteQuoted(name);
        AfterName();
    }

    /// <summary>A property name that needs no escapes.</summary>
    public void Name(ReadOnlySpan<byte> ascii)
    {
        Separate();
        Byte((byte)'"');
        Write(ascii);
        Byte((byte)'"');
        AfterName();
    }

    /// <summary>A property name as it stands between the quotes of the source.</summary>
    public void RawName(ReadOnlySpan<byte> raw)
    {
        Separate();
        WriteQuoted(raw);
        AfterName();
    }

    public void Null()
    {
        Separate();
        Write("null"u8);
        HandOver();
    }

    public void Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, Room(PythonFloat.MaxLength), out var length);
        _used += length;
        HandOver();
    }

    /// <summary>A finite float.</summary>
    public void Number(double value)
    {
        Separate();
        // Making room may change how much is used.
        var length = PythonFloat.Write(value, 1, Room(PythonFloat.MaxLength));
        _used += length;
        HandOver();
    }

    /// <summary>A count of pixels: an integer where it is one.</summary>
    public void WholeOrNull(double? value)
    {
        switch (value)
        {
            case null:
                Null();
                break;
            case { } whole when double.IsInteger(whole) && Math.Abs(whole) < 1e15:
                Number((long)whole);
                break;
            default:
                Number(value.Value);
                break;
        }
    }

    /// <summary>A text.</summary>
    public void Text(string value)
    {
        Separate();
        WriteQuoted(value);
        HandOver();
    }

    /// <summary>An array whose elements, if any, another writer wrote for this depth.</summary>
    public async Task ArrayAsync(bool any, Func<Task> copy)
    {
        StartArray();
        if (any)
        {
            Empty();
            await copy().ConfigureAwait(false);
            _empty = false;
        }

        EndArray();
    }

    /// <summary>A JSON value, byte for byte.</summary>
    public void Verbatim(ReadOnlySpan<byte> json)
    {
        Separate();
        Write(json);
        HandOver();
    }

    /// <summary>A whole JSON value, written anew in this writer's form.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Value(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    StartObject();
                    break;
                case JsonTokenType.EndObject:
                    EndObject();
                    break;
                case JsonTokenType.StartArray:
                    StartArray();
                    break;
                case JsonTokenType.EndArray:
                    EndArray();
                    break;
                case JsonTokenType.PropertyName:
                    RawName(reader.ValueSpan);
                    break;
                case JsonTokenType.String:
                    Separate();
                    WriteQuoted(reader.ValueSpan);
                    break;
                case JsonTokenType.Number:
                    Separate();
                    WriteNumber(reader.ValueSpan);
                    break;
                default:
                    Separate();
                    Write(reader.ValueSpan);
                    break;
            }
        }

        HandOver();
    }

    private void Start(byte bracket)
    {
        Separate();
        Byte(bracket);
        _depth++;
        _empty = true;
    }

    private void End(byte bracket)
    {
        _depth--;
        if (!_empty)
        {
            NewLine();
        }

        _empty = _depth == 0;
        Byte(bracket);
        HandOver();
    }

    private void Separate()
    {
        if (_afterName)
        {
            _afterName = false;
            return;
        }

        if (!_empty)
        {
            Byte((byte)',');
        }

        // At the root nothing separates: each value is a text of its own.
        _empty = _depth == 0;
        if (_depth > 0)
        {
            NewLine();
        }
    }

    private void AfterName()
    {
        Write(indented ? ": "u8 : ":"u8);
        _afterName = true;
    }

    private void NewLine()
    {
        if (!indented)
        {
            return;
        }

        var span = Room(1 + (2 * _depth));
        span[0] = (byte)'\n';
        span.Slice(1, 2 * _depth).Fill((byte)' ');
        _used += 1 + (2 * _depth);
    }

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        _used++;
    }

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _used < size)
        {
            Empty();
            _buffer = _buffer.Length < size ? new byte[size] : _buffer;
        }

        return _buffer.AsSpan(_used);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferSize / 2)
        {
            Empty();
            output.Write(bytes);
            return;
        }

        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    /// <summary>Outside all brackets that this writer opened, others may write to the output, too.</summary>
    private void HandOver()
    {
        if (_depth == _outside)
        {
            Empty();
        }
    }

    private void Empty()
    {
        output.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    private void WriteNumber(ReadOnlySpan<byte> json)
    {
        if (PythonFloat.IsFloat(json) && PythonFloat.TryWrite(json, 1, Room(PythonFloat.MaxLength), out var length))
        {
            _used += length;
        }
        else
        {
            Write(json.SequenceEqual("-0"u8) ? "0"u8 : json);
        }
    }

    private void WriteQuoted(ReadOnlySpan<byte> raw)
    {
        Byte((byte)'"');
        while (true)
        {
            var plain = raw.IndexOfAny((byte)'\\', (byte)'/');
            Write(plain < 0 ? raw : raw[..plain]);
            if (plain < 0)
            {
                break;
            }

            raw = raw[plain..];
            if (raw[0] == (byte)'/')
            {
                Write(@"\/"u8);
                raw = raw[1..];
            }
            else
            {
                raw = raw[WriteEscape(raw)..];
            }
        }

        Byte((byte)'"');
    }

    private int WriteEscape(ReadOnlySpan<byte> raw)
    {
        var first = JsonStrings.ReadEscape(raw, out var consumed);
        if (consumed == 2)
        {
            Write(raw[..2]);
            return 2;
        }

        if (char.IsHighSurrogate(first) && raw.Length > 7 && raw[6] == (byte)'\\' && raw[7] == (byte)'u')
        {
            var second = JsonStrings.ReadEscape(raw[6..], out _);
            if (char.IsLowSurrogate(second))
            {
                WriteRune(new Rune(first, second));
                return 12;
            }
        }

        WriteChar(first);
        return 6;
    }

    private void WriteQuoted(string text)
    {
        Byte((byte)'"');
        for (var at = 0; at < text.Length; at++)
        {
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                WriteRune(rune);
                at += rune.Utf16SequenceLength - 1;
            }
            else
            {
                WriteChar(text[at]);
            }
        }

        Byte((byte)'"');
    }

    private void WriteChar(char c)
    {
        if (Rune.TryCreate(c, out var rune))
        {
            WriteRune(rune);
        }
        else
        {
            WriteCode(c);
        }
    }

    private void WriteRune(Rune rune)
    {
        switch (rune.Value)
        {
            case '"':
                Write("\\\""u8);
                break;
            case '\\':
                Write(@"\\"u8);
                break;
            case '/':
                Write(@"\/"u8);
                break;
            case '\b':
                Write(@"\b"u8);
                break;
            case '\f':
                Write(@"\f"u8);
                break;
            case '\n':
                Write(@"\n"u8);
                break;
            case '\r':
                Write(@"\r"u8);
                break;
            case '\t':
                Write(@"\t"u8);
                break;
            case < ' ':
                WriteCode((char)rune.Value);
                break;
            default:
                var length = rune.EncodeToUtf8(Room(4));
                _used += length;
                break;
        }
    }

    private void WriteCode(char code)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        Write([(byte)'\\', (byte)'u', digits[code >> 12], digits[(code >> 8) & 15], digits[(code >> 4) & 15], digits[code & 15]]);
    }
}
