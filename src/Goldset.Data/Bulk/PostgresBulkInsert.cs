using Npgsql;
using NpgsqlTypes;

namespace Goldset.Data.Bulk;

internal sealed class PostgresBulkInsert(NpgsqlBinaryImporter importer) : BulkInsert
{
    public override ValueTask StartRowAsync() => new(importer.StartRowAsync());

    public override ValueTask AddAsync(long? value) => value is { } number ? new(importer.WriteAsync(number, NpgsqlDbType.Bigint)) : Null();

    public override ValueTask AddAsync(int value) => new(importer.WriteAsync(value, NpgsqlDbType.Integer));

    public override ValueTask AddAsync(bool? value) => value is { } flag ? new(importer.WriteAsync(flag, NpgsqlDbType.Boolean)) : Null();

    public override ValueTask AddAsync(double? value) => value is { } number ? new(importer.WriteAsync(number, NpgsqlDbType.Double)) : Null();

    public override ValueTask AddAsync(string? value) => value is not null ? new(importer.WriteAsync(value, NpgsqlDbType.Text)) : Null();

    public override ValueTask AddUtf8Async(ReadOnlyMemory<byte> value) => new(importer.WriteAsync(value, NpgsqlDbType.Text));

    public override async ValueTask CompleteAsync() => await importer.CompleteAsync();

    public override ValueTask DisposeAsync() => importer.DisposeAsync();

    private ValueTask Null() => new(importer.WriteNullAsync());
}
