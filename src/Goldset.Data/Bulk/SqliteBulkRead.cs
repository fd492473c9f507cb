using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Goldset.Data.Bulk;

/// <summary>Speaks to SQLite's own statement interface: ADO.NET asks for the type of a value several times before it gives it.</summary>
internal sealed class SqliteBulkRead : BulkRead
{
    private readonly SqliteConnection connection;
    private readonly sqlite3_stmt statement;

    public SqliteBulkRead(SqliteConnection connection, string sql, (string Name, long Value)[] parameters)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
        foreach (var (name, value) in parameters)
            if (raw.sqlite3_bind_parameter_index(statement, "@" + name) is var index and > 0) Check(raw.sqlite3_bind_int64(statement, index, value));
    }

    public override ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var done = raw.sqlite3_step(statement);
        if (done is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(done);
        return new ValueTask<bool>(done == raw.SQLITE_ROW);
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public override bool Flag(int column) => raw.sqlite3_column_int(statement, column) != 0;

    public override double Double(int column) => raw.sqlite3_column_double(statement, column);

    public override string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override byte[] Utf8(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override ValueTask DisposeAsync()
    {
        statement.Dispose();
        return default;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
