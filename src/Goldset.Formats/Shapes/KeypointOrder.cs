using System.Globalization;
using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>The keypoint labels of a configuration and the order in which a skeleton has them.</summary>
internal sealed class KeypointOrder
{
    private KeypointOrder(IReadOnlyList<string> labels, IReadOnlyList<string> indexed) => (Labels, Indexed) = (labels, indexed);

    /// <summary>All labels, as the configuration has them.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Those with a whole <c>model_index</c>, by it.</summary>
    public IReadOnlyList<string> Indexed { get; }

    /// <summary>The order of a configuration; null when it has no keypoint labels.</summary>
    public static KeypointOrder? Of(LabelConfig config)
    {
        var controls = config.Controls.Where(IsKeypoints).ToList();
        if (controls.Count == 0)
        {
            return null;
        }

        var labels = controls.SelectMany(control => control.Labels).DistinctBy(label => label.Key, StringComparer.Ordinal).ToList();
        var indexed = labels
            .Select(label => (label.Key, Index: int.TryParse(label.Element.Attribute("model_index"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? index : (int?)null))
            .Where(label => label.Index is not null)
            .OrderBy(label => label.Index)
            .DistinctBy(label => label.Index)
            .Select(label => label.Key);
        return new KeypointOrder([.. labels.Select(label => label.Key)], [.. indexed]);
    }

    /// <summary>Whether a control places keypoints with labels.</summary>
    public static bool IsKeypoints(ControlTag control) => control.Type == "KeyPointLabels";
}
