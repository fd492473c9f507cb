using System.Buffers;
using System.Buffers.Text;
using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>Numbers separated by blanks.</summary>
internal readonly struct YoloLine
{
    private readonly IBufferWriter<byte> _output;

    /// <summary>Begins a line with the number of its class.</summary>
    public YoloLine(IBufferWriter<byte> output, long category)
    {
        _output = output;
        Whole(category);
    }

    /// <summary>An integer; the line's first number, or after a blank.</summary>
    public void Append(long value)
    {
        _output.Write(" "u8);
        Whole(value);
    }

    /// <summary>A number after a blank.</summary>
    public void Append(double value)
    {
        _output.Write(" "u8);
        _output.Advance(PythonFloat.Write(value, 2, _output.GetSpan(PythonFloat.MaxLength)));
    }

    private void Whole(long value)
    {
        Utf8Formatter.TryFormat(value, _output.GetSpan(PythonFloat.MaxLength), out var length);
        _output.Advance(length);
    }
}
