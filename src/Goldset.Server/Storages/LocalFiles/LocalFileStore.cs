using System.Globalization;
using System.Runtime.CompilerServices;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.LocalFiles;

/// <summary>The files of a folder. A key is an absolute path.</summary>
/// <param name="folder">The document root.</param>
/// <param name="path">The folder.</param>
/// <param name="recursive">The folders in it too.</param>
/// <param name="origin">Scheme, host and prefix that addresses of files begin with; may be empty.</param>
internal sealed class LocalFileStore(LocalFolder folder, string path, bool recursive, string origin) : IObjectStore
{
    /// <inheritdoc />
    public bool Indented => true;

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // Reading folders has no asynchronous form; a slow disk must not hold a request's thread.
        foreach (var file in await Task.Run(() => Files(cancel), cancel))
        {
            var info = new FileInfo(file);
            if (!info.Exists || (info.LinkTarget is not null && !folder.TryResolve(file, out _))) continue;
            yield return new StoredObject(file, info.LastWriteTimeUtc, info.Length);
        }
    }

    /// <inheritdoc />
    public string FilteredPart(string key) => Path.GetFileName(key);

    /// <inheritdoc />
    public Task<Stream> ReadAsync(string key, CancellationToken cancel)
    {
        if (!folder.TryResolve(key, out var real)) throw new StorageException($"\"{key}\" is not below the document root");
        try
        {
            return Task.FromResult<Stream>(new FileStream(real, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"\"{key}\" cannot be read: {failed.Message}", failed);
        }
    }

    /// <inheritdoc />
    public string? UriOf(string key) => $"{origin}/data/local-files/?d={Uri.EscapeDataString(folder.RelativePath(key)).Replace("%2F", "/", StringComparison.Ordinal)}";

    /// <inheritdoc />
    public async Task<string> WriteAsync(long annotationId, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var key = Path.Join(path, annotationId.ToString(CultureInfo.InvariantCulture));
        // Readers see the file before or after, never half of it.
        var draft = Path.Join(path, $".{annotationId}.{Guid.NewGuid():N}.tmp");
        try
        {
            Check();
            await File.WriteAllBytesAsync(draft, json, cancel);
            File.Move(draft, key, overwrite: true);
            return key;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft)) File.Delete(draft);
            throw new StorageException($"\"{key}\" cannot be written: {failed.Message}", failed);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        try
        {
            Check();
            if (File.Exists(key)) File.Delete(key);
            return Task.CompletedTask;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"\"{key}\" cannot be deleted: {failed.Message}", failed);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    // The folder may have been replaced by a link since it was set.
    private void Check()
    {
        if (!folder.TryResolve(path, out _)) throw new StorageException($"\"{path}\" is not a folder below the document root");
    }

    private List<string> Files(CancellationToken cancel)
    {
        Check();
        var files = new List<string>();
        var folders = new Stack<string>([path]);
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true };
        try
        {
            while (folders.TryPop(out var next))
            {
                cancel.ThrowIfCancellationRequested();
                files.AddRange(Directory.EnumerateFiles(next, "*", options));
                if (!recursive) break;
                // A linked folder could be one of those above.
                foreach (var below in new DirectoryInfo(next).EnumerateDirectories("*", options))
                    if (below.LinkTarget is null) folders.Push(below.FullName);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"\"{path}\" cannot be listed: {failed.Message}", failed);
        }
        files.Sort((a, b) => string.CompareOrdinal(Path.GetFileName(a), Path.GetFileName(b)) is var byName and not 0 ? byName : string.CompareOrdinal(a, b));
        return files;
    }
}
