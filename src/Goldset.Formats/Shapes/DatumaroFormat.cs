using System.Text.Json;
using Goldset.Formats.Archives;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>
/// DATUMARO: an archive with <c>annotations/default.json</c> and the images. An item for each task, with what all its annotations say;
/// attributes tell the annotation and who made it.
/// </summary>
internal sealed class DatumaroFormat : IExportFormat
{
    private const string Images = "images/default";

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "DATUMARO", "Image");
        var receipt = new ExportReceipt();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var list = new SpoolFile();
        using var items = new Utf8JsonWriter(list);
        var labels = new DatumaroLabels(new CategoryList(input.Config.Controls, input.ClassOrder));
        var names = new UnusedNames();
        var folder = new ImageFolder(zip, Images, ImageNaming.Hashed, input.DownloadResources, receipt);
        zip.AddFolder(Images);
        items.WriteStartArray();
        var reader = new MediaReader(input, media, address => ImageFolder.Opens(address, input.DownloadResources, measures: true));
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            if (task.Address is not { } address)
            {
                receipt.LeaveOut(LeftOutReason.NoFile, task.Items.Sum(item => item.RegionCount));
                continue;
            }

            var image = await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false);
            DatumaroItem.Write(items, task.Items, names.Take(MediaAddress.Stem(image.FileName)), image, labels, receipt);
            receipt.TasksOut++;
            await items.FlushAsync(cancellationToken).ConfigureAwait(false);
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        items.WriteEndArray();
        await items.FlushAsync(cancellationToken).ConfigureAwait(false);
        using (var entry = zip.Begin("annotations/default.json"))
        {
            System.Buffers.BuffersExtensions.Write(entry, "{\"info\":{},\"categories\":"u8);
            labels.Write(entry);
            System.Buffers.BuffersExtensions.Write(entry, ",\"items\":"u8);
            await entry.CopyAsync(list.Read(), cancellationToken).ConfigureAwait(false);
            System.Buffers.BuffersExtensions.Write(entry, "}\n"u8);
            entry.End();
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }
}
