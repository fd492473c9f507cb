using Goldset.Formats.Items;
using Goldset.Formats.Shapes;

namespace Goldset.Formats.Text;

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
