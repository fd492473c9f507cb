using Goldset.Formats.Reading;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Datasets;

/// <summary>The files of a dataset that tasks are about, as they become uploads. They are all removed again when the import fails.</summary>
internal sealed class KeptFiles(UploadStore store, UploadCommands commands, ImportJournal journal, long projectId, long userId) : IDisposable
{
    private readonly List<long> ids = [];

    /// <summary>Stores a file. It has no row yet.</summary>
    public async Task<StoredFile> StoreAsync(DatasetFile file, CancellationToken cancel)
    {
        return await store.WriteAsync(projectId, UploadName.Clean(file.Name), async target =>
        {
            await using var content = file.Open();
            await content.CopyToAsync(target, cancel);
        }, cancel, journal.Add);
    }

    /// <summary>Gives stored files their rows, in order.</summary>
    public async Task<IReadOnlyList<Upload>> RegisterAsync(IReadOnlyList<StoredFile> files, CancellationToken cancel)
    {
        var uploads = await store.RegisterAsync(projectId, userId, files, cancel);
        ids.AddRange(uploads.Select(upload => upload.Id));
        return uploads;
    }

    /// <summary>Notes files that are no longer needed once their rows are deleted.</summary>
    public void Forget(IEnumerable<Upload> uploads)
    {
        foreach (var upload in uploads) journal.AddUnlessRegistered(upload.File);
    }

    /// <summary>They are the tasks'.</summary>
    public void Keep() => journal.Settle();

    /// <summary>Removes all of them.</summary>
    public async Task RemoveAsync()
    {
        if (ids.Count > 0) await commands.DeleteAsync(projectId, ids, CancellationToken.None);
        store.Remove(journal.Files());
        journal.Settle();
    }

    /// <inheritdoc />
    public void Dispose() => journal.Dispose();
}
