using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Goldset.Replay;

/// <summary>
/// Compares two JSON values: the same keys, types, values and order of list items, where volatile values are compared by form.
/// The ids met are remembered in <paramref name="idsByKey"/>, so that one map serves all replies of a scenario.
/// </summary>
internal sealed class JsonComparison(Dictionary<string, Dictionary<string, string>> idsByKey, IReadOnlyList<Regex> ignored)
{
    private const string Absent = "absent";

    private readonly List<Difference> differences = [];

    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>Notes a difference unless its place is ignored.</summary>
    public void Add(string pointer, string expected, string actual)
    {
        if (!IsIgnored(pointer))
            differences.Add(new Difference(pointer.Length == 0 ? "/" : pointer, expected, actual));
    }

    /// <summary>Whether differences at this place are not reported.</summary>
    public bool IsIgnored(string pointer) => ignored.Any(pattern => pattern.IsMatch(pointer));

    /// <summary>Compares a value and what is below it.</summary>
    /// <param name="expected">The recorded value.</param>
    /// <param name="actual">The answered value.</param>
    /// <param name="pointer">Where the values stand in the reply.</param>
    /// <param name="key">The nearest property name above the value; it says what is volatile.</param>
    public void Compare(JsonElement expected, JsonElement actual, string pointer = "", string key = "")
    {
        if (IsIgnored(pointer))
            return;

        if (Kind(expected) != Kind(actual))
        {
            if (!VolatileKeys.AnyType.Contains(key))
                Add(pointer, expected.GetRawText(), actual.GetRawText());

            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(expected, actual, pointer);
                break;
            case JsonValueKind.Array:
                CompareArrays(expected, actual, pointer, key);
                break;
            case JsonValueKind.Number:
                CompareNumbers(expected, actual, pointer, key);
                break;
            case JsonValueKind.String:
                CompareTexts(expected.GetString()!, actual.GetString()!, pointer, key);
                break;
            default:
                if (expected.ValueKind != actual.ValueKind)
                    Add(pointer, expected.GetRawText(), actual.GetRawText());

                break;
        }
    }

    /// <summary>Compares two texts; CSV and TSV row by row, JSON inside a text as JSON.</summary>
    public void CompareTexts(string expected, string actual, string pointer, string key)
    {
        if (VolatileKeys.ByTypeOnly.Contains(key))
            return;

        if (VolatileText.TimeForm(expected) is { } form)
        {
            if (VolatileText.TimeForm(actual) != form)
                Add(pointer, Quote(expected), Quote(actual));

            return;
        }

        if (VolatileKeys.Joined.Contains(key))
        {
            expected = VolatileText.NormalizeJoined(expected);
            actual = VolatileText.NormalizeJoined(actual);
        }

        if (MayBeTable(expected, key) && ReadTable(expected) is { } rows)
            CompareTables(rows, ReadTable(actual) ?? [], pointer);
        else if (expected != actual && ParseNested(expected) is { } expectedJson && ParseNested(actual) is { } actualJson)
            Compare(expectedJson, actualJson, pointer, key);
        else if (VolatileText.Normalize(expected) != VolatileText.Normalize(actual))
            Add(pointer, Quote(expected), Quote(actual));
    }

    internal static string Quote(string text) => JsonSerializer.Serialize(text, ReplayJson.Readable);

    private void CompareObjects(JsonElement expected, JsonElement actual, string pointer)
    {
        foreach (var property in expected.EnumerateObject().Where(property => !actual.TryGetProperty(property.Name, out _)))
            AddMissing(property, property.Value.GetRawText(), Absent);

        foreach (var property in actual.EnumerateObject())
        {
            if (expected.TryGetProperty(property.Name, out var value))
            {
                Compare(value, property.Value, $"{pointer}/{property.Name}", property.Name);
            }
            else
                AddMissing(property, Absent, property.Value.GetRawText());
        }

        void AddMissing(JsonProperty property, string expectedText, string actualText)
        {
            if (!VolatileKeys.Optional.Contains(property.Name))
            {
                Add($"{pointer}/{property.Name}", expectedText, actualText);
            }
        }
    }

