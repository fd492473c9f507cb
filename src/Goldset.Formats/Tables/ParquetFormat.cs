using System.Text;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Labeling;
using Parquet;
using Parquet.Schema;

namespace Goldset.Formats.Tables;

/// <summary>
/// PARQUET: the table of the CSV format. Ids are integers, <c>lead_time</c> is a float, everything else text, lists and objects as
/// JSON; what is absent is null. Memory holds one group of rows, the file is made in a temporary one.
/// </summary>
internal sealed class ParquetFormat : IExportFormat
{
    private const int RowsInGroup = 10_000;
    private const long BytesInGroup = 32 * 1024 * 1024;

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var items = new ItemReader(input.Config);
        var columns = await TableRow.FindColumnsAsync(items, input.Tasks, cancellationToken).ConfigureAwait(false);
        var receipt = new ExportReceipt();
        var file = TemporaryFile.Create();
        await using (file.ConfigureAwait(false))
        {
            await WriteAsync(input, items, columns, file, receipt, cancellationToken).ConfigureAwait(false);
            file.Position = 0;
            var output = new ExportWriter(target(ExportFileType.Parquet));
            for (int read; (read = await file.ReadAsync(output.GetMemory(64 * 1024), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                output.Advance(read);
                await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
            }

            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return receipt;
    }

    private static async Task WriteAsync(
        ExportInput input, ItemReader items, TableColumns columns, Stream file, ExportReceipt receipt, CancellationToken cancellationToken)
    {
        var group = new RowGroup(columns.Names);
        var parquet = await ParquetWriter.CreateAsync(group.Schema, file, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (parquet.ConfigureAwait(false))
        {
            var row = new TableCell[columns.Names.Count];
            await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
            {
                using var document = ItemReader.Parse(task);
                var found = items.Read(document.RootElement, receipt);
                receipt.TasksOut += found.Count > 0 ? 1 : 0;
                foreach (var item in found)
                {
                    TableRow.Fill(row, item, columns, receipt);
                    group.Add(row);
                }

                if (group.Rows >= RowsInGroup || group.Bytes >= BytesInGroup)
                {
                    await group.WriteAsync(parquet, cancellationToken).ConfigureAwait(false);
                }
            }

            await group.WriteAsync(parquet, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Rows by column, until there are enough of them.</summary>
    private sealed class RowGroup
    {
        private readonly DataField[] _fields;
        private readonly List<string?>[] _texts;
        private readonly List<long?>[] _integers;
        private readonly List<double?>[] _floats;

        public RowGroup(IReadOnlyList<string> names)
        {
            _fields = [.. names.Select(name => name switch
            {
                "id" or "annotation_id" => new DataField(name, typeof(long), isNullable: true),
                "lead_time" => new DataField(name, typeof(double), isNullable: true),
                _ => new DataField(name, typeof(string), isNullable: true),
            })];
            _texts = [.. _fields.Select(_ => new List<string?>())];
            _integers = [.. _fields.Select(_ => new List<long?>())];
            _floats = [.. _fields.Select(_ => new List<double?>())];
            Schema = new ParquetSchema(_fields);
        }

        public ParquetSchema Schema { get; }

        public int Rows { get; private set; }

        public long Bytes { get; private set; }

        public void Add(TableCell[] row)
        {
            for (var column = 0; column < row.Length; column++)
            {
                if (_fields[column].ClrType == typeof(long))
                {
                    _integers[column].Add(row[column].Value.ValueKind == JsonValueKind.Number && row[column].Value.TryGetInt64(out var number) ? number : null);
                }
                else if (_fields[column].ClrType == typeof(double))
                {
                    _floats[column].Add(row[column].Value.ValueKind == JsonValueKind.Number && row[column].Value.TryGetDouble(out var number) ? number : null);
                }
                else
                {
                    var text = TextOf(row[column]);
                    Bytes += text?.Length ?? 0;
                    _texts[column].Add(text);
                }
            }

            Rows++;
        }

        public async Task WriteAsync(ParquetWriter parquet, CancellationToken cancellationToken)
        {
            if (Rows == 0)
            {
                return;
            }

            using var group = parquet.CreateRowGroup();
            for (var column = 0; column < _fields.Length; column++)
            {
                if (_fields[column].ClrType == typeof(long))
                {
                    await group.WriteAsync<long>(_fields[column], _integers[column].ToArray(), cancellationToken: cancellationToken).ConfigureAwait(false);
                    _integers[column].Clear();
                }
                else if (_fields[column].ClrType == typeof(double))
                {
                    await group.WriteAsync<double>(_fields[column], _floats[column].ToArray(), cancellationToken: cancellationToken).ConfigureAwait(false);
                    _floats[column].Clear();
                }
                else
                {
                    await group.WriteAsync(_fields[column], _texts[column]!).ConfigureAwait(false);
                    _texts[column].Clear();
                }
            }

            (Rows, Bytes) = (0, 0);
        }

        private static string? TextOf(in TableCell cell)
        {
            var output = cell.Output;
            switch (cell.Kind)
            {
                case CellKind.Transcript:
                    return ChatTranscript.Of(output!);
                case CellKind.Control when ControlText.AsString(output!) is { } text:
                    return JsonStrings.Decode(text);
                case CellKind.Control:
                    return Json(writer => ControlText.Write(output!, writer));
            }

            var value = cell.Value;
            return value.ValueKind switch
            {
                JsonValueKind.String => JsonStrings.Decode(value),
                JsonValueKind.Undefined or JsonValueKind.Null => null,
                JsonValueKind.Object or JsonValueKind.Array => Json(writer => writer.Value(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value))),
                _ => value.GetRawText(),
            };
        }

        private static string Json(Action<JsonTextWriter> write)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            write(new JsonTextWriter(buffer, indented: false));
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }
}
