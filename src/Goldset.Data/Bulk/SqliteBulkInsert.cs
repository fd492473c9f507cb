using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Goldset.Data.Bulk;

/// <summary>
/// Speaks to SQLite's own statement interface, because ADO.NET takes texts as strings only: UTF-8 to UTF-16 and back costs more than
/// the insert.
/// </summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;
    private readonly int columns;
    private int bound = -1;

    public SqliteBulkInsert(SqliteConnection connection, string table, string[] columns)
    {
        this.connection = connection;
        this.columns = columns.Length;
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
    }

    public override ValueTask StartRowAsync()
    {
        EndRow();
        bound = 0;
        return default;
    }

    public override ValueTask AddAsync(long? value) =>
        Bound(value is { } number ? raw.sqlite3_bind_int64(statement, ++bound, number) : raw.sqlite3_bind_null(statement, ++bound));

    public override ValueTask AddAsync(int value) => Bound(raw.sqlite3_bind_int(statement, ++bound, value));

    public override ValueTask AddAsync(bool? value) =>
        Bound(value is { } flag ? raw.sqlite3_bind_int(statement, ++bound, flag ? 1 : 0) : raw.sqlite3_bind_null(statement, ++bound));

    public override ValueTask AddAsync(double? value) =>
        Bound(value is { } number ? raw.sqlite3_bind_double(statement, ++bound, number) : raw.sqlite3_bind_null(statement, ++bound));

    public override ValueTask AddAsync(string? value) =>
        Bound(value is not null ? raw.sqlite3_bind_text(statement, ++bound, value) : raw.sqlite3_bind_null(statement, ++bound));

    public override ValueTask AddUtf8Async(ReadOnlyMemory<byte> value) => Bound(raw.sqlite3_bind_text(statement, ++bound, value.Span));

    public override ValueTask CompleteAsync()
    {
        EndRow();
        return default;
    }

    public override ValueTask DisposeAsync()
    {
        statement.Dispose();
        return default;
    }

    private void EndRow()
    {
        if (bound < 0) return;
        if (bound != columns) throw new InvalidOperationException($"{bound} of {columns} columns were given");
        var done = raw.sqlite3_step(statement);
        if (done != raw.SQLITE_DONE) Check(done);
        Check(raw.sqlite3_reset(statement));
        bound = -1;
    }

    private ValueTask Bound(int code)
    {
        Check(code);
        return default;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
