namespace Goldset.Server.Hosting;

/// <summary>
/// Settings from the environment. A setting <c>NAME</c> is looked up as <c>GOLDSET_NAME</c>, <c>LABEL_STUDIO_NAME</c>,
/// <c>HEARTEX_NAME</c> and <c>NAME</c>; the first that is there wins.
/// </summary>
public static class ServerEnvironment
{
    private static readonly string[] Prefixes = ["GOLDSET_", "LABEL_STUDIO_", "HEARTEX_", ""];

    /// <summary>The value of <paramref name="name"/>, or null.</summary>
    public static string? Get(string name)
    {
        foreach (var prefix in Prefixes)
            if (Environment.GetEnvironmentVariable(prefix + name) is { } value) return value;
        return null;
    }

    /// <summary>A switch: true, yes, on, 1 and false, no, not, off, 0 in any case.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static bool GetFlag(string name, bool otherwise) => Get(name)?.ToLowerInvariant() switch
    {
        null => otherwise,
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "not" or "off" or "0" or "" => false,
        var text => throw new FormatException($"The setting {name} must be true or false, not \"{text}\"."),
    };

    /// <summary>A number of seconds, fractions allowed, more than 0.</summary>
    /// <exception cref="FormatException">No such number.</exception>
    public static TimeSpan GetSeconds(string name, double otherwise)
    {
        if (Get(name) is not { Length: > 0 } text) return TimeSpan.FromSeconds(otherwise);
        return double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"The setting {name} must be a number of seconds, not \"{text}\".");
    }

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">No number.</exception>
    public static long GetNumber(string name, long otherwise)
    {
        if (Get(name) is not { Length: > 0 } text) return otherwise;
        return long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The setting {name} must be a whole number, not \"{text}\".");
    }
}
