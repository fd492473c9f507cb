using Goldset.Formats.Archives;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>COCO: an archive with <c>result.json</c> and, on demand, the images. The lists of images and of annotations wait in files, not in memory.</summary>
internal sealed class CocoFormat(bool withImages) : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "COCO", "Image");
        await KeypointOrder.CheckAsync(input, cancellationToken).ConfigureAwait(false);
        var receipt = new ExportReceipt();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var document = new CocoDocument(input);
        var folder = new ImageFolder(zip, "images", ImageNaming.Hashed, withImages, receipt);
        zip.AddFolder("images");
        var reader = new MediaReader(input, media, address => ImageFolder.Opens(address, withImages, measures: true));
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            if (task.Address is not { } address)
            {
                receipt.LeaveOut(LeftOutReason.NoFile, task.Items.Sum(item => item.RegionCount));
                continue;
            }

            var image = await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false);
            var any = false;
            foreach (var item in task.Items)
            {
                any |= document.Add(item, image, receipt);
            }

            receipt.TasksOut += any ? 1 : 0;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        using (var entry = zip.Begin("result.json"))
        {
            await document.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
            entry.End();
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }
}
