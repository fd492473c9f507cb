using Microsoft.Data.Sqlite;
using Npgsql;

namespace Goldset.Data.Bulk;

/// <summary>
/// Inserts many rows into one table within a transaction: binary COPY on PostgreSQL, one prepared statement on SQLite. Texts are given
/// as UTF-8 and stored without going through strings. For each row: <see cref="StartRowAsync"/>, then one <c>Add</c> a column, in the
/// order of the columns. Nothing counts until <see cref="CompleteAsync"/>; no other command may run on the connection before it.
/// </summary>
public abstract class BulkInsert : IAsyncDisposable
{
    /// <summary>Begins to fill <paramref name="columns"/> of <paramref name="table"/>.</summary>
    public static async Task<BulkInsert> BeginAsync(WriteTransaction tx, string table, params string[] columns) => tx.Connection switch
    {
        NpgsqlConnection postgres => new PostgresBulkInsert(
            await postgres.BeginRawBinaryCopyAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)"), columns.Length),
        SqliteConnection sqlite => new SqliteBulkInsert(sqlite, table, columns),
        _ => throw new NotSupportedException($"No bulk insert for {tx.Connection.GetType()}"),
    };

    /// <summary>Ends the row before, if any, and begins the next.</summary>
    public abstract ValueTask StartRowAsync();

    /// <summary>A 64-bit column.</summary>
    public abstract ValueTask AddAsync(long? value);

    /// <summary>A 32-bit column.</summary>
    public abstract ValueTask AddAsync(int value);

    /// <summary>A switch.</summary>
    public abstract ValueTask AddAsync(bool? value);

    /// <summary>A number with a fraction.</summary>
    public abstract ValueTask AddAsync(double? value);

    /// <summary>A text.</summary>
    public abstract ValueTask AddAsync(string? value);

    /// <summary>A text, already UTF-8.</summary>
    public abstract ValueTask AddUtf8Async(ReadOnlyMemory<byte> value);

    /// <summary>Ends the last row and writes what is left.</summary>
    public abstract ValueTask CompleteAsync();

    /// <summary>Gives up what <see cref="CompleteAsync"/> has not written.</summary>
    public abstract ValueTask DisposeAsync();
}
