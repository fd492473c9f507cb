using System.Globalization;
using System.Text;

namespace Goldset.Labeling;

/// <summary>Formats times (UTC) with the directives the configuration language knows from C and Python.</summary>
internal static class Strftime
{
    public static string Format(DateTime time, string format)
    {
        var output = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                output.Append(format[i]);
                continue;
            }

            i++;
            output.Append(Directive(time, format[i]));
        }

        return output.ToString();
    }

    private static string Directive(DateTime time, char directive)
    {
        var pattern = directive switch
        {
            'Y' => "yyyy",
            'y' => "yy",
            'm' => "MM",
            'B' => "MMMM",
            'b' or 'h' => "MMM",
            'd' => "dd",
            'A' => "dddd",
            'a' => "ddd",
            'H' => "HH",
            'I' => "hh",
            'M' => "mm",
            'S' => "ss",
            'f' => "ffffff",
            'p' => "tt",
            'F' => "yyyy-MM-dd",
            'T' or 'X' => "HH:mm:ss",
            'R' => "HH:mm",
            'D' or 'x' => "MM/dd/yy",
            _ => null,
        };
        return pattern is not null ? time.ToString(pattern, CultureInfo.InvariantCulture) : directive switch
        {
            '%' => "%",
            'j' => time.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
            'e' => time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
            'L' => time.ToString("fff", CultureInfo.InvariantCulture),
            's' => new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            'z' => "+0000",
            'Z' => "UTC",
            _ => $"%{directive}",
        };
    }
}
