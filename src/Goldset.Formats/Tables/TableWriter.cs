using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Tables;

/// <summary>Writes rows of separated cells: text quoted, numbers and booleans bare, rows ended by CR LF.</summary>
internal sealed class TableWriter
{
    private readonly IBufferWriter<byte> _output;
    private readonly byte _separator;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly JsonTextWriter _jsonWriter;
    private bool _inRow;

    public TableWriter(IBufferWriter<byte> output, byte separator)
    {
        (_output, _separator) = (output, separator);
        _jsonWriter = new JsonTextWriter(_json, indented: false);
    }

    /// <summary>A text cell.</summary>
    public void Text(string text)
    {
        Separate();
        Quote(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A stored value: text, number or boolean as it is, null and nothing as an empty text, the rest as JSON.</summary>
    public void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Quoted(value);
                break;
            case JsonValueKind.Number:
                Separate();
                Number(JsonMarshal.GetRawUtf8Value(value));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Separate();
                _output.Write(value.ValueKind == JsonValueKind.True ? "True"u8 : "False"u8);
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                Json(writer => writer.Value(JsonMarshal.GetRawUtf8Value(value)));
                break;
            default:
                Text("");
                break;
        }
    }

    /// <summary>A string or number as a text cell; nothing as an empty one.</summary>
    public void Quoted(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            Text(value.GetRawText());
            return;
        }

        var raw = value.ValueKind == JsonValueKind.String ? JsonStrings.Raw(value) : default;
        if (raw.Contains((byte)'\\'))
        {
            Text(JsonStrings.Decode(raw));
            return;
        }

        Separate();
        Quote(raw);
    }

    /// <summary>A text cell with compact JSON.</summary>
    public void Json(Action<JsonTextWriter> write)
    {
        Separate();
        _json.ResetWrittenCount();
        write(_jsonWriter);
        Quote(_json.WrittenSpan);
    }

    public void EndRow()
    {
        _output.Write("\r\n"u8);
        _inRow = false;
    }

    private void Separate()
    {
        if (_inRow)
        {
            _output.Write([_separator]);
        }

        _inRow = true;
    }

    private void Number(ReadOnlySpan<byte> json)
    {
        if (PythonFloat.IsFloat(json) && PythonFloat.TryWrite(json, 2, _output.GetSpan(PythonFloat.MaxLength), out var length))
        {
            _output.Advance(length);
        }
        else
        {
            _output.Write(json.SequenceEqual("-0"u8) ? "0"u8 : json);
        }
    }

    private void Quote(ReadOnlySpan<byte> text)
    {
        _output.Write("\""u8);
        while (text.IndexOf((byte)'"') is >= 0 and var quote)
        {
            _output.Write(text[..(quote + 1)]);
            _output.Write("\""u8);
            text = text[(quote + 1)..];
        }

        _output.Write(text);
        _output.Write("\""u8);
    }
}
