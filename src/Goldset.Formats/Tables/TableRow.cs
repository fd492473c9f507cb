using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Labeling;

namespace Goldset.Formats.Tables;

/// <summary>Fills the rows of tables, whatever they are written as.</summary>
internal static class TableRow
{
    /// <summary>The columns that the items of all tasks need.</summary>
    public static async Task<TableColumns> FindColumnsAsync(ItemReader items, ITaskSource tasks, CancellationToken cancellationToken)
    {
        var columns = new TableColumns();
        var uncounted = new ExportReceipt();
        await foreach (var task in tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
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

    /// <summary>Puts everything of an item in its place, and counts its regions. What comes later wins where names are the same.</summary>
    public static void Fill(TableCell[] row, ExportItem item, TableColumns columns, ExportReceipt receipt)
    {
        Array.Clear(row);
        Set(columns.Place("id"), new(CellKind.Value, item.TaskId));
        if (item.Data.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in item.Data.EnumerateObject())
            {
                Set(columns.PlaceOfData(property), new(CellKind.Value, property.Value));
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

        Count(row, item, columns, receipt);

        void Set(int place, TableCell cell)
        {
            if (place >= 0)
            {
                row[place] = cell;
            }
        }
    }

    private static void Count(TableCell[] row, ExportItem item, TableColumns columns, ExportReceipt receipt)
    {
        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        foreach (var output in item.Outputs)
        {
            var place = columns.Place(output.Name);
            receipt.CountOutput(output, place < 0 ? LeftOutReason.SavedMeanwhile : row[place].Output == output ? null : LeftOutReason.ReservedName);
        }
    }
}

/// <summary>What a cell shows.</summary>
internal enum CellKind
{
    Value,
    Annotator,
    Control,
    Transcript,
}

/// <summary>A cell of a table, before it is written.</summary>
internal readonly record struct TableCell(CellKind Kind, JsonElement Value = default, ControlOutput? Output = null);