    private void CompareArrays(JsonElement expected, JsonElement actual, string pointer, string key)
    {
        var expectedItems = expected.EnumerateArray().ToArray();
        var actualItems = actual.EnumerateArray().ToArray();
        if (expectedItems.Length != actualItems.Length)
        {
            Add(pointer + "/length", Number(expectedItems.Length), Number(actualItems.Length));
            return;
        }

        if (VolatileKeys.Unordered.Contains(key) && expectedItems.Concat(actualItems).All(item => item.ValueKind == JsonValueKind.String))
        {
            expectedItems = [.. expectedItems.OrderBy(item => item.GetString(), StringComparer.Ordinal)];
            actualItems = [.. actualItems.OrderBy(item => item.GetString(), StringComparer.Ordinal)];
        }

        for (var i = 0; i < expectedItems.Length; i++)
        {
            Compare(expectedItems[i], actualItems[i], $"{pointer}/{Number(i)}", key);
        }
    }

    private void CompareNumbers(JsonElement expected, JsonElement actual, string pointer, string key)
    {
        if (VolatileKeys.ByTypeOnly.Contains(key))
            return;

        if (VolatileKeys.IsId(key) && expected.TryGetInt64(out _))
        {
            CompareIds(expected.GetRawText(), actual.GetRawText(), pointer, key);
            return;
        }

        var (wanted, got) = (expected.GetDouble(), actual.GetDouble());
        if (Math.Abs(wanted - got) > 1e-6 * Math.Max(1, Math.Abs(wanted)))
            Add(pointer, expected.GetRawText(), actual.GetRawText());
    }

    private void CompareIds(string expected, string actual, string pointer, string key)
    {
        if (!VolatileKeys.RefersConsistently(key))
            return;

        if (!idsByKey.TryGetValue(key, out var ids))
            idsByKey[key] = ids = [];

        if (!ids.TryAdd(expected, actual) && ids[expected] != actual)
        {
            Add(pointer, $"{ids[expected]}, as {expected} became before", actual);
        }
    }

    private void CompareTables(List<string[]> expected, List<string[]> actual, string pointer)
    {
        for (var row = 0; row < Math.Max(expected.Count, actual.Count); row++)
        {
            var wanted = row < expected.Count ? expected[row] : null;
            var got = row < actual.Count ? actual[row] : null;
            if (wanted is null || got is null || !wanted.SequenceEqual(got))
            {
                Add($"{pointer}/row {Number(row)}", Show(wanted), Show(got));
                return;
            }
        }

        static string Show(string[]? row) => row is null ? Absent : JsonSerializer.Serialize(row, ReplayJson.Readable);
    }

    private static bool MayBeTable(string text, string key) =>
        (text.Contains('\n', StringComparison.Ordinal) && key is "" or "text" or "body_text")
        || key.EndsWith(".csv", StringComparison.Ordinal)
        || key.EndsWith(".tsv", StringComparison.Ordinal);

    private static List<string[]>? ReadTable(string text)
    {
        var header = text.Split('\n', 2)[0];
        if (!header.Contains("annotator", StringComparison.Ordinal) && !header.Contains("\"id\"", StringComparison.Ordinal))
            return null;

        var options = CsvReaderOptions.Default with { HasHeader = false, Separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',' };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<string[]>();
        string[] names = [];
        while (reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (rows.Count == 0)
                names = cells;

            bool IsVolatile(int column) => rows.Count > 0 && column < names.Length && VolatileKeys.Columns.Contains(names[column]);
            rows.Add([.. cells.Select((cell, column) => IsVolatile(column) ? "<n>" : VolatileText.Normalize(cell))]);
        }

        return rows;
    }

    private static JsonElement? ParseNested(string text) => text is ['[' or '{', ..] ? ReplayJson.TryParse(text) : null;

    private static JsonValueKind Kind(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
