using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Tables;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>TIMESERIES_CSV: a table with a row for each labelled stretch of a time series.</summary>
internal sealed class TimeSeriesFormat : IExportFormat
{
    private static readonly string[] Columns = ["task_id", "annotation_id", "annotator", "control", "label", "start", "end", "instant", "region_id"];

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var output = new ExportWriter(target(ExportFileType.Csv));
        var writer = new TableWriter(output, (byte)',');
        foreach (var column in Columns)
        {
            writer.Text(column);
        }

        writer.EndRow();
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            foreach (var item in found.Where(item => item.IsAnnotated))
            {
                receipt.AnnotationsOut++;
                Write(item, writer, receipt);
            }

            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(ExportItem item, TableWriter writer, ExportReceipt receipt)
    {
        foreach (var output in item.Outputs)
        {
            foreach (var region in output.Values)
            {
                if (Write(item, output.Name, region, writer) is { } reason)
                {
                    receipt.LeaveOut(reason);
                }
                else
                {
                    receipt.RegionsOut++;
                }
            }
        }
    }

    /// <summary>Writes a row for each label of a region; why there is none, or null.</summary>
    private static LeftOutReason? Write(ExportItem item, string control, in RegionValue region, TableWriter writer)
    {
        if (region.Tag != "TimeSeriesLabels")
        {
            return LeftOutReason.NotInFormat;
        }

        // Times are as the series has them: numbers, or texts in its own format.
        var (start, end) = (JsonStrings.Find(region.Value, "start"u8), JsonStrings.Find(region.Value, "end"u8));
        if (!IsTime(start) || !IsTime(end))
        {
            return LeftOutReason.NoGeometry;
        }

        var labels = new List<string>();
        new Shapes.LabelList(JsonStrings.Find(region.Value, "timeserieslabels"u8)).AddTo(labels);
        foreach (var label in labels)
        {
            writer.Value(item.TaskId);
            writer.Value(item.AnnotationId);
            writer.Text(item.AnnotatorText ?? "");
            writer.Text(control);
            writer.Text(label);
            writer.Value(start);
            writer.Value(end);
            writer.Value(JsonStrings.Find(region.Value, "instant"u8));
            writer.Value(region.Id);
            writer.EndRow();
        }

        return labels.Count == 0 ? LeftOutReason.NoLabel : null;
    }

    private static bool IsTime(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String;
}
