using System.Text.Json;

namespace Goldset.Formats.Items;

/// <summary>
/// One line of work for every format but plain JSON: a task with one of its annotations, or an unannotated task. The
/// elements belong to the task's document and die with it; absent fields have <see cref="JsonValueKind.Undefined"/>.
/// </summary>
/// <param name="task">The task object.</param>
/// <param name="annotation">The annotation object; undefined for an unannotated task.</param>
/// <param name="outputs">What the annotation says, by control in order of first appearance.</param>
internal sealed class ExportItem(JsonElement task, JsonElement annotation, IReadOnlyList<ControlOutput> outputs)
{
    public JsonElement TaskId => Field(task, "id"u8);

    /// <summary>The task's <c>data</c> object; undefined if it has none.</summary>
    public JsonElement Data => Field(task, "data"u8) is { ValueKind: JsonValueKind.Object } data ? data : default;

    public JsonElement Agreement => Field(task, "agreement"u8);

    public bool IsAnnotated => annotation.ValueKind == JsonValueKind.Object;

    public JsonElement AnnotationId => Field(annotation, "id"u8);

    public JsonElement CreatedAt => Field(annotation, "created_at"u8);

    public JsonElement UpdatedAt => Field(annotation, "updated_at"u8);

    public JsonElement LeadTime => Field(annotation, "lead_time"u8);

    public JsonElement History => Field(annotation, "history"u8);

    /// <summary>Who made the annotation: an address, or an id as it is written; undefined when not known.</summary>
    public JsonElement Annotator
    {
        get
        {
            var author = Field(annotation, "completed_by"u8);
            author = author.ValueKind == JsonValueKind.Object ? Field(author, "email"u8) : author;
            return author.ValueKind is JsonValueKind.String or JsonValueKind.Number ? author : default;
        }
    }

    public IReadOnlyList<ControlOutput> Outputs => outputs;

    /// <summary>A field the server wrote, so its name is plain; undefined if it is absent.</summary>
    public static JsonElement Field(JsonElement owner, ReadOnlySpan<byte> name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : default;
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
internal readonly record struct RegionValue(string Tag, JsonElement Value, JsonElement OriginalWidth, JsonElement OriginalHeight)
{
    /// <summary>Stands for the tag of chat messages, which belong to an object, not to a control.</summary>
    public const string ChatMessage = "chatmessage";
}
