using System.IO.Compression;

namespace Goldset.Formats.Reading;

/// <summary>
/// The files of a dataset: single files, the content of zip archives, or a folder. Nothing is unpacked by the names in an archive.
/// Archives whose names lead out of them, or that cannot be what they say they are, are refused before anything is read.
/// </summary>
public sealed class DatasetFiles : IDisposable
{
    /// <summary>Most files of a dataset.</summary>
    public const int MaxFiles = 2_000_000;

    /// <summary>Deflate packs at most this well; more is a lie.</summary>
    private const int BestRatio = 1100;

    private readonly List<IDisposable> _archives = [];
    private readonly List<DatasetFile> _all = [];
    private Dictionary<string, DatasetFile>? _byPath;

    private DatasetFiles()
    {
    }

    /// <summary>All files, in order of their paths.</summary>
    public IReadOnlyList<DatasetFile> All => _all;

    /// <summary>Opens files on this machine, zip archives with all that is in them.</summary>
    /// <param name="files">Paths, each with the name it is known by.</param>
    /// <param name="maxUnpacked">Most bytes that archives may unpack to.</param>
    /// <exception cref="DatasetException">An archive cannot be read.</exception>
    public static DatasetFiles Open(IReadOnlyList<(string Name, string Path)> files, long maxUnpacked)
    {
        var dataset = new DatasetFiles();
        try
        {
            foreach (var (name, path) in files)
            {
                if (IsArchive(path))
                {
                    maxUnpacked -= dataset.AddArchive(name, path, maxUnpacked);
                }
                else
                {
                    dataset.Add(name, new FileInfo(path));
                }
            }

            return dataset.Sorted();
        }
        catch
        {
            dataset.Dispose();
            throw;
        }
    }

    /// <summary>Opens all files of a folder on this machine.</summary>
    /// <exception cref="DatasetException">There are too many.</exception>
    public static DatasetFiles OpenFolder(string folder)
    {
        var dataset = new DatasetFiles();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options))
        {
            dataset.Add(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file);
        }

        return dataset.Sorted();
    }

    /// <summary>The file of a path, or null.</summary>
    public DatasetFile? Find(string path)
    {
        if (_byPath is null)
        {
            _byPath = new Dictionary<string, DatasetFile>(_all.Count, StringComparer.Ordinal);
            foreach (var file in _all)
            {
                _byPath.TryAdd(file.Path, file);
            }
        }

        return _byPath.GetValueOrDefault(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var archive in _archives)
        {
            archive.Dispose();
        }
    }

    private static bool IsArchive(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start is [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] or [(byte)'P', (byte)'K', 7, 8];
    }

    private static bool IsLitter(string path, string name) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.StartsWith("._", StringComparison.Ordinal) || name is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private long AddArchive(string archiveName, string path, long maxUnpacked)
    {
        ZipArchive archive;
        try
        {
            archive = ZipFile.OpenRead(path);
            _archives.Add(archive);
            long unpacked = 0;
            long packed = 0;
            foreach (var entry in archive.Entries)
            {
                var name = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (name.Length == 0 || name.EndsWith('/') || IsLitter(name, entry.Name))
                {
                    continue;
                }

                if (name.Split('/').Contains(".."))
                {
                    throw new DatasetException($"the archive names a file outside of itself: {name}", archiveName);
                }

                if (entry.IsEncrypted)
                {
                    throw new DatasetException("the archive is encrypted", archiveName);
                }

                unpacked += entry.Length;
                packed += entry.CompressedLength;
                if (unpacked > maxUnpacked)
                {
                    throw new DatasetException($"the archive unpacks to more than {maxUnpacked} bytes", archiveName);
                }

                if (entry.Length > (long)BestRatio * (entry.CompressedLength + 1024))
                {
                    throw new DatasetException("the archive says it is larger than it can be", $"{archiveName}/{name}");
                }

                Add(new DatasetFile(name, entry.Length, entry.Open));
            }

            if (packed > new FileInfo(path).Length)
            {
                throw new DatasetException("files of the archive overlap", archiveName);
            }

            return unpacked;
        }
        catch (InvalidDataException damaged)
        {
            throw new DatasetException("the file is no zip archive that can be read", archiveName, inner: damaged);
        }
    }

    private void Add(string name, FileInfo file)
    {
        if (!IsLitter(name, file.Name))
        {
            Add(new DatasetFile(name, file.Length, () => new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read)));
        }
    }

    private void Add(DatasetFile file)
    {
        if (_all.Count == MaxFiles)
        {
            throw new DatasetException($"there are more than {MaxFiles} files");
        }

        _all.Add(file);
    }

    private DatasetFiles Sorted()
    {
        _all.Sort((a, b) => CodePointOrder.Instance.Compare(a.Path, b.Path));
        return this;
    }
}
