namespace Goldset.Server.Import.Files;

/// <summary>Opens files that are read once from beginning to end.</summary>
internal static class SourceFile
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="FileParseException">It is gone.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileParseException("The file is no longer there");
        }
    }
}
