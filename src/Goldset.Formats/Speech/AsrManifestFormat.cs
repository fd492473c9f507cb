using System.Text.Encodings.Web;
using System.Text.Json;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Speech;

/// <summary>ASR_MANIFEST: an archive with the recordings and <c>manifest.json</c>, a line for each transcript.</summary>
internal sealed class AsrManifestFormat : IExportFormat
{
    private const string Audio = "audio";

    private static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Create(new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.BasicLatin)) };

    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "ASR_MANIFEST", "Audio", "AudioPlus");
        var receipt = new ExportReceipt();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        using var manifest = new SpoolFile();
        var folder = new ImageFolder(zip, Audio, ImageNaming.Plain, input.DownloadResources, receipt);
        var durations = new Dictionary<string, double?>(StringComparer.Ordinal);
        zip.AddFolder(Audio);
        var reader = new MediaReader(input, media, address => ImageFolder.Opens(address, input.DownloadResources, measures: false));
        await foreach (var task in reader.ReadAsync(receipt, cancellationToken).ConfigureAwait(false))
        {
            var seconds = default(double?);
            var file = default(ImageFile);
            if (task.Address is { } address)
            {
                file = await folder.TakeAsync(address, task, cancellationToken).ConfigureAwait(false);
                if (task.File is not null)
                {
                    durations[file.Name] = await WaveFile.SecondsAsync(task.File, cancellationToken).ConfigureAwait(false);
                }

                seconds = durations.GetValueOrDefault(file.Name);
            }

            var before = receipt.AnnotationsOut;
            foreach (var item in task.Items)
            {
                Write(item, file.Name, seconds, manifest, receipt);
            }

            receipt.TasksOut += receipt.AnnotationsOut > before ? 1 : 0;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        using (var entry = zip.Begin("manifest.json"))
        {
            await entry.CopyAsync(manifest.Read(), cancellationToken).ConfigureAwait(false);
            entry.End();
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(ExportItem item, string path, double? seconds, SpoolFile manifest, ExportReceipt receipt)
    {
        var transcript = item.Outputs.FirstOrDefault(output => JsonStrings.Find(output.Values[0].Value, "text"u8).ValueKind is JsonValueKind.Array or JsonValueKind.String);
        var text = transcript is null ? null : new Shape(transcript.Values[0]).Text.First;
        if (seconds is not { } duration || text is null)
        {
            receipt.LeaveOut(seconds is null ? LeftOutReason.NoFile : LeftOutReason.NotInFormat, item.RegionCount);
            return;
        }

        using (var writer = new Utf8JsonWriter(manifest, Ascii))
        {
            writer.WriteStartObject();
            writer.WriteString("audio_filepath", path);
            writer.WriteNumber("duration", duration);
            writer.WriteString("text", text);
            writer.WriteString("annotator", item.AnnotatorText ?? "");
            writer.WriteEndObject();
        }

        System.Buffers.BuffersExtensions.Write(manifest, "\n"u8);
        receipt.AnnotationsOut++;
        receipt.RegionsOut++;
        receipt.LeaveOut(LeftOutReason.NotInFormat, item.RegionCount - 1);
    }
}
