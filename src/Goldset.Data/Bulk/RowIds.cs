using System.Globalization;

namespace Goldset.Data.Bulk;

/// <summary>Ids for rows that are yet to be inserted, so that a bulk insert knows them.</summary>
public static class RowIds
{
    /// <summary>
    /// Takes <paramref name="count"/> ids of <paramref name="table"/>, in ascending order. The rows must be inserted in the same
    /// transaction: on SQLite nothing else keeps the ids from being given again.
    /// </summary>
    public static async Task<long[]> ReserveAsync(WriteTransaction tx, string table, int count)
    {
        if (count == 0) return [];
        if (tx.Dialect.HasSequences)
            return [.. await tx.QueryAsync<long>($"SELECT nextval('{table}_id_seq') FROM generate_series(1, {count.ToString(CultureInfo.InvariantCulture)})")];
        var last = await tx.QueryFirstOrDefaultAsync<long?>("SELECT seq FROM sqlite_sequence WHERE name = @table", new { table }) ?? 0;
        var ids = new long[count];
        for (var i = 0; i < count; i++) ids[i] = last + 1 + i;
        return ids;
    }

    /// <summary>An id that no row of <paramref name="table"/> inserted from now on will go below.</summary>
    public static async Task<long> FloorAsync(WriteTransaction tx, string table) => tx.Dialect.HasSequences
        ? await tx.QueryFirstOrDefaultAsync<long>($"SELECT nextval('{table}_id_seq')")
        : (await tx.QueryFirstOrDefaultAsync<long?>("SELECT seq FROM sqlite_sequence WHERE name = @table", new { table }) ?? 0) + 1;
}
