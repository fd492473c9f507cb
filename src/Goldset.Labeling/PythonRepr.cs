using System.Globalization;
using System.Text;

namespace Goldset.Labeling;

/// <summary>Prints JSON values in Python notation, in which the API quotes offending values.</summary>
public static class PythonRepr
{
    /// <summary>A float as Python prints it: the fewest digits that read back the same, always with a point or an exponent.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 16; precision++)
        {
            var shorter = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture).Equals(value))
            {
                text = shorter;
                break;
            }
        }

        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        var negative = text[0] == '-';
        var digits = text.AsSpan(negative ? 1 : 0, mark - (negative ? 1 : 0)).ToString().Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return Layout(negative, digits.Length == 0 ? "0" : digits, exponent);
    }

    private static string Layout(bool negative, string digits, int exponent)
    {
        var result = new StringBuilder(negative ? "-" : "");
        if (exponent is < -4 or >= 16)
        {
            result.Append(digits[0]);
            if (digits.Length > 1)
            {
                result.Append('.').Append(digits, 1, digits.Length - 1);
            }

            var size = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
            return result.Append(exponent < 0 ? "e-" : "e+").Append(size).ToString();
        }

        if (exponent < 0)
        {
            return result.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        }

        var whole = Math.Min(digits.Length, exponent + 1);
        result.Append(digits, 0, whole).Append('0', exponent + 1 - whole).Append('.');
        return (whole < digits.Length ? result.Append(digits, whole, digits.Length - whole) : result.Append('0')).ToString();
    }
}
