using Goldset.Server.Hosting;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.LocalFiles;

/// <summary>Files on the server's own disks.</summary>
internal sealed class LocalFilesKind(LocalFolder folder, ServerOptions options) : StorageKind
{
    /// <inheritdoc />
    public override string Name => "localfiles";

    /// <inheritdoc />
    public override string Title => "Local files";

    /// <inheritdoc />
    public override string ImportForm => $$"""
        [
          {"columnCount": 2, "fields": [
            {"type": "text", "name": "title", "label": "Storage Name", "required": true},
            {"type": "text", "name": "path", "label": "Absolute local path", "required": true}]},
          {{StorageForms.RegexFilter}},
          {{StorageForms.ImportMethod}}
        ]
        """;

    /// <inheritdoc />
    public override string ExportForm => """
        [{"columnCount": 3, "fields": [
          {"type": "text", "name": "title", "label": "Storage Name", "required": true},
          {"type": "text", "name": "path", "label": "Absolute local path", "required": true}]}]
        """;

    /// <inheritdoc />
    public override StorageContract Import { get; } = StorageContract.Of<LocalFilesImportRequest, LocalFilesImportStorage>();

    /// <inheritdoc />
    public override StorageContract Export { get; } = StorageContract.Of<LocalFilesExportRequest, LocalFilesExportStorage>();

    /// <inheritdoc />
    public override bool WritesAtOnce => true;

    /// <inheritdoc />
    public override StorageResponse ToResponse(StorageRow row) => row.IsExport ? new LocalFilesExportStorage(row) : new LocalFilesImportStorage(row);

    /// <inheritdoc />
    public override IObjectStore Open(StorageSetup setup)
    {
        var path = setup.Settings.Path;
        if (string.IsNullOrEmpty(path)) throw new StorageException("Path must be set for Local Files storage");
        return new LocalFileStore(folder, path, setup.RecursiveScan ?? false, options.PublicUrl);
    }

    /// <inheritdoc />
    public override Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel)
    {
        folder.Check(setup.Settings.Path);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override bool NeedsCheck(StorageRequest request) => true;

    /// <inheritdoc />
    public override StorageSetup Checked(StorageSetup setup, StorageRequest request) =>
        request is LocalFilesRequest { Path.IsSet: true } ? setup : setup with { Settings = setup.Settings with { Path = null } };
}
