using Goldset.Formats.Items;
using Goldset.Formats.Shapes;
using Goldset.Labeling;

namespace Goldset.Formats.Speech;

/// <summary>A stretch of a recording, put together from the regions that share its id.</summary>
internal sealed class TimedRegion
{
    public required double Start { get; init; }

    public required double End { get; init; }

    /// <summary>What was heard; null when nobody wrote it.</summary>
    public string? Text { get; set; }

    /// <summary>Who or what was heard: the first label; null without one.</summary>
    public string? Label { get; set; }

    /// <summary>Regions that gave the text.</summary>
    public int TextRegions { get; set; }

    /// <summary>Regions that gave the label.</summary>
    public int LabelRegions { get; set; }

    /// <summary>The stretches of an item, by their start. Regions that are no stretch are counted as left out.</summary>
    public static List<TimedRegion> Of(ExportItem item, ExportReceipt receipt)
    {
        var stretches = new OrderedDictionary<string, TimedRegion>(StringComparer.Ordinal);
        foreach (var region in item.Regions)
        {
            var shape = new Shape(region);
            var text = region.Tag == "TextArea" ? string.Join('\n', All(shape.Text)) : "";
            var label = shape.Labels.First;
            if (text.Length == 0 && label is null)
            {
                receipt.LeaveOut(region.Tag == "Labels" ? LeftOutReason.NoLabel : LeftOutReason.NotInFormat);
            }
            else if (shape.Start is not { } start || shape.End is not { } end || start < 0 || end < start)
            {
                receipt.LeaveOut(LeftOutReason.NoGeometry);
            }
            else
            {
                var id = region.Id.ValueKind == System.Text.Json.JsonValueKind.String ? JsonStrings.Decode(region.Id) : $"\0{stretches.Count}";
                if (!stretches.TryGetValue(id, out var stretch))
                {
                    stretches[id] = stretch = new TimedRegion { Start = start, End = end };
                }

                if (text.Length > 0)
                {
                    stretch.Text = stretch.Text is null ? text : $"{stretch.Text}\n{text}";
                    stretch.TextRegions++;
                }
                else
                {
                    stretch.Label ??= label;
                    stretch.LabelRegions++;
                }
            }
        }

        return [.. stretches.Values.OrderBy(stretch => stretch.Start).ThenBy(stretch => stretch.End)];
    }

    private static List<string> All(LabelList texts)
    {
        var all = new List<string>();
        texts.AddTo(all);
        return all;
    }
}
