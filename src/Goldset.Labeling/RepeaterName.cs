namespace Goldset.Labeling;

/// <summary>Names inside a Repeater keep its index flag; results hold the number in its place.</summary>
internal static class RepeaterName
{
    /// <summary>Whether <paramref name="name"/> is <paramref name="pattern"/> with any text in place of each flag.</summary>
    public static bool Matches(string pattern, IReadOnlyList<string> flags, string name)
    {
        var parts = flags.Count == 0 ? [] : pattern.Split([.. flags], StringSplitOptions.None);
        if (parts.Length < 2)
        {
            return pattern == name;
        }

        var (first, last) = (parts[0], parts[^1]);
        if (name.Length < first.Length + last.Length
            || !name.StartsWith(first, StringComparison.Ordinal) || !name.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = name.AsSpan(first.Length, name.Length - first.Length - last.Length);
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return true;
    }
}
