using System.Globalization;
using System.Security.Cryptography;

namespace Goldset.Formats;

/// <summary>Names of exported files.</summary>
public static class ExportFile
{
    /// <summary>
    /// <c>project-{id}-at-{YYYY-MM-DD-HH-MM}-{8 hex digits}.{ending}</c>, the time in UTC. The digits are the first of
    /// <paramref name="digest"/> (hexadecimal, 8 or more); without one they are drawn, as a streamed export has no digest yet.
    /// </summary>
    public static string Name(long projectId, DateTimeOffset at, ExportFileType type, string? digest = null) => Name(projectId, at, type.Extension, digest);

    /// <summary>The same with an ending, which is given without its dot.</summary>
    public static string Name(long projectId, DateTimeOffset at, string ending, string? digest = null)
    {
        var mark = (digest ?? RandomNumberGenerator.GetHexString(8, lowercase: true))[..8];
        return string.Create(CultureInfo.InvariantCulture, $"project-{projectId}-at-{at.UtcDateTime:yyyy-MM-dd-HH-mm}-{mark}.{ending}");
    }
}
