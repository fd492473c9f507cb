using System.Buffers;
using System.Text;
using Goldset.Formats.Archives;
using Goldset.Formats.Json;
using Goldset.Formats.Media;

namespace Goldset.Formats.Shapes;

/// <summary>
/// YOLO: an archive with a text file of lines for each image, the classes, and on demand the images. With <paramref name="oriented"/>
/// rectangles are written by their corners, turned.
/// </summary>
internal sealed class YoloFormat(bool oriented, bool withImages) : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "YOLO", "Image");
        var receipt = new ExportReceipt();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var labels = new ReplaceableFiles();
        var keypoints = KeypointOrder.Of(input.Config);
        var categories = new CategoryList(
            keypoints is null ? input.Config.Controls : [.. input.Config.Controls.Where(control => control.Type == "RectangleLabels")],
            keypoints is null ? input.ClassOrder : ClassOrder.Config);
        IYoloLines lines = keypoints is null ? new YoloShapes(categories, oriented) : new YoloSkeletons(categories, keypoints);
        var folder = new ImageFolder(zip, "images", ImageNaming.Hashed, withImages, receipt);
        zip.AddFolder("images");
        var content = new ArrayBufferWriter<byte>();
        var reader = new MediaReader(input, media, address => ImageFolder.Opens(address, withImages, measures: false));
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            if (task.Address is not { } address)
            {
                receipt.LeaveOut(LeftOutReason.NoFile, task.Items.Sum(item => item.RegionCount));
                continue;
            }

            var image = await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false);
            var file = $"labels/{MediaAddress.Stem(image.FileName)}.txt";
            foreach (var item in task.Items)
            {
                content.ResetWrittenCount();
                var before = receipt.RegionsOut;
                lines.Write(item, content, receipt);
                labels.Add(file, content.WrittenSpan, (int)(receipt.RegionsOut - before), placeholder: item.RegionCount == 0);
                receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
            }

            receipt.TasksOut++;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        zip.AddFolder("labels");
        await labels.WriteAsync(zip, receipt, cancellationToken).ConfigureAwait(false);
        zip.Add("classes.txt", Encoding.UTF8.GetBytes(string.Concat(categories.All.Select(category => category.Name + "\n"))));
        zip.Add("notes.json", Notes(input, categories, keypoints));
        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static ReadOnlySpan<byte> Notes(ExportInput input, CategoryList categories, KeypointOrder? keypoints)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new JsonTextWriter(buffer, indented: true);
        writer.StartObject();
        writer.Name("categories");
        writer.StartArray();
        foreach (var category in categories.All)
        {
            writer.StartObject();
            writer.Name("id");
            writer.Number(category.Id);
            writer.Name("name");
            writer.Text(category.Name);
            if (keypoints is not null)
            {
                writer.Name("keypoints");
                writer.StartArray();
                foreach (var label in keypoints.Labels)
                {
                    writer.Text(label);
                }

                writer.EndArray();
            }

            writer.EndObject();
        }

        writer.EndArray();
        writer.Name("info");
        writer.StartObject();
        writer.Name("year");
        writer.Number(input.At.Year);
        writer.Name("version");
        writer.Text("1.0");
        writer.Name("contributor");
        writer.Text("Label Studio");
        writer.EndObject();
        writer.EndObject();
        return buffer.WrittenSpan;
    }
}
