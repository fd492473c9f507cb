namespace Goldset.Server.Import.Files;

/// <summary>A file with tasks.</summary>
/// <param name="Path">Where it is on disk.</param>
/// <param name="Meter">Told how far the file is read.</param>
internal sealed record SourceFile(string Path, ReadMeter Meter)
{
    /// <summary>Opens the file, to be read once from beginning to end.</summary>
    /// <param name="isLast">Its tasks are taken from this reading; otherwise it is looked through first.</param>
    /// <exception cref="FileParseException">It is gone.</exception>
    public FileStream Open(bool isLast = true)
    {
        try
        {
            var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (isLast) Meter.Watch(stream);
            return stream;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileParseException("The file is no longer there");
        }
    }
}

/// <summary>How many bytes of files have been read, one file after the other.</summary>
/// <param name="onDone">Told how much it is, from time to time.</param>
internal sealed class ReadMeter(Action<long>? onDone = null)
{
    private FileStream? current;
    private long before;

    /// <summary>Bytes so far. Asked for by whoever reads.</summary>
    public long Position => before + (current?.Position ?? 0);

    /// <summary>The next file is read.</summary>
    public void Watch(FileStream file) => current = file;

    /// <summary>A file of <paramref name="size"/> bytes has been read; whoever read it may have closed it.</summary>
    public void Done(long size)
    {
        before += size;
        current = null;
        onDone?.Invoke(before);
    }
}
