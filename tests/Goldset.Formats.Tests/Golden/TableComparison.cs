using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Goldset.Formats.Tests.Golden;

/// <summary>Compares CSV or TSV cell by cell: header, row order and quoting count, numbers and JSON in cells go by value.</summary>
internal static class TableComparison
{
    public static IEnumerable<string> Compare(byte[] expected, byte[] actual)
    {
        var text = Encoding.UTF8.GetString(expected);
        var separator = text.Split('\n')[0].Contains("\"\t\"", StringComparison.Ordinal) ? '\t' : ',';
        var (x, y) = (Table.Parse(text, separator), Table.Parse(Encoding.UTF8.GetString(actual), separator));
        var (header, got) = (string.Join(' ', x[0]), string.Join(' ', y[0]));
        if (header != got)
        {
            return [$"header: expected {header}, got {got}"];
        }

        return x.Count != y.Count
            ? [$"expected {x.Count - 1} rows, got {y.Count - 1}"]
            : x.Zip(y).Index().SelectMany(rows => CompareRows(x[0], rows.Item.First, rows.Item.Second, $"row {rows.Index}"));
    }

    private static IEnumerable<string> CompareRows(List<TableCell> header, List<TableCell> expected, List<TableCell> actual, string where) =>
        expected.Count != actual.Count
            ? [$"{where}: expected {expected.Count} cells, got {actual.Count}"]
            : expected.Zip(actual, header).SelectMany(cells => CompareCells(cells.First, cells.Second, $"{where} column {cells.Third}"));

    private static IEnumerable<string> CompareCells(TableCell expected, TableCell actual, string where)
    {
        if (expected == actual)
        {
            return [];
        }

        if (expected.Quoted == actual.Quoted)
        {
            if (!expected.Quoted && Number(expected.Text) is { } x && Number(actual.Text) is { } y && JsonComparison.AreClose(x, y))
            {
                return [];
            }

            if (expected.Quoted && Json(expected.Text) is { } before && Json(actual.Text) is { } after)
            {
                return JsonComparison.Compare(before, after, where);
            }
        }

        return [$"{where}: expected {expected}, got {actual}"];
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static JsonElement? Json(string text)
    {
        if (text.Length == 0 || text[0] is not ('[' or '{'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return JsonElement.TryParseValue(ref reader, out var element) ? element : null;
    }
}
