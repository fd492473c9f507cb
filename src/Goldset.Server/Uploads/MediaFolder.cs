using Goldset.Server.Hosting;

namespace Goldset.Server.Uploads;

/// <summary>The folder of uploaded files. Files are named by their path below it, with forward slashes.</summary>
public sealed class MediaFolder(ServerOptions options)
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.MediaDirectory)) + Path.DirectorySeparatorChar;

    /// <summary>Where <paramref name="file"/> is on disk.</summary>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public string PathOf(string file)
    {
        var path = Path.GetFullPath(Path.Join(root, file));
        if (!path.StartsWith(root, StringComparison.Ordinal)) throw new ArgumentException($"\"{file}\" is outside the media folder", nameof(file));
        return path;
    }
}
