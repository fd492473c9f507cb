using System.Text;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Datasets;

/// <summary>
/// The list of files that a dataset import stores, in a file below the media folder. A name is in it before its file is there, so that
/// whatever a process that was killed has left can be found. The list is locked while its import is alive.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    /// <summary>Folder of the lists, below the media folder: <c>imports/{project}-{random}</c>.</summary>
    public const string Root = "imports";

    /// <summary>What stands before a file that is only to go when it is registered no more.</summary>
    public const char UnlessRegistered = '-';

    private readonly string path;
    private FileStream? list;

    public ImportJournal(MediaFolder media, long projectId) => path = media.PathOf($"{Root}/{projectId}-{Guid.NewGuid():N}");

    /// <summary>Puts a file down that is about to be stored.</summary>
    public void Add(string file) => Write(file);

    /// <summary>Puts a file down whose row is about to be deleted; as long as that does not happen it stays.</summary>
    public void AddUnlessRegistered(string file) => Write(UnlessRegistered + file);

    /// <summary>The files that were about to be stored.</summary>
    public IEnumerable<string> Files()
    {
        if (list is null) yield break;
        list.Position = 0;
        using var reader = new StreamReader(list, leaveOpen: true);
        while (reader.ReadLine() is { } line)
            if (line[0] != UnlessRegistered) yield return line;
    }

    /// <summary>All that it lists belongs to tasks, or is gone again.</summary>
    public void Settle()
    {
        if (list is null) return;
        File.Delete(path);
        list.Dispose();
        list = null;
    }

    /// <inheritdoc />
    public void Dispose() => list?.Dispose();

    private void Write(string line)
    {
        if (list is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            list = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        list.Write(Encoding.UTF8.GetBytes(line + '\n'));
    }
}
