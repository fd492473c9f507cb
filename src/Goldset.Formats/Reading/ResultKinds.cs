using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Reading;

/// <summary>What elements of results say about the controls that made them.</summary>
internal static class ResultKinds
{
    private static readonly Dictionary<string, (string Tag, string? Object)> Tags = new(StringComparer.Ordinal)
    {
        ["rectanglelabels"] = ("RectangleLabels", "Image"),
        ["ellipselabels"] = ("EllipseLabels", "Image"),
        ["polygonlabels"] = ("PolygonLabels", "Image"),
        ["keypointlabels"] = ("KeyPointLabels", "Image"),
        ["brushlabels"] = ("BrushLabels", "Image"),
        ["bitmasklabels"] = ("BitmaskLabels", "Image"),
        ["vectorlabels"] = ("VectorLabels", "Image"),
        ["rectangle"] = ("Rectangle", "Image"),
        ["ellipse"] = ("Ellipse", "Image"),
        ["polygon"] = ("Polygon", "Image"),
        ["keypoint"] = ("KeyPoint", "Image"),
        ["brush"] = ("Brush", "Image"),
        ["hypertextlabels"] = ("HyperTextLabels", "HyperText"),
        ["paragraphlabels"] = ("ParagraphLabels", "Paragraphs"),
        ["timeserieslabels"] = ("TimeSeriesLabels", "TimeSeries"),
        ["timelinelabels"] = ("TimelineLabels", "Video"),
        ["videorectangle"] = ("VideoRectangle", "Video"),
        ["labels"] = ("Labels", null),
        ["choices"] = ("Choices", null),
        ["taxonomy"] = ("Taxonomy", null),
        ["textarea"] = ("TextArea", null),
        ["number"] = ("Number", null),
        ["datetime"] = ("DateTime", null),
        ["rating"] = ("Rating", null),
    };

    /// <summary>The tag of the control that writes results of a type, and the object it is about where that is always the same one; null for types nobody can derive.</summary>
    public static (string Tag, string? Object)? TagOf(string type) => Tags.TryGetValue(type, out var found) ? found : null;

    /// <summary>The type of a value: the key its labels have. Null when it has none.</summary>
    public static string? TypeOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in value.EnumerateObject())
        {
            var name = JsonStrings.Name(property);
            if (name != "labels" && property.Value.ValueKind == JsonValueKind.Array && Tags.ContainsKey(name))
            {
                return name;
            }
        }

        return JsonStrings.Find(value, "labels"u8).ValueKind == JsonValueKind.Array ? "labels" : null;
    }

    /// <summary>What a value of a task's data is shown by, to judge by its ending.</summary>
    public static string ObjectOf(string text)
    {
        var end = text.IndexOfAny(['?', '#']);
        return Path.GetExtension(end < 0 ? text : text[..end]).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" or ".png" or ".gif" or ".bmp" or ".webp" or ".svg" or ".tif" or ".tiff" => "Image",
            ".wav" or ".mp3" or ".ogg" or ".flac" or ".m4a" => "Audio",
            ".mp4" or ".webm" or ".mov" or ".avi" => "Video",
            _ => "Text",
        };
    }

    /// <summary>Notes the labels that an element of a result carries.</summary>
    public static void UseLabels(ImpliedControl control, JsonElement value, string type)
    {
        if (value.ValueKind != JsonValueKind.Object || type is "textarea" or "number" or "datetime" or "rating")
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array && (JsonStrings.Name(property) == type || (type == "videorectangle" && JsonStrings.IsNamed(property, "labels"u8))))
            {
                Use(control, property.Value, isPath: type == "taxonomy");
            }
        }
    }

    private static void Use(ImpliedControl control, JsonElement list, bool isPath)
    {
        foreach (var label in list.EnumerateArray())
        {
            if (label.ValueKind == JsonValueKind.String)
            {
                control.Use(JsonStrings.Decode(label));
            }
            else if (isPath && label.ValueKind == JsonValueKind.Array)
            {
                Use(control, label, isPath: false);
            }
        }
    }
}
