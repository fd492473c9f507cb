using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

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
        var columns = await FindColumnsAsync(items, input.Tasks, cancellationToken).ConfigureAwait(false);
        var receipt = new ExportReceipt();
        var output = new ExportWriter(target(ExportFileType.Csv));
        var writer = new TableWriter(output, (byte)separator);
        foreach (var name in columns.Names)
        {
            writer.Text(name);
        }

        writer.EndRow();
        var row = new Cell[columns.Names.Count];
        await foreach (var task in input.Tasks.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            foreach (var item in found)
            {
                Array.Clear(row);
                Fill(row, item, columns);
                Count(row, item, columns, receipt);
                Write(row, writer);
            }

            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static async Task<TableColumns> FindColumnsAsync(ItemReader items, ITaskSource tasks, CancellationToken cancellationToken)
    {
        var columns = new TableColumns();
        var uncounted = new ExportReceipt();
        await foreach (var task in tasks.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            foreach (var item in items.Read(document.RootElement, uncounted))
            {
                columns.Add(item);
            }
        }

        columns.Arrange();
        return columns;
    }

    /// <summary>Puts everything in its place. What comes later wins where names are the same.</summary>
    private static void Fill(Cell[] row, ExportItem item, TableColumns columns)
    {
        Set(columns.Place("id"), new(CellKind.Value, item.TaskId));
        if (item.Data.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in item.Data.EnumerateObject())
            {
                Set(columns.PlaceOfData(JsonStrings.Name(property)), new(CellKind.Value, property.Value));
            }
        }

        foreach (var output in item.Outputs)
        {
            Set(columns.Place(output.Name), new(CellKind.Control, Output: output));
            if (ChatTranscript.Has(output))
            {
                Set(columns.Place(TableColumns.Transcript(output.Name)), new(CellKind.Transcript, Output: output));
            }
        }

        Set(columns.Place("annotator"), new(CellKind.Annotator, item.Annotator));
        Set(columns.Place("annotation_id"), new(CellKind.Value, item.AnnotationId));
        Set(columns.Place("created_at"), new(CellKind.Value, item.CreatedAt));
        Set(columns.Place("updated_at"), new(CellKind.Value, item.UpdatedAt));
        Set(columns.Place("lead_time"), new(CellKind.Value, item.LeadTime));
        if (item.Agreement.ValueKind != JsonValueKind.Undefined)
        {
            Set(columns.Place("agreement"), new(CellKind.Value, item.Agreement));
        }

        if (TableColumns.HasHistory(item))
        {
            Set(columns.Place("history"), new(CellKind.Value, item.History));
        }

        void Set(int place, Cell cell)
        {
            if (place >= 0)
            {
                row[place] = cell;
            }
        }
    }

    private static void Count(Cell[] row, ExportItem item, TableColumns columns, ExportReceipt receipt)
    {
        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        foreach (var output in item.Outputs)
        {
            var place = columns.Place(output.Name);
            receipt.CountOutput(output, place < 0 ? LeftOutReason.SavedMeanwhile : row[place].Output == output ? null : LeftOutReason.ReservedName);
        }
    }

    private static void Write(Cell[] row, TableWriter writer)
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

    private enum CellKind
    {
        Value,
        Annotator,
        Control,
        Transcript,
    }

    private readonly record struct Cell(CellKind Kind, JsonElement Value = default, ControlOutput? Output = null);
}
