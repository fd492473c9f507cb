using Goldset.Data;

namespace Goldset.Server.Uploads;

/// <summary>A file in the media folder that has no row yet.</summary>
/// <param name="File">Path below the media folder.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct StoredFile(string File, long Size);

/// <summary>An uploaded file.</summary>
/// <param name="Id">Id.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="File">Path below the media folder.</param>
/// <param name="Size">Bytes.</param>
internal sealed record Upload(long Id, long ProjectId, string File, long Size)
{
    /// <summary>The stored name without its folder.</summary>
    public string Name => File[(File.LastIndexOf('/') + 1)..];

    /// <summary>As the API shows it.</summary>
    public UploadResponse ToResponse() => new(Id, File, Size);
}

/// <summary>An uploaded file as the API shows it.</summary>
/// <param name="Id">Id.</param>
/// <param name="File">Path below the media folder; <c>/data/</c> before it makes the address.</param>
/// <param name="Size">Bytes.</param>
internal sealed record UploadResponse(long Id, string File, long Size);

/// <summary>Puts files into the media folder and registers them.</summary>
internal sealed class UploadStore(Database database, MediaFolder media, TimeProvider clock)
{
    /// <summary>Writes a file as it comes, to disk before this returns. A failed one is removed.</summary>
    /// <param name="projectId">Whose file.</param>
    /// <param name="name">A clean name.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <param name="named">Told the path below the media folder before anything is there.</param>
    public async Task<StoredFile> WriteAsync(long projectId, string name, Func<Stream, Task> write, CancellationToken cancel, Action<string>? named = null)
    {
        var (file, target) = Create(projectId, name, named);
        try
        {
            await using (target)
            {
                await write(target);
                await target.FlushAsync(cancel);
                RandomAccess.FlushToDisk(target.SafeFileHandle);
                return new StoredFile(file, target.Length);
            }
        }
        catch
        {
            Remove([file]);
            throw;
        }
    }

    /// <summary>Gives files their rows, in order.</summary>
    public Task<List<Upload>> RegisterAsync(long projectId, long userId, IReadOnlyList<StoredFile> files, CancellationToken cancel) =>
        database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            var uploads = new List<Upload>(files.Count);
            foreach (var (file, size) in files)
            {
                var id = await tx.QueryFirstOrDefaultAsync<long>(
                    "INSERT INTO file_uploads (project_id, user_id, file, size, created_at) VALUES (@projectId, @userId, @file, @size, @now) RETURNING id",
                    new { projectId, userId, file, size, now = Timestamp.Now(clock) });
                uploads.Add(new Upload(id, projectId, file, size));
            }
            return uploads;
        }, cancel);

    /// <summary>Removes files that get no row.</summary>
    public void Remove(IEnumerable<string> files)
    {
        foreach (var file in files) File.Delete(media.PathOf(file));
    }

    private (string File, FileStream Target) Create(long projectId, string name, Action<string>? named)
    {
        for (var attempt = 0; ; attempt++)
        {
            var file = UploadName.Stored(projectId, name, isTaken: attempt > 0);
            var path = media.PathOf(file);
            named?.Invoke(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                return (file, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous));
            }
            catch (IOException) when (attempt < 5 && File.Exists(path))
            {
                continue;
            }
        }
    }
}
