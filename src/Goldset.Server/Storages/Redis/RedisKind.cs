using Goldset.Server.Http.OutgoingRequests;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Redis;

/// <summary>A database of a Redis server: tasks in the values of keys, annotations likewise.</summary>
internal sealed class RedisKind(AddressRules rules) : StorageKind
{
    /// <inheritdoc />
    public override string Name => "redis";

    /// <inheritdoc />
    public override string Title => "Redis";

    /// <inheritdoc />
    public override string ImportForm => $$"""
        [
          {"columnCount": 1, "fields": [{"type": "text", "name": "title", "label": "Storage Name", "required": true}]},
          {{Server}},
          {{StorageForms.RegexFilter}},
          {{StorageForms.ImportMethod}}
        ]
        """;

    /// <inheritdoc />
    public override string ExportForm => $"[{Server}]";

    /// <inheritdoc />
    public override StorageContract Import { get; } = StorageContract.Of<RedisImportRequest, RedisImportStorage>();

    /// <inheritdoc />
    public override StorageContract Export { get; } = StorageContract.Of<RedisExportRequest, RedisExportStorage>();

    // A server that does not answer would make annotators wait.
    /// <inheritdoc />
    public override bool WritesAtOnce => false;

    /// <inheritdoc />
    public override StorageResponse ToResponse(StorageRow row) => row.IsExport ? new RedisExportStorage(row) : new RedisImportStorage(row);

    /// <inheritdoc />
    public override IObjectStore Open(StorageSetup setup) => new RedisDatabase(rules, setup);

    /// <inheritdoc />
    public override async Task CheckAsync(StorageSetup setup, bool isExport, CancellationToken cancel)
    {
        using var database = new RedisDatabase(rules, setup);
        await database.CheckAsync(cancel);
    }

    /// <inheritdoc />
    public override bool NeedsCheck(StorageRequest request) => true;

    private const string Server = """
        {"columnCount": 2, "fields": [
          {"type": "text", "name": "db", "label": "Database Number (db)", "placeholder": 1},
          {"type": "text", "name": "path", "label": "Path"},
          {"type": "password", "name": "password", "label": "Password", "autoComplete": "new-password"},
          {"type": "text", "name": "host", "label": "Host", "placeholder": "localhost"},
          {"type": "text", "name": "port", "label": "Port"}]}
        """;
}
