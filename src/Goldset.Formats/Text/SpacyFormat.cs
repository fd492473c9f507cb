using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Text;

/// <summary>
/// SPACY: a line for each item with the JSON of a spaCy document, which <c>Doc.from_json</c> reads and <c>DocBin</c> stores. Spans that
/// do not overlap are entities, all spans are in the group <c>sc</c>, choices are categories.
/// </summary>
internal sealed class SpacyFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "SPACY", "Text");
        var choices = input.Config.Controls.Where(control => control.Type == "Choices").ToDictionary(control => control.Name, control => control.Labels.Select(label => label.Key).ToList(), StringComparer.Ordinal);
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var output = new ExportWriter(target(ExportFileType.JsonLines));
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await using (writer.ConfigureAwait(false))
        {
            await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
            {
                using var document = ItemReader.Parse(task);
                var found = items.Read(document.RootElement, receipt);
                var text = found.Count > 0 ? media.TextOf(found[0]) : null;
                foreach (var item in found)
                {
                    if (text is null)
                    {
                        receipt.LeaveOut(LeftOutReason.NoFile, item.RegionCount);
                        continue;
                    }

                    Write(item, text, choices, writer, receipt);
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                    System.Buffers.BuffersExtensions.Write(output, "\n"u8);
                    writer.Reset();
                }

                receipt.TasksOut += found.Count > 0 && text is not null ? 1 : 0;
                await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(ExportItem item, string text, Dictionary<string, List<string>> choices, Utf8JsonWriter writer, ExportReceipt receipt)
    {
        var length = text.EnumerateRunes().Count();
        var spans = new List<Span>();
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in item.Regions)
        {
            var shape = new Shape(region);
            if (region.Tag == "Choices")
            {
                var names = new List<string>();
                shape.Choices.AddTo(names);
                chosen.UnionWith(names);
                receipt.RegionsOut++;
            }
            else if (shape.Labels.First is not { } label)
            {
                receipt.LeaveOut(region.Tag == "Labels" ? LeftOutReason.NoLabel : LeftOutReason.NotInFormat);
            }
            else if (shape.Start is not { } start || shape.End is not { } end || !double.IsInteger(start) || !double.IsInteger(end) || start < 0 || end <= start || end > length)
            {
                receipt.LeaveOut(LeftOutReason.NoGeometry);
            }
            else
            {
                spans.Add(new Span((int)start, (int)end, label));
                receipt.RegionsOut++;
            }
        }

        spans = [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.End)];
        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        writer.WriteStartObject();
        writer.WriteString("text"u8, text);
        WriteSpans(writer, "ents"u8, WithoutOverlap(spans));
        writer.WriteStartObject("spans"u8);
        WriteSpans(writer, "sc"u8, spans);
        writer.WriteEndObject();
        writer.WriteStartObject("cats"u8);
        foreach (var name in choices.Values.SelectMany(names => names).Concat(chosen).Distinct(StringComparer.Ordinal))
        {
            writer.WriteNumber(name, chosen.Contains(name) && item.IsAnnotated ? 1.0 : 0.0);
        }

        writer.WriteEndObject();
        WriteTokens(writer, text, spans);
        writer.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<Span> spans)
    {
        writer.WriteStartArray(name);
        foreach (var span in spans)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start"u8, span.Start);
            writer.WriteNumber("end"u8, span.End);
            writer.WriteString("label"u8, span.Label);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static List<Span> WithoutOverlap(List<Span> spans)
    {
        var apart = new List<Span>();
        foreach (var span in spans.Where(span => apart.Count == 0 || span.Start >= apart[^1].End))
        {
            apart.Add(span);
        }

        return apart;
    }

    /// <summary>Tokens end where spans begin and end, so that every span can be told by its tokens.</summary>
    private static void WriteTokens(Utf8JsonWriter writer, string text, List<Span> spans)
    {
        var cuts = spans.SelectMany(span => (int[])[span.Start, span.End]).ToHashSet();
        writer.WriteStartArray("tokens"u8);
        var id = 0;
        foreach (var (_, first, last) in new TokenizedText(text).Tokens)
        {
            var start = first;
            for (var at = first + 1; at <= last + 1; at++)
            {
                if (at <= last && !cuts.Contains(at))
                {
                    continue;
                }

                writer.WriteStartObject();
                writer.WriteNumber("id"u8, id++);
                writer.WriteNumber("start"u8, start);
                writer.WriteNumber("end"u8, at);
                writer.WriteEndObject();
                start = at;
            }
        }

        writer.WriteEndArray();
    }

    private readonly record struct Span(int Start, int End, string Label);
}
