using Goldset.Formats;
using Goldset.Server.Http.OutgoingRequests;

namespace Goldset.Server.Export;

/// <summary>Files for a conversion without a database: uploads in a folder that was named, and the web.</summary>
/// <param name="folder">Folder with the folder <c>upload</c>; null: uploads are not there.</param>
/// <param name="web">Fetches what is on the web.</param>
internal sealed class FolderMedia(string? folder, WebDownload web) : IMediaSource
{
    private const string DataPath = "/data/";
    private const string UploadPath = "upload/";

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(string address, CancellationToken cancellationToken)
    {
        var path = address.StartsWith(DataPath, StringComparison.Ordinal) ? address[DataPath.Length..] : address;
        if (path.StartsWith(UploadPath, StringComparison.Ordinal)) return OpenUpload(Uri.UnescapeDataString(path.Split('?')[0]));
        return Uri.TryCreate(address, UriKind.Absolute, out var remote) && remote.Scheme is "http" or "https"
            ? await WebFile.OpenAsync(web, remote, long.MaxValue, cancellationToken)
            : throw new MediaUnavailableException("no upload or web address");
    }

    private FileStream OpenUpload(string file)
    {
        if (folder is null) throw new MediaUnavailableException("no folder with uploads was named");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Join(root, file));
        // Addresses come from whoever made the tasks: they stay inside the folder.
        if (!path.StartsWith(root + UploadPath, StringComparison.Ordinal) || !File.Exists(path)) throw new MediaUnavailableException("there is no such upload in the folder");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
    }
}
