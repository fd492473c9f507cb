namespace Goldset.Formats;

/// <summary>Files that hold what is too large for memory while it is needed.</summary>
public static class TemporaryFile
{
    /// <summary>
    /// An empty file in the system's folder for temporary files (<c>TMPDIR</c>), for reading and writing, which nobody else can
    /// open. It is gone when the stream is disposed.
    /// </summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"goldset-{Guid.NewGuid():N}.tmp"), options);
    }
}
