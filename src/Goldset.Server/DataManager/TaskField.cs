using System.Globalization;
using Goldset.Data;

namespace Goldset.Server.DataManager;

/// <summary>
/// The SQL of a field of the task data, over the view <c>t</c> unless told otherwise. The same text filters, orders and makes indexes: a database uses
/// an index on an expression only for exactly that expression.
/// </summary>
internal sealed class TaskField
{
    /// <summary>Texts are ordered, and kept in indexes, by as many characters of their beginning.</summary>
    public const int PrefixLength = 200;

    // A number is written in no more characters, and with an exponent of no more than two digits: within that, any text that looks like a
    // number is one that a double holds.
    private const int NumberLength = 150;

    /// <param name="engine">Whose SQL.</param>
    /// <param name="key">The key in the task data; <c>a__b</c> also means the key b of the object a.</param>
    /// <param name="data">The column.</param>
    public TaskField(Engine engine, string key, string data = "t.data")
    {
        if (engine == Engine.Postgres)
        {
            var json = $"goldset_json({data})";
            var (text, kind) = ($"({json} ->> {Literal(key)})", $"jsonb_typeof({json} -> {Literal(key)})");
            if (Nested(key) is { } parts)
            {
                var path = Literal("{" + string.Join(",", parts.Select(part => "\"" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}");
                (text, kind) = ($"(CASE WHEN {kind} IS NULL THEN {json} #>> {path} ELSE {text} END)", $"COALESCE({kind}, jsonb_typeof({json} #> {path}))");
            }
            (Text, Kind) = (text, kind);
            Prefix = $"(left({Text}, {PrefixLength}) COLLATE \"C\")";
            Number = $"(CASE WHEN length({Text}) <= {NumberLength} AND {Text} ~ '^\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{{1,2}})?\\s*$' THEN {Text}::double precision END)";
            return;
        }
        (Text, Kind) = (SqliteText(data, Literal(SqlitePath([key]))), SqliteKind(data, Literal(SqlitePath([key]))));
        if (Nested(key) is { } inner)
        {
            var path = Literal(SqlitePath(inner));
            (Text, Kind) = ($"(CASE WHEN {Kind} IS NULL THEN {SqliteText(data, path)} ELSE {Text} END)", $"COALESCE({Kind}, {SqliteKind(data, path)})");
        }
        Prefix = $"substr({Text}, 1, {PrefixLength})";
        Number = SqliteNumber(Text);
    }

    /// <summary>As text, numbers and nested values in their JSON form; null when absent or JSON null.</summary>
    public string Text { get; }

    /// <summary>The beginning of <see cref="Text"/>, compared byte by byte.</summary>
    public string Prefix { get; }

    /// <summary><c>string</c>, <c>number</c>, <c>boolean</c>, <c>null</c>, <c>array</c>, <c>object</c>; SQL null when absent.</summary>
    public string Kind { get; }

    /// <summary>As number; null where it cannot be read as one.</summary>
    public string Number { get; }

    // Numbers as they are written, but with a decimal point in place of an exponent, as PostgreSQL has them.
    private static string SqliteText(string data, string path) => $"""
        (CASE json_type({data}, {path}) WHEN 'text' THEN {data} ->> {path} WHEN 'null' THEN NULL
         WHEN 'real' THEN CASE WHEN {data} -> {path} GLOB '*[eE]*' THEN rtrim(rtrim(printf('%.20f', {data} ->> {path}), '0'), '.') ELSE {data} -> {path} END
         ELSE {data} -> {path} END)
        """;

    private static string SqliteKind(string data, string path) =>
        $"(CASE json_type({data}, {path}) WHEN 'text' THEN 'string' WHEN 'integer' THEN 'number' WHEN 'real' THEN 'number' WHEN 'true' THEN 'boolean' WHEN 'false' THEN 'boolean' ELSE json_type({data}, {path}) END)";

    // JSON5 says what a number is once a digit stands before it, which makes leading zeros and points valid.
    private static string SqliteNumber(string text)
    {
        var trimmed = $"trim({text}, ' ' || char(9, 10, 11, 12, 13))";
        var digits = $"ltrim(substr({trimmed}, 1, 1), '+-') || substr({trimmed}, 2)";
        return $"""
            (CASE WHEN length({text}) <= {NumberLength} AND {trimmed} NOT GLOB '*[^-+.0-9eE]*' AND {trimmed} NOT GLOB '*[eE]*[0-9][0-9][0-9]*'
              AND ({digits} GLOB '[0-9]*' OR {digits} GLOB '.[0-9]*') AND json_valid('1' || {digits}, 2) THEN CAST({trimmed} AS REAL) END)
            """;
    }

    private static string[]? Nested(string key) => key.Contains("__", StringComparison.Ordinal) && key.Split("__") is var parts && parts.All(part => part.Length > 0) ? parts : null;

    private static string SqlitePath(IReadOnlyList<string> parts) => "$" + string.Concat(parts.Select((part, index) =>
        index > 0 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? $"[{place}]"
        : ".\"" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""));

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
