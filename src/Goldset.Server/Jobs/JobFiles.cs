using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Uploads;

namespace Goldset.Server.Jobs;

/// <summary>
/// The files that jobs work from: <c>jobs/{project}/{random}</c> below the media folder, which all nodes share. A file is there before
/// its job, and goes when the job has ended.
/// </summary>
internal sealed partial class JobFiles(Database database, MediaFolder media, TimeProvider clock, ILogger<JobFiles> log)
{
    private const string Root = "jobs";
    private const int BufferSize = 128 * 1024;

    // A file that is still being written has no job yet.
    private static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    /// <summary>Writes a file; it is on the disk when this returns. A failed one is removed.</summary>
    /// <returns>Its name below the media folder, and its size in bytes.</returns>
    public async Task<(string File, long Size)> WriteAsync(long projectId, Func<Stream, Task> write, CancellationToken cancel)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{Root}/{projectId}/{Guid.NewGuid():N}");
        var path = media.PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
            await write(target);
            await target.FlushAsync(cancel);
            RandomAccess.FlushToDisk(target.SafeFileHandle);
            return (file, target.Length);
        }
        catch
        {
            Delete(file);
            throw;
        }
    }

    /// <summary>Where a file is on disk.</summary>
    public string PathOf(string file) => media.PathOf(file);

    /// <summary>Deletes a file, if there is one. One that cannot be deleted goes with a later <see cref="SweepAsync"/>.</summary>
    public void Delete(string? file)
    {
        if (file is null) return;
        try
        {
            File.Delete(PathOf(file));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            NotDeleted(log, file, failed.Message);
        }
    }

    /// <summary>Deletes files that belong to no job.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var root = new DirectoryInfo(PathOf(Root));
        if (!root.Exists) return;
        var before = (clock.GetUtcNow() - Orphaned).UtcDateTime;
        var old = root.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < before).Select(file => $"{Root}/{file.Directory!.Name}/{file.Name}").ToList();
        if (old.Count == 0) return;
        await using var connection = await database.ReadAsync(cancel);
        var known = (await connection.QueryAsync<string>(new CommandDefinition("SELECT file FROM jobs WHERE file IS NOT NULL", cancellationToken: cancel))).ToHashSet();
        foreach (var file in old.Where(file => !known.Contains(file))) Delete(file);
    }

    [LoggerMessage(LogLevel.Warning, "The file {File} of a job stays for now: {Reason}")]
    private static partial void NotDeleted(ILogger log, string file, string reason);
}
