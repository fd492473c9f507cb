using System.Globalization;
using Goldset.Formats.Items;
using Goldset.Labeling;

namespace Goldset.Formats.Shapes;

/// <summary>The keypoint labels of a configuration and the order in which a skeleton has them.</summary>
internal sealed class KeypointOrder
{
    private const string NoOrder = """
        No keypoint order found. Please ensure that KeyPointLabels in your label config have 'model_index' attributes defined. For example:
        <KeyPointLabels name="keypoints" toName="image">
          <Label value="eye" model_index="0"/>
          <Label value="nose" model_index="1"/>
        </KeyPointLabels>
        """;

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

    /// <summary>Refuses keypoints that have no order.</summary>
    /// <exception cref="UnfitFormatException">There are some, and no label has a <c>model_index</c>.</exception>
    public static async Task CheckAsync(ExportInput input, CancellationToken cancellationToken)
    {
        if (Of(input.Config) is not { Indexed: [] })
        {
            return;
        }

        var items = new ItemReader(input.Config);
        await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
        {
            using var document = ItemReader.Parse(task);
            if (items.Read(document.RootElement, new ExportReceipt()).Any(item => item.Regions.Any(region => new Shape(region).KeypointLabels.First is not null)))
            {
                throw new UnfitFormatException(NoOrder);
            }
        }
    }

    /// <summary>Whether a control places keypoints with labels.</summary>
    public static bool IsKeypoints(ControlTag control) => control.Type == "KeyPointLabels";
}
