using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Goldset.Labeling;

/// <summary>Random series over a time column: what a TimeSeries tag shows while there are no data.</summary>
/// <param name="TimeColumn">Name of the time column; null when the tag has none.</param>
/// <param name="Channels">Names of the value columns.</param>
/// <param name="Separator">The <c>sep</c> of the tag, as written.</param>
/// <param name="TimeFormat">The <c>timeFormat</c> of the tag (strftime), as written.</param>
public sealed record SampleTimeSeries(string? TimeColumn, IReadOnlyList<string> Channels, string? Separator = null, string? TimeFormat = null)
{
    private const int Rows = 100;

    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Path and query of the address that serves this series as CSV.</summary>
    public string Address =>
        $"/samples/time-series.csv?time={Escape(TimeColumn ?? "None")}&values={Escape(string.Join(',', Channels))}"
        + (string.IsNullOrEmpty(Separator) ? "" : $"&sep={Escape(Separator)}")
        + (string.IsNullOrEmpty(TimeFormat) ? "" : $"&tf={Escape(TimeFormat)}");

    /// <summary>The strftime format in force, or null when times are plain numbers.</summary>
    private string? Format => TimeFormat switch
    {
        "yyyy-MM-dd" => "%Y-%m-%d",
        not null when TimeFormat.Contains('%', StringComparison.Ordinal) => TimeFormat,
        _ => null,
    };

    /// <summary>The series as an object of columns of equal length.</summary>
    public JsonObject Create(Random random)
    {
        var times = Times();
        var columns = new JsonObject { [TimeColumn ?? "None"] = new JsonArray([.. times.Select(time => Format is null ? JsonValue.Create(time.Number) : (JsonNode)time.Text)]) };
        foreach (var channel in Channels)
        {
            columns[channel] = new JsonArray([.. times.Select(_ => (JsonNode)Normal(random))]);
        }

        return columns;
    }

    /// <summary>
    /// The series as CSV. Without a header when all columns are named by digits: then there are columns up to the highest number.
    /// </summary>
    public string ToCsv(Random random)
    {
        var separator = Separator switch
        {
            null or "" or "comma" => ",",
            "dot" => ".",
            "tab" or @"\t" => "\t",
            "space" => " ",
            var other => other,
        };
        string[] names = [TimeColumn ?? "None", .. Channels];
        var headless = names.All(name => name.Length is > 0 and < 4 && name.All(char.IsAsciiDigit));
        int? timeAt = headless ? int.Parse(names[0], CultureInfo.InvariantCulture) : 0;
        var width = headless ? names.Max(name => int.Parse(name, CultureInfo.InvariantCulture)) + 1 : names.Length;
        var csv = new StringBuilder();
        if (!headless)
        {
            csv.AppendJoin(separator, names).Append('\n');
        }

        foreach (var (number, text) in Times())
        {
            var cells = Enumerable.Range(0, width).Select(column => column != timeAt
                ? PythonRepr.Of(Normal(random))
                : Format is null ? number.ToString(CultureInfo.InvariantCulture) : text);
            csv.AppendJoin(separator, cells).Append('\n');
        }

        return csv.ToString();
    }

    internal static SampleTimeSeries Of(ConfigElement element) => new(
        element.Attribute("timeColumn"),
        [.. element.DescendantsAndSelf().Where(child => child.Tag == "Channel").Select(channel => channel.Attribute("column") ?? "")],
        element.Attribute("sep"),
        element.Attribute("timeFormat"));

    internal static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Times that grow, as text too, one step of the smallest unit in the format apart.</summary>
    private List<(int Number, string Text)> Times()
    {
        var times = new List<(int, string)>();
        var last = "";
        for (var i = 0; i < Rows; i++)
        {
            var text = Format is { } format ? Strftime.Format(Step(format, i), format) : "";
            if (Format is not null && string.CompareOrdinal(text, last) <= 0)
            {
                break;
            }

            times.Add((i, text));
            last = text;
        }

        return times;
    }

    private static DateTime Step(string format, int count) => format switch
    {
        _ when format.Contains("%S", StringComparison.Ordinal) => Start.AddSeconds(count),
        _ when format.Contains("%M", StringComparison.Ordinal) => Start.AddMinutes(count),
        _ when format.Contains("%H", StringComparison.Ordinal) => Start.AddHours(count),
        _ when format.Contains("%d", StringComparison.Ordinal) => Start.AddDays(count),
        _ when format.Contains("%m", StringComparison.Ordinal) => Start.AddMonths(count),
        _ when format.Contains("%Y", StringComparison.Ordinal) => Start.AddYears(count),
        _ => Start.AddDays(count),
    };
}
