namespace Goldset.Labeling;

/// <summary>A part of a JSON text in UTF-8: where a value starts and how many bytes it has. Empty when the value is absent.</summary>
public readonly record struct JsonSlice(int Start, int Length)
{
    /// <summary>Whether the value is there.</summary>
    public bool IsPresent => Length > 0;

    /// <summary>The bytes of the value within <paramref name="json"/>.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => json.Slice(Start, Length);
}

/// <summary>Where the parts of one item of an import are, all relative to the item's first byte.</summary>
public struct TaskItem
{
    /// <summary>The item has no <c>data</c>: it is the task data itself, and every other member is part of it.</summary>
    public bool IsBare { get; internal set; }

    /// <summary>The task data: an object, or a list when the project asks for no fields.</summary>
    public JsonSlice Data { get; internal set; }

    /// <summary>The list of annotations.</summary>
    public JsonSlice Annotations { get; internal set; }

    /// <summary>The list of predictions. Its items are objects with a result, or anything that is no object.</summary>
    public JsonSlice Predictions { get; internal set; }

    /// <summary>The <c>meta</c> object or list.</summary>
    public JsonSlice Meta { get; internal set; }

    /// <summary>The <c>file_upload_id</c>, unchecked.</summary>
    public JsonSlice FileUploadId { get; internal set; }

    /// <summary>The <c>allow_skip</c> flag, unchecked.</summary>
    public JsonSlice AllowSkip { get; internal set; }

    /// <summary>The data has the nameless key <see cref="TaskDataValidator.UndefinedKey"/>.</summary>
    public bool HasUndefinedKey { get; internal set; }
}
