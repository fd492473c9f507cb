using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Goldset.Server.Uploads;

/// <summary>The names under which uploaded files are kept.</summary>
internal static class UploadName
{
    private const int MaxBytes = 180;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>
    /// What is left of a client's file name: no folders, white space as <c>_</c>, and only letters and digits of any script, <c>_</c>,
    /// <c>-</c> and <c>.</c>; long names are cut before the extension.
    /// </summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim().EnumerateRunes())
        {
            if (rune.Value == ' ') clean.Append('_');
            else if (rune.Value is '_' or '-' or '.' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
                clean.Append(rune);
        }
        var extension = Path.GetExtension(clean.ToString());
        var stem = clean.ToString(0, clean.Length - extension.Length);
        while (stem.Length > 0 && Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > MaxBytes)
            stem = stem[..^(stem.Length > 1 && char.IsSurrogatePair(stem, stem.Length - 2) ? 2 : 1)];
        return stem + extension;
    }

    /// <summary>A new name for a file of <paramref name="projectId"/>, as the API shows it: <c>upload/1/0a1b2c3d-name.csv</c>.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="name">A clean name.</param>
    /// <param name="isTaken">A file of the plain form exists already: seven random characters are added.</param>
    public static string Stored(long projectId, string name, bool isTaken)
    {
        if (isTaken)
        {
            var extension = Path.GetExtension(name);
            name = $"{name[..^extension.Length]}_{RandomNumberGenerator.GetString(Alphabet, 7)}{extension}";
        }
        return string.Create(CultureInfo.InvariantCulture, $"upload/{projectId}/{RandomNumberGenerator.GetHexString(8, lowercase: true)}-{name}");
    }
}
