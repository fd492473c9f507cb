using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Goldset.Data.Bulk;

/// <summary>
/// The rows of a query, forward, for reading very many of them: texts are taken as the UTF-8 bytes they are. Dispose it before the next
/// query on the connection.
/// </summary>
public abstract class BulkRead : IAsyncDisposable
{
    /// <summary>Runs <paramref name="sql"/>, whose parameters <c>@name</c> are whole numbers.</summary>
    public static async Task<BulkRead> BeginAsync(DbConnection connection, DbTransaction? transaction, string sql, (string Name, long Value)[] parameters, CancellationToken cancel)
    {
        if (connection is SqliteConnection sqlite) return new SqliteBulkRead(sqlite, sql, parameters);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return new ReaderBulkRead(command, await command.ExecuteReaderAsync(cancel));
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False: there is none.</returns>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancel);

    /// <summary>Whether the column has no value.</summary>
    public abstract bool IsNull(int column);

    /// <summary>A whole number; columns count from 0.</summary>
    public abstract long Long(int column);

    /// <summary>A flag.</summary>
    public abstract bool Flag(int column);

    /// <summary>A fraction.</summary>
    public abstract double Double(int column);

    /// <summary>A text.</summary>
    public abstract string Text(int column);

    /// <summary>A text as UTF-8.</summary>
    public abstract byte[] Utf8(int column);

    /// <summary>A count that fits.</summary>
    public int Int(int column) => checked((int)Long(column));

    /// <summary>A whole number or null.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A flag or null.</summary>
    public bool? FlagOrNull(int column) => IsNull(column) ? null : Flag(column);

    /// <summary>A fraction or null.</summary>
    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    /// <summary>A text or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A text as UTF-8, or null.</summary>
    public byte[]? Utf8OrNull(int column) => IsNull(column) ? null : Utf8(column);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    private sealed class ReaderBulkRead(DbCommand command, DbDataReader reader) : BulkRead
    {
        public override ValueTask<bool> NextAsync(CancellationToken cancel) => new(reader.ReadAsync(cancel));

        public override bool IsNull(int column) => reader.IsDBNull(column);

        public override long Long(int column) => reader.GetInt64(column);

        public override bool Flag(int column) => reader.GetBoolean(column);

        public override double Double(int column) => reader.GetDouble(column);

        public override string Text(int column) => reader.GetString(column);

        public override byte[] Utf8(int column) => reader.GetFieldValue<byte[]>(column);

        public override async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            await command.DisposeAsync();
        }
    }
}
