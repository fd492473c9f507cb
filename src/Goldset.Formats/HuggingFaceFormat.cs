using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;

namespace Goldset.Formats;

/// <summary>
/// HUGGINGFACE: an archive that the <c>datasets</c> library loads. Images are a folder of images with <c>metadata.jsonl</c>, everything
/// else is <c>data/train.jsonl</c>; a dataset card says so.
/// </summary>
internal sealed class HuggingFaceFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var isImages = input.Config.Controls.SelectMany(control => control.ToNames).Any(name => input.Config.FindObject(name)?.Type == "Image");
        var receipt = new ExportReceipt();
        var media = isImages ? TaskMedia.Of(input, "HUGGINGFACE", "Image") : null;
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var rows = new SpoolFile();
        zip.Add("README.md", Encoding.UTF8.GetBytes(CardOf(isImages)));
        if (media is not null)
        {
            await WriteImagesAsync(input, media, zip, rows, receipt, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await WriteRowsAsync(input, rows, receipt, cancellationToken).ConfigureAwait(false);
        }

        using (var entry = zip.Begin(isImages ? "train/metadata.jsonl" : "data/train.jsonl"))
        {
            await entry.CopyAsync(rows.Read(), cancellationToken).ConfigureAwait(false);
            entry.End();
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static string CardOf(bool isImages) => isImages
        ? """
          ---
          configs:
          - config_name: default
            data_dir: train
            drop_labels: true
          ---

          A row for each image. Load it with `load_dataset("imagefolder", data_dir="…")`.

          """
        : """
          ---
          configs:
          - config_name: default
            data_files:
            - split: train
              path: data/train.jsonl
          ---

          A row for each annotation. Load it with `load_dataset("…")`.

          """;

    private static async Task WriteImagesAsync(ExportInput input, TaskMedia media, ZipWriter zip, SpoolFile rows, ExportReceipt receipt, CancellationToken cancellationToken)
    {
        var folder = new ImageFolder(zip, "train", ImageNaming.Hashed, takesAlong: true, receipt);
        var written = new HashSet<UInt128>();
        var reader = new MediaReader(input, media, _ => true);
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            var image = task.Address is { } address ? await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false) : default;
            if (task.Address is null || image.Name == task.Address.Text)
            {
                receipt.LeaveOut(LeftOutReason.NoFile, task.Items.Sum(item => item.RegionCount));
                continue;
            }

            // The library knows one row for each file: the newest annotation of the first task that has it.
            var others = written.Add(task.Address.Key) ? task.Items.Skip(1) : task.Items;
            receipt.LeaveOut(LeftOutReason.Superseded, others.Sum(item => item.RegionCount));
            if (others.Count() < task.Items.Count)
            {
                WriteRow(task.Items[0], image.FileName, rows, receipt);
                receipt.TasksOut++;
            }

            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task WriteRowsAsync(ExportInput input, SpoolFile rows, ExportReceipt receipt, CancellationToken cancellationToken)
    {
        var items = new ItemReader(input.Config);
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            foreach (var item in found)
            {
                WriteRow(item, null, rows, receipt);
            }

            receipt.TasksOut += found.Count > 0 ? 1 : 0;
        }
    }

    private static void WriteRow(ExportItem item, string? file, SpoolFile rows, ExportReceipt receipt)
    {
        var writer = new JsonTextWriter(rows, indented: false);
        writer.StartObject();
        if (file is not null)
        {
            writer.Name("file_name"u8);
            writer.Text(file);
        }

        Value(writer, "task_id"u8, item.TaskId);
        Value(writer, "annotation_id"u8, item.AnnotationId);
        writer.Name("annotator"u8);
        if (item.AnnotatorText is { } who)
        {
            writer.Text(who);
        }
        else
        {
            writer.Null();
        }

        writer.Name("data"u8);
        // Datasets need the same columns in all rows, so what differs from task to task is a text.
        writer.Text(item.Data.ValueKind == JsonValueKind.Object ? item.Data.GetRawText() : "{}");
        if (file is not null)
        {
            WriteObjects(item, writer);
        }

        writer.Name("result"u8);
        writer.Text(ResultOf(item));
        writer.EndObject();
        rows.Write("\n"u8);
        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        receipt.RegionsOut += item.RegionCount;
    }

    /// <summary>The rectangles as columns, in pixels, as detectors read them.</summary>
    private static void WriteObjects(ExportItem item, JsonTextWriter writer)
    {
        var found = new List<(Box Box, string Label)>();
        foreach (var region in item.Regions)
        {
            var shape = new Shape(region);
            if ((shape.RectangleLabels.First ?? shape.Labels.First) is { } label && shape.Box is { } box && shape.ImageSize is { } size)
            {
                found.Add((box.InPixels(size.Width, size.Height), label));
            }
        }

        writer.Name("objects"u8);
        writer.StartObject();
        writer.Name("bbox"u8);
        writer.StartArray();
        foreach (var (box, _) in found)
        {
            writer.StartArray();
            writer.Number(box.X);
            writer.Number(box.Y);
            writer.Number(box.Width);
            writer.Number(box.Height);
            writer.EndArray();
        }

        writer.EndArray();
        writer.Name("categories"u8);
        writer.StartArray();
        foreach (var (_, label) in found)
        {
            writer.Text(label);
        }

        writer.EndArray();
        writer.EndObject();
    }

    /// <summary>All that the annotation says, a key for each control, as JSON.</summary>
    private static string ResultOf(ExportItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new JsonTextWriter(buffer, indented: false);
        writer.StartObject();
        foreach (var output in item.Outputs)
        {
            writer.Name(output.Name);
            ControlText.Write(output, writer);
        }

        writer.EndObject();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Value(JsonTextWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.Name(name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.Null();
        }
        else
        {
            writer.Value(JsonMarshal.GetRawUtf8Value(value));
        }
    }
}
