using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Items;

/// <summary>
/// One line of work for every format but plain JSON: a task with one of its annotations, or an unannotated task. The
/// elements belong to the task's document and die with it; absent fields have <see cref="JsonValueKind.Undefined"/>.
/// </summary>
internal sealed class ExportItem
{
    public required JsonElement TaskId { get; init; }

    /// <summary>The task's <c>data</c> object; undefined if it has none.</summary>
    public required JsonElement Data { get; init; }

    public required JsonElement Agreement { get; init; }

    public bool IsAnnotated { get; init; }

    public JsonElement AnnotationId { get; init; }

    /// <summary>Who made the annotation: an address, or an id as it is written; undefined when not known.</summary>
    public JsonElement Annotator { get; init; }

    public JsonElement CreatedAt { get; init; }

    public JsonElement UpdatedAt { get; init; }

    public JsonElement LeadTime { get; init; }

    public JsonElement History { get; init; }

    /// <summary>What the annotation says, by control in order of first appearance.</summary>
    public IReadOnlyList<ControlOutput> Outputs { get; init; } = [];

    /// <summary>All regions, control by control.</summary>
    public IEnumerable<RegionValue> Regions => Outputs.SelectMany(output => output.Values);

    /// <summary>How many regions there are.</summary>
    public int RegionCount => Outputs.Sum(output => output.Values.Count);

    /// <summary>What files of its own are called after: <c>task-{id}-annotation-{id}</c>.</summary>
    public string FileStem => $"task-{Id(TaskId)}-annotation-{Id(AnnotationId)}";

    /// <summary>Who made the annotation, as text; null when not known.</summary>
    public string? AnnotatorText => Annotator.ValueKind switch
    {
        JsonValueKind.String => JsonStrings.Decode(Annotator),
        JsonValueKind.Number => Annotator.GetRawText(),
        _ => null,
    };

    private static string Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.Number => id.GetRawText(),
        JsonValueKind.String => JsonStrings.Decode(id).Replace('/', '-').Replace('\\', '-'),
        _ => "None",
    };
}

/// <summary>The values of one control, under the name the results carry (<c>labels_0</c> for a control in a Repeater).</summary>
internal sealed class ControlOutput(string name)
{
    public string Name => name;

    /// <summary>The values, in the order of the result.</summary>
    public List<RegionValue> Values { get; } = [];
}

/// <summary>One element of a result that takes part in conversions.</summary>
/// <param name="Tag">The control's tag as the configuration spells it, or <see cref="ChatMessage"/>.</param>
/// <param name="Value">The element's <c>value</c> object.</param>
/// <param name="OriginalWidth">Width of the labelled image in pixels, where the element has one.</param>
/// <param name="OriginalHeight">Height of the labelled image in pixels, where the element has one.</param>
/// <param name="Id">The element's id, where it has one.</param>
/// <param name="ParentId">The id of the region it belongs to, where it has one.</param>
internal readonly record struct RegionValue(
    string Tag,
    JsonElement Value,
    JsonElement OriginalWidth,
    JsonElement OriginalHeight,
    JsonElement Id = default,
    JsonElement ParentId = default)
{
    /// <summary>Stands for the tag of chat messages, which belong to an object, not to a control.</summary>
    public const string ChatMessage = "chatmessage";
}
