using System.Globalization;
using System.Text;
using Goldset.Formats.Archives;
using Goldset.Formats.Items;

namespace Goldset.Formats.Speech;

/// <summary>SRT, WEBVTT and RTTM: an archive with a file for each annotation of a recording.</summary>
internal sealed class TimedTextFormat(TimedText kind) : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var names = new UnusedNames();
        using var zip = new ZipWriter(new ExportWriter(target(ExportFileType.Zip)), input.At);
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var any = false;
            foreach (var item in items.Read(document.RootElement, receipt).Where(item => item.IsAnnotated))
            {
                var name = names.Take(Media.MediaAddress.FileName(item.FileStem));
                zip.Add($"{name}.{Ending}", Encoding.UTF8.GetBytes(Write(TimedRegion.Of(item, receipt), name, receipt)));
                receipt.AnnotationsOut++;
                any = true;
            }

            receipt.TasksOut += any ? 1 : 0;
            await zip.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await ReceiptReport.CompleteAsync(zip, input, receipt, cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private string Ending => kind switch { TimedText.Srt => "srt", TimedText.WebVtt => "vtt", _ => "rttm" };

    private string Write(List<TimedRegion> stretches, string name, ExportReceipt receipt)
    {
        var text = new StringBuilder(kind == TimedText.WebVtt ? "WEBVTT\n" : "");
        var number = 0;
        foreach (var stretch in stretches)
        {
            var isWritten = kind == TimedText.Rttm ? stretch.Label is not null : stretch.Text is not null;
            if (!isWritten)
            {
                receipt.LeaveOut(LeftOutReason.NotInFormat, stretch.TextRegions + stretch.LabelRegions);
                continue;
            }

            if (kind == TimedText.Rttm)
            {
                receipt.RegionsOut += stretch.LabelRegions;
                receipt.LeaveOut(LeftOutReason.NotInFormat, stretch.TextRegions);
                text.Append(CultureInfo.InvariantCulture, $"SPEAKER {name} 1 {stretch.Start:0.000} {stretch.End - stretch.Start:0.000} <NA> <NA> {Word(stretch.Label!)} <NA> <NA>\n");
            }
            else
            {
                receipt.RegionsOut += stretch.TextRegions + stretch.LabelRegions;
                AppendCue(text, stretch, ++number);
            }
        }

        return text.ToString();
    }

    private void AppendCue(StringBuilder text, TimedRegion stretch, int number)
    {
        // An empty line ends a cue.
        var lines = string.Join('\n', stretch.Text!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (kind == TimedText.Srt)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number}\n{Time(stretch.Start, ',')} --> {Time(stretch.End, ',')}\n");
            text.Append(stretch.Label is null ? "" : $"{stretch.Label}: ").Append(lines).Append("\n\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(stretch.Start, '.')} --> {Time(stretch.End, '.')}\n");
            text.Append(stretch.Label is null ? "" : $"<v {Escape(stretch.Label.ReplaceLineEndings(" "))}>").Append(Escape(lines)).Append('\n');
        }
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Fields of RTTM are separated by blanks.</summary>
    private static string Word(string label) => string.Join('_', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } word ? word : "<NA>";

    private static string Time(double seconds, char point)
    {
        var milliseconds = (long)Math.Min(Math.Round(seconds * 1000), 1e15);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{point}{milliseconds % 1000:000}");
    }
}
