using System.Buffers;
using System.Globalization;
using System.Text;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Masks;

/// <summary>BRUSH_TO_NUMPY and BRUSH_TO_PNG: a file for each painted mask, in an archive unless there is but one.</summary>
/// <param name="single">What the only mask of an export is sent as.</param>
/// <param name="encode">Makes the file of a mask.</param>
internal sealed class BrushFilesFormat(ExportFileType single, Func<BrushMask, byte[]> encode) : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        (string Name, byte[] Content)? first = null;
        ZipWriter? zip = null;
        var names = new UnusedNames();
        try
        {
            await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
            {
                using var document = ItemReader.Parse(task);
                var before = receipt.RegionsOut;
                foreach (var item in items.Read(document.RootElement, receipt))
                {
                    foreach (var (name, content) in Files(item, names, receipt))
                    {
                        if (zip is null && first is null && !input.WithReport)
                        {
                            first = (name, content);
                            continue;
                        }

                        zip ??= Open(input, target, first);
                        zip.Add(name, content);
                        await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
                    }
                }

                receipt.TasksOut += receipt.RegionsOut > before ? 1 : 0;
            }

            if (zip is null && first is { } only)
            {
                var output = new ExportWriter(target(single));
                output.Write(only.Content);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                return receipt;
            }

            zip ??= Open(input, target, null);
            await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
            return receipt;
        }
        finally
        {
            zip?.Dispose();
        }
    }

    private static ZipWriter Open(ExportInput input, ExportTarget target, (string Name, byte[] Content)? first)
    {
        var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        if (first is var (name, content))
        {
            zip.Add(name, content);
        }

        return zip;
    }

    private IEnumerable<(string Name, byte[] Content)> Files(ExportItem item, UnusedNames names, ExportReceipt receipt)
    {
        var before = receipt.RegionsOut;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var output in item.Outputs)
        {
            foreach (var region in output.Values)
            {
                var shape = new Shape(region);
                if (region.Tag is not ("BrushLabels" or "Labels") || !BrushMask.Has(shape))
                {
                    receipt.LeaveOut(LeftOutReason.NotInFormat);
                }
                else if (BrushMask.Read(shape) is not { } mask)
                {
                    receipt.LeaveOut(LeftOutReason.BrokenMask);
                }
                else
                {
                    receipt.RegionsOut++;
                    yield return ($"{names.Take(NameOf(item, output.Name, region.Tag == "Labels" ? shape.Labels : shape.BrushLabels, counts))}.{single.Extension}", encode(mask));
                }
            }
        }

        receipt.AnnotationsOut += receipt.RegionsOut > before ? 1 : 0;
    }

    private static string NameOf(ExportItem item, string control, LabelList list, Dictionary<string, int> counts)
    {
        var texts = new List<string>();
        list.AddTo(texts);
        var labels = list.IsThere ? string.Join('-', texts) : "no_label";
        var what = $"{control}-{labels}".Replace('/', '-').Replace('\\', '-');
        var n = counts[what] = counts.GetValueOrDefault(what, -1) + 1;
        var who = string.Concat((item.AnnotatorText ?? "").EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '@' or '.'));
        return MediaAddress.FileName(string.Create(CultureInfo.InvariantCulture, $"{item.FileStem}-by-{who}-{what}-{n}"));
    }
}
