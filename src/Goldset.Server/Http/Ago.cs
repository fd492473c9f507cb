using Goldset.Data;

namespace Goldset.Server.Http;

/// <summary>How long ago something was, in words.</summary>
public static class Ago
{
    private static readonly (string Unit, long Seconds)[] Units =
        [("year", 365 * 86400), ("month", 30 * 86400), ("week", 7 * 86400), ("day", 86400), ("hour", 3600), ("minute", 60)];

    /// <summary>
    /// The two largest units, as in <c>1 hour, 5 minutes</c>, with a no-break space between number and unit; under a minute <c>0 minutes</c>.
    /// </summary>
    public static string Text(Timestamp then, Timestamp now)
    {
        var seconds = Math.Max(0, (now.Micros - then.Micros) / 1_000_000);
        var first = Array.FindIndex(Units, u => seconds >= u.Seconds);
        if (first < 0) return "0\u00a0minutes";
        var parts = new List<string>();
        for (var i = first; i < Units.Length && i < first + 2; i++)
        {
            var count = seconds / Units[i].Seconds;
            if (count == 0) break;
            seconds -= count * Units[i].Seconds;
            parts.Add($"{count}\u00a0{Units[i].Unit}{(count == 1 ? "" : "s")}");
        }
        return string.Join(", ", parts);
    }
}
