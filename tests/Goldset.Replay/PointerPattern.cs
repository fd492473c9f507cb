using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>JSON pointers with wildcards: <c>*</c> stands for one step, <c>**</c> for any number.</summary>
internal static class PointerPattern
{
    /// <summary>The regular expression for a pattern as written in the list of allowed differences.</summary>
    public static Regex Parse(string pattern)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]+", StringComparison.Ordinal);
        return new Regex($@"\A(?:{expression})\z", RegexOptions.CultureInvariant);
    }
}
