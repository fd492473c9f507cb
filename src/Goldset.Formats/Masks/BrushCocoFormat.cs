using System.Text.Json;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Masks;

/// <summary>BRUSH_TO_COCO: an archive with <c>result_coco.json</c>, in which painted masks are polygons.</summary>
internal sealed class BrushCocoFormat : IExportFormat
{
    private static readonly string[] ImageEndings = [".jpg", ".jpeg", ".png", ".gif", ".bmp"];

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        zip.AddFolder("images");
        using var document = new BrushCocoDocument(input.At);
        long number = 0;
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var json = ItemReader.Parse(task);
            var any = false;
            foreach (var item in items.Read(json.RootElement, receipt))
            {
                var image = number++;
                if (AddressOf(item) is { } address)
                {
                    any |= document.Add(item, image, address, receipt);
                }
                else
                {
                    receipt.LeaveOut(LeftOutReason.NoFile, item.RegionCount);
                }
            }

            receipt.TasksOut += any ? 1 : 0;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        using (var entry = zip.Begin("result_coco.json"))
        {
            await document.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
            entry.End();
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>The first text of the data that looks like the address of an image.</summary>
    private static string? AddressOf(ExportItem item)
    {
        if (item.Data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in item.Data.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && JsonStrings.Decode(property.Value) is var text
                && ImageEndings.Any(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                return text;
            }
        }

        return null;
    }
}
