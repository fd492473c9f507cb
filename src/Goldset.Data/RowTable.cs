using System.Globalization;
using System.Text;
using Dapper;

namespace Goldset.Data;

/// <summary>
/// Rows of values that a statement reads as a table. On PostgreSQL each column is one array parameter, so that the statement's text is the
/// same for any number of rows; on SQLite each value is a parameter.
/// </summary>
/// <param name="dialect">The engine's.</param>
/// <param name="parameters">The statement's, which get those of the table.</param>
/// <param name="name">The table's name in the statement, and the beginning of its parameters' names.</param>
/// <param name="count">How many rows: at least one.</param>
public sealed class RowTable(SqlDialect dialect, DynamicParameters parameters, string name, int count)
{
    /// <summary>Adds a column, with a value for each row.</summary>
    public RowTable Add<T>(string column, IEnumerable<T> values)
    {
        if (dialect.HasArrays) parameters.Add($"{name}_{column}", values.ToArray());
        else
            foreach (var (row, value) in values.Index()) parameters.Add(Cell(column, row), value);
        return this;
    }

    /// <summary>For FROM: the table with these of its columns.</summary>
    public string Of(params string[] columns)
    {
        if (dialect.HasArrays) return $"unnest({string.Join(", ", columns.Select(column => $"@{name}_{column}"))}) AS {name}({string.Join(", ", columns)})";
        var sql = new StringBuilder("(SELECT ").AppendJoin(", ", columns.Select((column, i) => $"column{i + 1} AS {column}")).Append(" FROM (VALUES ");
        for (var row = 0; row < count; row++)
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", columns.Select(column => "@" + Cell(column, row))).Append(')');
        return sql.Append(CultureInfo.InvariantCulture, $")) AS {name}").ToString();
    }

    private string Cell(string column, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}_{column}_{row}");
}
