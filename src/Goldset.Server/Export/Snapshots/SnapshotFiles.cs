using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Uploads;

namespace Goldset.Server.Export.Snapshots;

/// <summary>
/// The files of snapshots: <c>export/{project}/{snapshot}-{attempt}.json</c> below the media folder, and of their conversions
/// <c>{snapshot}-{conversion}-{attempt}.{ending}</c>. Each attempt has a name of its own, so that one that was given up overwrites nothing.
/// </summary>
internal sealed partial class SnapshotFiles(Database database, MediaFolder media, ILogger<SnapshotFiles> log)
{
    private const string Root = "export";

    /// <summary>The file of a job without its ending, below the media folder.</summary>
    public static string NameOf(SnapshotJob job, int attempt) => string.Create(
        CultureInfo.InvariantCulture, $"{Root}/{job.ProjectId}/{job.SnapshotId}{(job.ConversionId is null ? "" : "-")}{job.ConversionId}-{attempt}");

    /// <summary>Where a file is on disk.</summary>
    public string PathOf(string file) => media.PathOf(file);

    /// <summary>Deletes what earlier attempts of a job have left.</summary>
    public void DeleteEarlier(SnapshotJob job)
    {
        for (var attempt = 1; attempt < job.Attempt; attempt++)
        {
            var left = PathOf(NameOf(job, attempt));
            Delete(Path.GetDirectoryName(left)!, Path.GetFileName(left) + ".*");
        }
    }

    /// <summary>Deletes all files of a snapshot, those of its conversions too.</summary>
    public void DeleteAll(long projectId, long snapshotId) =>
        Delete(PathOf(string.Create(CultureInfo.InvariantCulture, $"{Root}/{projectId}")), string.Create(CultureInfo.InvariantCulture, $"{snapshotId}-*"));

    /// <summary>Deletes files that belong to no snapshot: those of a deleted one whose process ended before they were gone.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var root = new DirectoryInfo(PathOf(Root));
        if (!root.Exists) return;
        foreach (var folder in root.EnumerateDirectories())
        {
            if (!long.TryParse(folder.Name, CultureInfo.InvariantCulture, out var project)) continue;
            var files = folder.EnumerateFiles().Select(file => (file.Name, Snapshot: SnapshotOf(file.Name))).Where(file => file.Snapshot is not null).ToList();
            if (files.Count == 0) continue;
            // Read after the files were listed: what is made later is not among them.
            await using var connection = await database.ReadAsync(cancel);
            var known = (await connection.QueryAsync<long>(new CommandDefinition("SELECT id FROM export_snapshots WHERE project_id = @project", new { project }, cancellationToken: cancel))).ToHashSet();
            foreach (var file in files.Where(file => !known.Contains(file.Snapshot!.Value))) Delete(folder.FullName, file.Name);
        }
    }

    private static long? SnapshotOf(string name) =>
        long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private void Delete(string folder, string pattern)
    {
        try
        {
            if (!Directory.Exists(folder)) return;
            foreach (var file in Directory.EnumerateFiles(folder, pattern)) File.Delete(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            NotDeleted(log, folder, pattern, failed.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Files {Pattern} of exports in {Folder} stay for now: {Reason}")]
    private static partial void NotDeleted(ILogger log, string folder, string pattern, string reason);
}
