using System.Buffers.Text;
using System.Globalization;

namespace Goldset.Labeling;

/// <summary>
/// Numbers as Python writes them: integers with all their digits, floats as the shortest decimal that reads back the same,
/// always told apart (<c>5</c> and <c>5.0</c>), with an exponent from 1e16 up and below 1e-4.
/// </summary>
public static class PythonFloat
{
    /// <summary>Bytes that hold any float this class writes.</summary>
    public const int MaxLength = 32;

    /// <summary>Whether the JSON number is a float: it has a fraction or an exponent.</summary>
    public static bool IsFloat(ReadOnlySpan<byte> json) => json.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0;

    /// <summary>
    /// Writes the float a JSON number stands for. False for one beyond the range of double, which stays as it is written.
    /// <paramref name="exponentDigits"/>: the least digits of an exponent, 2 in tables (<c>1e-07</c>), 1 in JSON (<c>1e-7</c>).
    /// </summary>
    public static bool TryWrite(ReadOnlySpan<byte> json, int exponentDigits, Span<byte> destination, out int length)
    {
        length = 0;
        if (!double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return false;
        }

        length = Write(value, exponentDigits, destination);
        return true;
    }

    /// <summary>Writes a finite float; returns the length. See <see cref="TryWrite"/> for the exponent.</summary>
    public static int Write(double value, int exponentDigits, Span<byte> destination) =>
        WriteShort(value, destination) is > 0 and var length ? length : WriteAny(value, exponentDigits, destination);

    /// <summary>
    /// A number that a decimal with few digits stands for, which is then the shortest: no two decimals of up to fifteen digits are the
    /// same float. 0 when it is not such a number.
    /// </summary>
    private static int WriteShort(double value, Span<byte> destination)
    {
        const long scale = 1_000_000;
        var size = Math.Abs(value);
        if (size is not (>= 0.001 and < 1e8))
        {
            return 0;
        }

        // Both are exact, so that the quotient is the float nearest to the decimal.
        var scaled = (long)Math.Round(size * scale);
        if ((double)scaled / scale != size)
        {
            return 0;
        }

        var length = 0;
        if (value < 0)
        {
            destination[length++] = (byte)'-';
        }

        var (whole, fraction) = Math.DivRem(scaled, scale);
        Utf8Formatter.TryFormat(whole, destination[length..], out var written);
        length += written;
        destination[length++] = (byte)'.';
        do
        {
            fraction *= 10;
            destination[length++] = (byte)('0' + (fraction / scale));
            fraction %= scale;
        }
        while (fraction > 0);
        return length;
    }

    private static int WriteAny(double value, int exponentDigits, Span<byte> destination)
    {
        // "E16" would not be the shortest form; "R" is, but in another layout: take its digits and its exponent.
        Span<byte> shortest = stackalloc byte[MaxLength];
        value.TryFormat(shortest, out var written, "R", CultureInfo.InvariantCulture);
        shortest = shortest[..written];

        Span<byte> digits = stackalloc byte[MaxLength];
        var count = 0;
        var exponent = 0;
        var point = -1;
        var at = 0;
        var length = 0;
        if (shortest[0] == (byte)'-')
        {
            destination[length++] = (byte)'-';
            at = 1;
        }

        for (; at < shortest.Length && shortest[at] != (byte)'E'; at++)
        {
            if (shortest[at] == (byte)'.')
            {
                point = count;
            }
            else
            {
                digits[count++] = shortest[at];
            }
        }

        if (at < shortest.Length && Utf8Parser.TryParse(shortest[(at + 1)..].TrimStart((byte)'+'), out int scale, out _))
        {
            exponent = scale;
        }

        // The number is 0.d1d2d3… × 10^decimals, d1 not zero unless all are.
        var decimals = (point < 0 ? count : point) + exponent;
        var leading = digits[..count].IndexOfAnyExcept((byte)'0');
        if (leading < 0)
        {
            "0.0"u8.CopyTo(destination[length..]);
            return length + 3;
        }

        var significant = digits[leading..count].TrimEnd((byte)'0');
        decimals -= leading;
        return length + Layout(significant, decimals, exponentDigits, destination[length..]);
    }

    private static int Layout(ReadOnlySpan<byte> digits, int decimals, int exponentDigits, Span<byte> destination)
    {
        var length = 0;
        if (decimals is > 16 or <= -4)
        {
            destination[length++] = digits[0];
            if (digits.Length > 1)
            {
                destination[length++] = (byte)'.';
                digits[1..].CopyTo(destination[length..]);
                length += digits.Length - 1;
            }

            var exponent = decimals - 1;
            destination[length++] = (byte)'e';
            destination[length++] = exponent < 0 ? (byte)'-' : (byte)'+';
            Utf8Formatter.TryFormat(Math.Abs(exponent), destination[length..], out var written, new('D', (byte)exponentDigits));
            return length + written;
        }

        if (decimals <= 0)
        {
            "0."u8.CopyTo(destination);
            destination.Slice(2, -decimals).Fill((byte)'0');
            length = 2 - decimals;
            digits.CopyTo(destination[length..]);
            return length + digits.Length;
        }

        var whole = Math.Min(decimals, digits.Length);
        digits[..whole].CopyTo(destination);
        destination[whole..decimals].Fill((byte)'0');
        destination[decimals] = (byte)'.';
        length = decimals + 1;
        if (whole == digits.Length)
        {
            destination[length] = (byte)'0';
            return length + 1;
        }

        digits[whole..].CopyTo(destination[length..]);
        return length + digits.Length - whole;
    }
}
