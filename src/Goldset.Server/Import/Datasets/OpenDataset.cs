using System.Buffers;
using Goldset.Data;
using Goldset.Formats.Reading;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Import.Files;
using Goldset.Server.Projects;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Datasets;

/// <summary>A dataset that is being imported.</summary>
internal sealed class OpenDataset(
    DatasetFiles files, Dataset dataset, DatasetBinding binding, ImportProject project, LabelConfig config, FoundDataset found, KeptFiles kept, IReadOnlyList<Upload> received,
    TaskFiles addresses, ProjectCommands projects, UploadStore store)
    : IAsyncDisposable
{
    private const int TasksInBatch = 200;
    private const int BytesInBatch = 4 * 1024 * 1024;

    private bool complete;

    /// <summary>The labeling config that the project has when it is imported.</summary>
    public LabelConfig Config => config;

    /// <summary>What it holds.</summary>
    public FoundDataset Found => found;

    /// <summary>The files it was sent as.</summary>
    public FilesSummary Summary => new(received.GroupBy(TaskFiles.Extension).ToDictionary(group => group.Key, group => group.Count()), []);

    /// <summary>Reads its tasks, storing the files they are about on the way.</summary>
    /// <param name="consumer">Takes them.</param>
    /// <param name="meter">Told of the part of the dataset's bytes that the tasks so far stand for.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ValidationException">A file cannot be read any more.</exception>
    public async Task<FilesSummary> ReadAsync(IItemConsumer consumer, ReadMeter meter, CancellationToken cancel)
    {
        var size = received.Sum(upload => upload.Size);
        var waiting = new List<(DatasetTask Task, StoredFile File)>();
        var bytes = 0L;
        var buffer = new ArrayBufferWriter<byte>();
        consumer.FileUploadId = null;
        HashSet<string> columns = [];
        try
        {
            await foreach (var task in dataset.ReadAsync(cancel))
            {
                if (task.Media is not { } media)
                {
                    await AddAllAsync();
                    await AddAsync(task, null);
                    continue;
                }
                var stored = await kept.StoreAsync(media, cancel);
                waiting.Add((task, stored));
                bytes += task.RegionCount * 200L;
                if (waiting.Count >= TasksInBatch || bytes >= BytesInBatch) await AddAllAsync();
            }
            await AddAllAsync();
        }
        catch (DatasetException unreadable)
        {
            throw new ValidationException(unreadable.Message);
        }
        return Summary with { Columns = columns };

        async Task AddAllAsync()
        {
            if (waiting.Count == 0) return;
            var uploads = await kept.RegisterAsync([.. waiting.Select(one => one.File)], cancel);
            foreach (var ((task, _), upload) in waiting.Zip(uploads)) await AddAsync(task, upload);
            waiting.Clear();
            bytes = 0;
        }

        async ValueTask AddAsync(DatasetTask task, Upload? upload)
        {
            buffer.ResetWrittenCount();
            task.Write(buffer, binding, upload is null ? null : addresses.AddressOf(upload));
            if (consumer.Count == 0) columns = DataColumns.KeysOf(DataColumns.DataOf(buffer.WrittenSpan));
            consumer.FileUploadId = upload?.Id;
            await consumer.AddAsync(buffer.WrittenMemory);
            var until = size * consumer.Count / Math.Max(1, found.TaskCount);
            if (until > meter.Position) meter.Done(until - meter.Position);
        }
    }

    /// <summary>Part of the write that makes the tasks visible: the project gets its config, and the files of the dataset go.</summary>
    /// <exception cref="ValidationException">The config does not go with what the project has become meanwhile.</exception>
    public async Task EndAsync(WriteTransaction tx)
    {
        if (found.SetsConfig) await projects.SetConfigAsync(tx, project.Id, project.Config.Xml, config.Xml);
        kept.Forget(received);
        await tx.ExecuteAsync($"DELETE FROM file_uploads WHERE project_id = @Id AND {tx.Dialect.In("id", "@ids")}", new { project.Id, ids = received.Select(upload => upload.Id).ToArray() });
        tx.AfterCommit(() => complete = true);
    }

    /// <summary>Closes the dataset. What an import that did not end has stored is removed; what was sent for one that did is, too.</summary>
    public async ValueTask DisposeAsync()
    {
        await dataset.DisposeAsync();
        files.Dispose();
        using (kept)
        {
            if (complete)
            {
                kept.Keep();
                store.Remove(received.Select(upload => upload.File));
            }
            else await kept.RemoveAsync();
        }
    }
}
