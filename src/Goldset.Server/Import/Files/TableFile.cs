using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;

namespace Goldset.Server.Import.Files;

/// <summary>
/// Comma, semicolon or tab separated values: a task per row, a data key per column. Read twice, because what type a column has is
/// known only at its end.
/// </summary>
internal static class TableFile
{
    private const int MaxRowSize = 64 * 1024 * 1024;

    /// <summary>Reads the rows of <paramref name="source"/> as items <c>{"data": {…}}</c>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="separator">Between fields; null: semicolon when the first line has more of them than commas, else comma.</param>
    /// <param name="items">Takes the rows.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="FileParseException">The file is no such table.</exception>
    public static async Task ReadAsync(SourceFile source, char? separator, IItemConsumer items, CancellationToken cancel)
    {
        separator ??= await SeparatorAsync(source, cancel);
        var table = await InspectAsync(source, separator.Value, cancel);
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, Http.Json.Writer);
        await using var rows = Open(source, separator.Value, isLast: true);
        await NextAsync(rows, cancel);
        while (await NextAsync(rows, cancel))
        {
            buffer.ResetWrittenCount();
            table.Write(writer, rows);
            await items.AddAsync(buffer.WrittenMemory);
        }
    }

    private static async Task<Table> InspectAsync(SourceFile source, char separator, CancellationToken cancel)
    {
        await using var rows = Open(source, separator, isLast: false);
        if (!await NextAsync(rows, cancel)) throw new FileParseException("No columns to parse from file");
        var table = new Table(rows);
        while (await NextAsync(rows, cancel)) table.Observe(rows);
        return table;
    }

    private static CsvReader Open(SourceFile source, char separator, bool isLast) => CsvReader.Create(source.Open(isLast), new CsvReaderOptions
    {
        HasHeader = false,
        Separator = separator,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRowSize,
        // Other irregular quotes are part of the value.
        OnMalformedRecord = record =>
        {
            if (record.Reason == CsvMalformedReason.UnterminatedQuote)
                throw new FileParseException($"Error tokenizing data. C error: EOF inside string starting at row {record.RecordNumber - 1}");
        },
    }, leaveOpen: false);

    /// <summary>The next row that is not blank.</summary>
    private static async ValueTask<bool> NextAsync(CsvReader rows, CancellationToken cancel)
    {
        try
        {
            while (await rows.ReadAsync(cancel))
            {
                if (!Utf8.IsValid(rows.RawRecord)) throw FileParseException.NotUtf8();
                if (rows.RawRecord.IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0) return true;
            }
            return false;
        }
        catch (CsvFormatException malformed)
        {
            throw new FileParseException($"Error tokenizing data. {malformed.Message}");
        }
    }

    private static async Task<char> SeparatorAsync(SourceFile source, CancellationToken cancel)
    {
        await using var file = source.Open(isLast: false);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var buffer = new char[64 * 1024];
        var read = await reader.ReadBlockAsync(buffer, cancel);
        var line = buffer.AsSpan(0, read);
        if (line.IndexOfAny('\n', '\r') is >= 0 and var end) line = line[..end];
        return line.Count(';') > line.Count(',') ? ';' : ',';
    }

    /// <summary>The columns of a table and how rows are laid out over them.</summary>
    private sealed class Table
    {
        private readonly TableColumn[] columns;
        private int? skipped;
        private int expected;

        public Table(CsvReader header)
        {
            var names = new string[header.FieldCount];
            for (var i = 0; i < names.Length; i++) names[i] = header.GetString(i);
            columns = [.. Distinct(names).Select(name => new TableColumn(name))];
            expected = names.Length;
        }

        /// <summary>Takes note of a row.</summary>
        /// <exception cref="FileParseException">It has more fields than the first one.</exception>
        public void Observe(CsvReader row)
        {
            // Where the first row has more fields than there are names, the fields in front are row labels.
            skipped ??= Math.Max(0, row.FieldCount - columns.Length);
            expected = columns.Length + skipped.Value;
            if (row.FieldCount > expected)
                throw new FileParseException($"Error tokenizing data. C error: Expected {expected} fields in line {row.LineNumber}, saw {row.FieldCount}\n");
            for (var i = 0; i < columns.Length; i++) columns[i].Observe(Field(row, i));
        }

        /// <summary>Writes a row as an item.</summary>
        public void Write(Utf8JsonWriter writer, CsvReader row)
        {
            writer.Reset();
            writer.WriteStartObject();
            writer.WriteStartObject("data"u8);
            for (var i = 0; i < columns.Length; i++) columns[i].Write(writer, Field(row, i));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.Flush();
        }

        private ReadOnlySpan<byte> Field(CsvReader row, int column)
        {
            var index = column + (skipped ?? 0);
            return index < row.FieldCount ? row.GetSpan(index) : default;
        }

        /// <summary>Names a blank column by its place, and numbers names that occur again.</summary>
        private static string[] Distinct(string[] names)
        {
            var uses = new Dictionary<string, int>(StringComparer.Ordinal);
            var given = new HashSet<string>(names, StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                var wanted = names[i].Length == 0 ? $"Unnamed: {i}" : names[i];
                var name = wanted;
                var use = uses.GetValueOrDefault(wanted);
                if (use > 0)
                    do name = $"{wanted}.{use++}";
                    while (given.Contains(name));
                uses[wanted] = Math.Max(use, 1);
                given.Add(name);
                names[i] = name;
            }
            return names;
        }
    }
}
