using System.Data.Common;
using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Datasets;

/// <summary>Removes the files that dataset imports have left whose process was killed.</summary>
internal sealed partial class ImportJournalSweeper(Database database, MediaFolder media, UploadCommands uploads, UploadStore store, TimeProvider clock, ILogger<ImportJournalSweeper> log) : Worker
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task KeepWorkingAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var root = new DirectoryInfo(media.PathOf(ImportJournal.Root));
                if (root.Exists)
                    foreach (var list in root.GetFiles()) await SweepAsync(list, stoppingToken);
            }
            catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException)
            {
                Failed(log, failed);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(FileInfo list, CancellationToken cancel)
    {
        if (!long.TryParse(list.Name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var project) || Locked(list) is not { } stream) return;
        await using (stream)
        {
            using var reader = new StreamReader(stream, leaveOpen: true);
            var removed = 0;
            foreach (var lines in (await reader.ReadToEndAsync(cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(BatchSize)) removed += await RemoveUnusedAsync(project, lines, cancel);
            File.Delete(list.FullName);
            if (removed > 0) Swept(log, project, removed);
        }
    }

    /// <summary>The list, if its import is no longer alive.</summary>
    private static FileStream? Locked(FileInfo list)
    {
        try
        {
            return new FileStream(list.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Somebody is at it, or has just settled it.
            return null;
        }
    }

    /// <summary>Removes those files that no task of a complete import is about. Tasks in the trash count: they may come back.</summary>
    private async Task<int> RemoveUnusedAsync(long project, string[] lines, CancellationToken cancel)
    {
        var (files, untilUnregistered) = (lines.Select(line => line.TrimStart(ImportJournal.UnlessRegistered)).ToArray(), lines.Where(line => line[0] == ImportJournal.UnlessRegistered).ToHashSet());
        List<UsedFile> rows;
        await using (var connection = await database.ReadAsync(cancel))
            rows = (await connection.QueryAsync<UsedFile>(new CommandDefinition($"""
                SELECT f.id, f.file, EXISTS (
                    SELECT 1 FROM tasks t WHERE t.file_upload_id = f.id AND (t.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = t.import_id))) AS is_used
                FROM file_uploads f WHERE f.project_id = @project AND {database.Dialect.In("f.file", "@files")}
                """, new { project, files }, cancellationToken: cancel))).AsList();
        bool IsUsed(UsedFile row) => row.IsUsed || untilUnregistered.Contains(ImportJournal.UnlessRegistered + row.File);
        var used = rows.Where(IsUsed).Select(row => row.File).ToHashSet(StringComparer.Ordinal);
        var unused = files.Where(file => !used.Contains(file)).ToList();
        await uploads.DeleteAsync(project, [.. rows.Where(row => !IsUsed(row)).Select(row => row.Id)], cancel);
        store.Remove(unused);
        return unused.Count;
    }

    private sealed class UsedFile
    {
        public long Id { get; init; }
        public string File { get; init; } = "";
        public bool IsUsed { get; init; }
    }

    [LoggerMessage(LogLevel.Information, "{Files} files of an unfinished import into project {ProjectId} were removed")]
    private static partial void Swept(ILogger log, long projectId, int files);

    [LoggerMessage(LogLevel.Warning, "Files of unfinished imports could not be removed; there will be another attempt")]
    private static partial void Failed(ILogger log, Exception error);
}
