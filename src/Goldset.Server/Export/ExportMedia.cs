using Goldset.Data;
using Goldset.Formats;
using Goldset.Server.Hosting;
using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages;
using Goldset.Server.Storages.LocalFiles;
using Goldset.Server.Storages.Media;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Uploads;
using Microsoft.AspNetCore.WebUtilities;

namespace Goldset.Server.Export;

/// <summary>The files of a project's tasks, for its exports.</summary>
internal sealed class ExportMedia(
    Database database, UploadQueries uploads, MediaFolder media, LocalFolder localFiles, StorageIndex index, StorageQueries storages, StorageKinds kinds, StorageVault vault,
    WebDownload web, ServerOptions options)
{
    private const string UploadPath = "upload/";
    private const string LocalFilePath = "/data/local-files/";

    /// <summary>Opens files with the rights of the project; dispose it after the export.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="organizationId">Its organization.</param>
    /// <param name="origin">Scheme and host of this server, under which tasks may name its files.</param>
    public Source Open(long projectId, long organizationId, string origin) => new(this, projectId, organizationId, origin);

    private static MediaUnavailableException Unavailable(string reason, Exception? inner = null) => new(reason, inner);

    private async Task<Stream> OpenUploadAsync(string file, long organizationId, CancellationToken cancel)
    {
        // What the database does not know as an upload of this organization never becomes a path.
        var upload = await uploads.FindAsync(organizationId, file, cancel) ?? await uploads.FindAsync(organizationId, Uri.UnescapeDataString(file), cancel)
            ?? throw Unavailable("there is no such upload");
        return OpenFile(media.PathOf(upload.File));
    }

    private async Task<Stream> OpenLocalFileAsync(string query, long organizationId, CancellationToken cancel)
    {
        if (!localFiles.IsServed) throw Unavailable("serving local files is switched off");
        if (localFiles.Join(QueryHelpers.ParseQuery(query)["d"].ToString()) is not { } path || !File.Exists(path) || !localFiles.TryResolve(path, out var real)
            || !await MediaEndpoints.IsCoveredAsync(database, organizationId, path, cancel))
            throw Unavailable("there is no such file in the storages of local files");
        return OpenFile(real);
    }

    private Task<Stream> DownloadAsync(Uri address, CancellationToken cancel) => WebFile.OpenAsync(web, address, options.MaxBodySize, cancel);

    private (long Id, string Key)? FindObject(long projectId, string address) =>
        index.Of(projectId).FirstOrDefault(storage => storage.UriPrefix is { } prefix && address.Length > prefix.Length && address.StartsWith(prefix, StringComparison.Ordinal)) is { } entry
            ? (entry.Id, address[entry.UriPrefix!.Length..])
            : null;

    private async Task<IObjectStore> OpenStoreAsync(long id, CancellationToken cancel) =>
        await storages.FindAsync(id, cancel) is { } row && kinds.Find(row.Kind) is { } kind ? kind.Open(row.ToSetup(vault)) : throw Unavailable("the storage is gone");

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, useAsync: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Unavailable("the file cannot be read", failed);
        }
    }

    /// <summary>The files of one project.</summary>
    internal sealed class Source(ExportMedia owner, long projectId, long organizationId, string origin) : IMediaSource, IDisposable
    {
        private readonly Lock gate = new();
        private readonly Dictionary<long, IObjectStore> opened = [];

        /// <inheritdoc />
        public Task<Stream> OpenAsync(string address, CancellationToken cancellationToken)
        {
            var own = origin.Length > 0 && address.StartsWith(origin + "/", StringComparison.Ordinal) ? address[origin.Length..] : address;
            if (own.StartsWith(LocalFilePath, StringComparison.Ordinal)) return owner.OpenLocalFileAsync(own[LocalFilePath.Length..], organizationId, cancellationToken);
            var path = own.StartsWith("/data/", StringComparison.Ordinal) ? own["/data/".Length..] : own;
            if (path.StartsWith(UploadPath, StringComparison.Ordinal)) return owner.OpenUploadAsync(path.Split('?')[0], organizationId, cancellationToken);
            if (owner.FindObject(projectId, own) is var (storage, key)) return OpenObjectAsync(storage, key, cancellationToken);
            return Uri.TryCreate(own, UriKind.Absolute, out var remote) && remote.Scheme is "http" or "https"
                ? owner.DownloadAsync(remote, cancellationToken)
                : throw Unavailable("no upload, local file, object of a connected storage, or web address");
        }

        /// <inheritdoc />
        public void Dispose()
        {
            foreach (var store in opened.Values) store.Dispose();
        }

        private async Task<Stream> OpenObjectAsync(long storageId, string key, CancellationToken cancel)
        {
            var file = TemporaryFile.Create();
            try
            {
                var store = await StoreAsync(storageId, cancel);
                await using var content = await store.ReadAsync(key, cancel);
                await content.CopyToAsync(file, cancel);
                file.Position = 0;
                return file;
            }
            catch (Exception failed)
            {
                await file.DisposeAsync();
                throw failed is StorageException or IOException ? Unavailable(failed.Message, failed) : failed;
            }
        }

        private async Task<IObjectStore> StoreAsync(long storageId, CancellationToken cancel)
        {
            lock (gate)
                if (opened.TryGetValue(storageId, out var known)) return known;
            var store = await owner.OpenStoreAsync(storageId, cancel);
            lock (gate)
            {
                if (opened.TryAdd(storageId, store)) return store;
                store.Dispose();
                return opened[storageId];
            }
        }
    }
}
