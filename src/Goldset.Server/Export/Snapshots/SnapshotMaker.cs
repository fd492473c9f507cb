using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Http;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;
using Goldset.Server.Tasks;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Writes the files of snapshots and of their conversions, reading and writing as it goes.</summary>
internal sealed class SnapshotMaker(Database database, LabelConfigs configs, ExportMedia media, SnapshotFiles files, SnapshotScope scopes, TimeProvider clock)
{
    private const string Json = "JSON";

    /// <summary>Does the job and gives it what came of it.</summary>
    /// <exception cref="LeaseLostException">The job has ended meanwhile; nothing is left of it.</exception>
    /// <exception cref="UnfitFormatException">The format has nothing to work with in the project.</exception>
    public async Task RunAsync(SnapshotJob job, CancellationToken cancel)
    {
        files.DeleteEarlier(job);
        var project = await ProjectAsync(job.ProjectId, cancel);
        var snapshot = await SnapshotAsync(job.SnapshotId, cancel);
        if (job.ConversionId is not { } id) await MakeAsync(job, project, Read(snapshot), cancel);
        else await ConvertAsync(job, project, snapshot, await ConversionAsync(id, cancel), cancel);
    }

    /// <summary>Writes a completed snapshot in another format.</summary>
    /// <param name="project">Its project.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="format">The format.</param>
    /// <param name="resources">Whether the files that tasks are about are taken along, where the format leaves that open.</param>
    /// <param name="origin">Scheme and host of this server, or empty.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="UnfitFormatException">The format has nothing to work with in the project; nothing was opened.</exception>
    public async Task<ExportReceipt> WriteAsync(ProjectRow project, SnapshotRow snapshot, ExportFormat format, bool resources, string origin, ExportTarget target, CancellationToken cancel)
    {
        using var source = media.Open(project.Id, project.OrganizationId, origin);
        var input = new ExportInput(configs.Get(project.LabelConfig), new JsonTaskFile(files.PathOf(snapshot.File!)))
        {
            Media = source,
            Origin = origin,
            At = clock.GetLocalNow(),
            DownloadResources = resources,
        };
        return await format.Writer.WriteAsync(input, target, cancel);
    }

    private async Task MakeAsync(SnapshotJob job, ProjectRow project, SnapshotOptions options, CancellationToken cancel)
    {
        var config = configs.Get(project.LabelConfig);
        await using var tasks = new ProjectTaskSource(database, await scopes.CompileAsync(project, options, cancel), TaskData.For(configs, project.LabelConfig), clock);
        var counted = new CountedTasks(options.Interpolate ? KeyFrameInterpolation.Of(tasks, config) : tasks, job);
        await WriteAsync(job, target => ExportFormats.Find(Json)!.Writer.WriteAsync(new ExportInput(config, counted), target, cancel), cancel);
    }

    private async Task ConvertAsync(SnapshotJob job, ProjectRow project, SnapshotRow snapshot, ConversionRow conversion, CancellationToken cancel)
    {
        // The snapshot itself is JSON.
        if (conversion.ExportType == Json) await EndAsync(job, file: null, "");
        else await WriteAsync(job, target => WriteAsync(project, snapshot, ExportFormats.Find(conversion.ExportType)!, conversion.DownloadResources, conversion.Origin, target, cancel), cancel);
    }

    private async Task WriteAsync(SnapshotJob job, Func<ExportTarget, Task> write, CancellationToken cancel)
    {
        var name = SnapshotFiles.NameOf(job, job.Attempt);
        await using var file = new SnapshotFile(files.PathOf(name));
        await write(type =>
        {
            name = $"{name}.{type.Extension}";
            return file.Writer;
        });
        var path = files.PathOf(name);
        var md5 = await file.KeepAsync(path, cancel);
        try
        {
            await EndAsync(job, name, md5);
        }
        catch (LeaseLostException)
        {
            File.Delete(path);
            throw;
        }
    }

    private Task EndAsync(SnapshotJob job, string? file, string md5) =>
        database.WriteAsync(WriteLane.Interactive, tx => job.CompleteAsync(tx, Timestamp.Now(clock), file, md5), CancellationToken.None);

    private static SnapshotOptions Read(SnapshotRow snapshot) => JsonSerializer.Deserialize<SnapshotOptions>(snapshot.Options, Http.Json.Options)!;

    private async Task<ProjectRow> ProjectAsync(long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<ProjectRow>($"SELECT {ProjectRow.Columns} {ProjectRow.From} WHERE p.id = @id AND p.deleted_at IS NULL", new { id })
            ?? throw new InvalidOperationException("The project was deleted.");
    }

    private async Task<SnapshotRow> SnapshotAsync(long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<SnapshotRow>($"SELECT {SnapshotRow.Columns} {SnapshotRow.From} WHERE s.id = @id", new { id }) ?? throw new LeaseLostException();
    }

    private async Task<ConversionRow> ConversionAsync(long id, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<ConversionRow>($"SELECT {ConversionRow.Columns} FROM export_conversions c WHERE c.id = @id", new { id }) ?? throw new LeaseLostException();
    }

    /// <summary>Counts the tasks that pass.</summary>
    private sealed class CountedTasks(ITaskSource tasks, SnapshotJob job) : ITaskSource
    {
        /// <inheritdoc />
        public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            job.Done = 0;
            await foreach (var task in tasks.ReadAsync(cancellationToken))
            {
                yield return task;
                job.Done++;
            }
        }
    }
}
