using System.Diagnostics.CodeAnalysis;
using Goldset.Server.Hosting;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.LocalFiles;

/// <summary>The document root, below which local files may be imported, written and served. Links that lead out of it are not followed.</summary>
internal sealed class LocalFolder(ServerOptions options)
{
    private const string ServingIsOff = """
        Serving local files from the host filesystem can be a security risk, so LOCAL_FILES_SERVING_ENABLED is disabled by default. To enable Local Files storage, set the LOCAL_FILES_SERVING_ENABLED environment variable to "true" and restart Label Studio. See https://labelstud.io/guide/storage.html#Local-storage for details.

         Community tip: create a "mydata" or "label-studio-data" directory next to the Label Studio command to auto-enable LOCAL_FILES_DOCUMENT_ROOT when the environment variables are unset.
        """;

    /// <summary>Absolute, without a slash at the end unless it is <c>/</c>.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.LocalFilesDocumentRoot));

    /// <summary>Files below the root are served.</summary>
    public bool IsServed => options.LocalFilesServing;

    /// <summary>A path as it is stored: trimmed, with slashes, without <c>..</c> and without a slash at the end.</summary>
    public static string? Normalize(string? path)
    {
        path = path?.Trim().Replace('\\', '/');
        if (string.IsNullOrEmpty(path)) return path;
        return Path.IsPathRooted(path) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : path.TrimEnd('/');
    }

    /// <summary>Refuses a folder that a storage may not have.</summary>
    /// <exception cref="StorageException">It is not there, or not below the root, or serving is off.</exception>
    public void Check(string? path)
    {
        if (string.IsNullOrEmpty(path)) throw new StorageException("Path must be set for Local Files storage");
        if (!Directory.Exists(path)) throw new StorageException($"Absolute local path \"{path}\" does not exist");
        var example = Path.Join(Root, "dataset1");
        if (path == Root)
            throw new StorageException($"Absolute local path \"{path}\" cannot be the same as LOCAL_FILES_DOCUMENT_ROOT=\"{Root}\" by security reasons. Please add a subdirectory. For example: \"{example}\".");
        if (!IsBelow(Root, path) || !TryResolve(path, out _))
            throw new StorageException($"Absolute local path \"{path}\" must be a subdirectory of LOCAL_FILES_DOCUMENT_ROOT=\"{Root}\" by security reasons. For example: \"{example}\".");
        if (!IsServed) throw new StorageException(ServingIsOff);
    }

    /// <summary>The path below the root, with slashes.</summary>
    public string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The absolute path of <paramref name="relative"/>, or null when it leads out of the root.</summary>
    public string? Join(string relative)
    {
        if (relative.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(Path.Join(Root, relative.Replace('\\', '/').TrimStart('/')));
        return IsBelow(Root, path) ? path : null;
    }

    /// <summary>Follows all links in <paramref name="path"/>.</summary>
    /// <returns>False: it leads out of the root, or is not there.</returns>
    public bool TryResolve(string path, [NotNullWhen(true)] out string? real)
    {
        real = RealPath(path);
        return real is not null && RealPath(Root) is { } root && (real == root || IsBelow(root, real));
    }

    /// <summary>Whether <paramref name="path"/> is inside <paramref name="folder"/>.</summary>
    public static bool IsBelow(string folder, string path) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static string? RealPath(string path)
    {
        try
        {
            var real = Path.GetPathRoot(path)!;
            foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                real = Path.Join(real, part);
                FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
                if (entry.LinkTarget is null) continue;
                // The link's own folders may be links as well.
                if (entry.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true } target) return null;
                real = target.FullName == real ? real : RealPath(target.FullName) ?? "";
                if (real.Length == 0) return null;
            }
            return Path.TrimEndingDirectorySeparator(real);
        }
        catch (IOException)
        {
            // A link to itself.
            return null;
        }
    }
}
