using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Goldset.Server.Export.Snapshots;

/// <summary>A file that appears under its name only when it is complete and on the disk; given up otherwise.</summary>
internal sealed class SnapshotFile : IAsyncDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly string temporary;
    private readonly MD5 md5 = MD5.Create();
    private readonly FileStream file;
    private readonly CryptoStream hashed;
    private bool isKept;

    /// <param name="path">The path without its ending.</param>
    public SnapshotFile(string path)
    {
        temporary = path + ".tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        hashed = new CryptoStream(file, md5, CryptoStreamMode.Write);
        Writer = PipeWriter.Create(hashed, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>Where its content goes.</summary>
    public PipeWriter Writer { get; }

    /// <summary>Ends the file and gives it its name.</summary>
    /// <returns>Its MD5 in hexadecimal.</returns>
    public async Task<string> KeepAsync(string path, CancellationToken cancel)
    {
        await Writer.CompleteAsync();
        await hashed.FlushFinalBlockAsync(cancel);
        await file.FlushAsync(cancel);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        await file.DisposeAsync();
        File.Move(temporary, path, overwrite: true);
        isKept = true;
        return Convert.ToHexStringLower(md5.Hash!);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!isKept)
        {
            await file.DisposeAsync();
            File.Delete(temporary);
        }
        md5.Dispose();
    }
}
