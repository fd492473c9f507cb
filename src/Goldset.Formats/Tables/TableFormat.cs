using Goldset.Formats.Items;

namespace Goldset.Formats.Tables;

/// <summary>
/// CSV and TSV: a row per annotation, a column per key of the data and per control. Reads the tasks twice, as the header
/// needs the columns of all of them.
/// </summary>
internal sealed class TableFormat(char separator) : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var items = new ItemReader(input.Config);
        var columns = await TableRow.FindColumnsAsync(items, input.Tasks, cancellationToken).ConfigureAwait(false);
        var receipt = new ExportReceipt();
        var output = new ExportWriter(target(ExportFileType.Csv));
        var writer = new TableWriter(output, (byte)separator);
        foreach (var name in columns.Names)
        {
            writer.Text(name);
        }

        writer.EndRow();
        var row = new TableCell[columns.Names.Count];
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            foreach (var item in found)
            {
                TableRow.Fill(row, item, columns, receipt);
                Write(row, writer);
            }

            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(TableCell[] row, TableWriter writer)
    {
        foreach (var cell in row)
        {
            switch (cell.Kind)
            {
                case CellKind.Annotator:
                    writer.Quoted(cell.Value);
                    break;
                case CellKind.Transcript:
                    writer.Text(ChatTranscript.Of(cell.Output!));
                    break;
                case CellKind.Control when ControlText.AsString(cell.Output!) is { } text:
                    writer.Quoted(text);
                    break;
                case CellKind.Control:
                    writer.Json(json => ControlText.Write(cell.Output!, json));
                    break;
                default:
                    writer.Value(cell.Value);
                    break;
            }
        }

        writer.EndRow();
    }
}
