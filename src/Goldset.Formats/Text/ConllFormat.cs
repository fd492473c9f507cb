using System.Buffers;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Media;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Text;

/// <summary>CONLL2003: a line for each token with its tag, an empty line after each text.</summary>
internal sealed class ConllFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var media = TaskMedia.Of(input, "CONLL2003", "Text");
        var receipt = new ExportReceipt();
        var items = new ItemReader(input.Config);
        var output = new ExportWriter(target(ExportFileType.Conll));
        output.Write("-DOCSTART- -X- O\n"u8);
        await foreach (var task in input.Tasks.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            var found = items.Read(document.RootElement, receipt);
            // All items of a task are about one text.
            var text = found.Count > 0 && media.TextOf(found[0]) is { } given ? new TokenizedText(given) : null;
            foreach (var item in found)
            {
                Write(item, text, output, receipt);
            }

            receipt.TasksOut += found.Count > 0 ? 1 : 0;
            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    private static void Write(ExportItem item, TokenizedText? text, ExportWriter output, ExportReceipt receipt)
    {
        var labelled = item.Outputs.FirstOrDefault(control => control.Values[0].Tag == "Labels");
        foreach (var other in item.Outputs.Where(control => control != labelled))
        {
            receipt.LeaveOut(LeftOutReason.NotInFormat, other.Values.Count);
        }

        receipt.AnnotationsOut += item.IsAnnotated ? 1 : 0;
        if (text is null)
        {
            receipt.LeaveOut(LeftOutReason.NoFile, labelled?.Values.Count ?? 0);
            output.Write("\n"u8);
            return;
        }

        var tagger = new SpanTagger(labelled?.Values ?? [], receipt);
        foreach (var token in text.Tokens)
        {
            output.Write(token.Text);
            output.Write(" -X- _ "u8);
            output.Write(Encoding.UTF8.GetBytes(tagger.Next(token.First, token.Last)));
            output.Write("\n"u8);
        }

        tagger.Finish();
        output.Write("\n"u8);
    }
}

/// <summary>A text's tokens: their bytes, and the code points they begin and end at.</summary>
internal sealed class TokenizedText
{
    public TokenizedText(string text)
    {
        var (unit, point) = (0, 0);
        foreach (var token in PennTokenizer.Tokenize(text))
        {
            var first = PointAt(token.Start);
            var last = PointAt(token.Start + token.Length) - 1;
            Tokens.Add((Encoding.UTF8.GetBytes(text.Substring(token.Start, token.Length)), first, last));
        }

        int PointAt(int until)
        {
            for (; unit < until; unit++)
            {
                point += char.IsLowSurrogate(text[unit]) && unit > 0 && char.IsHighSurrogate(text[unit - 1]) ? 0 : 1;
            }

            return point;
        }
    }

    public List<(byte[] Text, int First, int Last)> Tokens { get; } = [];
}

/// <summary>Tags tokens one after the other: the span that begins first has them.</summary>
internal sealed class SpanTagger
{
    private readonly ExportReceipt _receipt;
    private readonly List<Span> _spans = [];
    private readonly bool _usable = true;
    private int _current;
    private string _prefix = "B-";

    public SpanTagger(IReadOnlyList<RegionValue> regions, ExportReceipt receipt)
    {
        _receipt = receipt;
        foreach (var region in regions)
        {
            var shape = new Shape(region);
            if (shape.Start is { } start && shape.End is { } end)
            {
                _spans.Add(new Span(start, end - 1, shape.Labels.First));
            }
            else
            {
                _usable = false;
            }
        }

        if (!_usable)
        {
            // One span without a place, and the original tags nothing of the text.
            receipt.LeaveOut(LeftOutReason.NoGeometry, regions.Count);
            _spans.Clear();
        }

        _spans = [.. _spans.OrderBy(span => span.Start)];
    }

    /// <summary>The tag of the token that covers these code points, both included.</summary>
    public string Next(int first, int last)
    {
        if (_spans.Count == 0)
        {
            return "O";
        }

        if (first > _spans[_current].Last)
        {
            while (_current + 1 < _spans.Count)
            {
                _current++;
                if (_spans[_current].Last >= first)
                {
                    break;
                }
            }

            _prefix = "B-";
        }

        var span = _spans[_current];
        if (last < span.Start || span.Label is null || first > span.Last)
        {
            return "O";
        }

        var tag = _prefix + span.Label;
        _prefix = "I-";
        span.IsWritten = true;
        return tag;
    }

    /// <summary>Accounts for the spans.</summary>
    public void Finish()
    {
        foreach (var span in _spans)
        {
            if (span.IsWritten)
            {
                _receipt.RegionsOut++;
            }
            else
            {
                _receipt.LeaveOut(span.Label is null ? LeftOutReason.NoLabel : LeftOutReason.NoToken);
            }
        }
    }

    private sealed class Span(double start, double last, string? label)
    {
        public double Start => start;

        public double Last => last;

        public string? Label => label;

        public bool IsWritten { get; set; }
    }
}
