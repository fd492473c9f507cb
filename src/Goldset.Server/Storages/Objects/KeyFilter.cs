using System.Text.RegularExpressions;

namespace Goldset.Server.Storages.Objects;

/// <summary>Chooses objects by a regular expression that must match from the beginning of the key.</summary>
internal sealed class KeyFilter
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex? pattern;

    /// <exception cref="StorageException">No regular expression.</exception>
    public KeyFilter(string? filter)
    {
        if (string.IsNullOrEmpty(filter)) return;
        try
        {
            pattern = new Regex($@"\A(?:{filter})", RegexOptions.CultureInvariant, Timeout);
        }
        catch (ArgumentException wrong)
        {
            throw new StorageException($"The file filter \"{filter}\" is not a regular expression: {wrong.Message}", wrong);
        }
    }

    /// <exception cref="StorageException">The expression takes too long.</exception>
    public bool Matches(string key)
    {
        try
        {
            return pattern?.IsMatch(key) ?? true;
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new StorageException($"The file filter \"{pattern}\" takes too long for \"{key}\"", slow);
        }
    }
}
