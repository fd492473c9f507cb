using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>The structure the <c>value</c> of a result element must have, by its type.</summary>
internal readonly struct ResultValueRules(LabelConfig config, ControlTag control, string type)
{
    public bool Fits(JsonElement value) => value.ValueKind == JsonValueKind.Object && StructureFits(value) && LabelsFit(value);

    /// <summary>The members of a rectangle outside 0..100 as text, e.g. <c>x 120, width -5</c>.</summary>
    public static string OutOfBounds(JsonElement value)
    {
        var parts = new List<string>();
        foreach (var name in (string[])["x", "y", "width", "height"])
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number
                && number.GetDouble() is < 0 or > 100)
            {
                parts.Add($"{name} {PythonRepr.Of(number)}");
            }
        }

        return string.Join(", ", parts);
    }

    private bool StructureFits(JsonElement value) => type switch
    {
        "rectangle" or "rectanglelabels" => AtMost(value, 100, "x", "y", "width", "height") && IsRotation(value),
        "ellipse" or "ellipselabels" => AtMost(value, 100, "x", "y") && AtMost(value, 50, "radiusX", "radiusY") && IsRotation(value),
        "keypoint" or "keypointlabels" => AtMost(value, 100, "x", "y") && (!value.TryGetProperty("width", out var width) || IsNumber(width)),
        "polygon" or "polygonlabels" => AllOf(value, "points", IsPoint),
        "brush" or "brushlabels" or "magicwand" => HasMask(value),
        "bitmask" or "bitmasklabels" => Has(value, "imageDataURL", JsonValueKind.String),
        "vector" or "vectorlabels" => AllOf(value, "vertices", vertex => vertex.ValueKind == JsonValueKind.Object && AtMost(vertex, 100, "x", "y")),
        "labels" => !LabelsAreSpans() || HasAll(value, "start", "end"),
        "hypertextlabels" or "paragraphlabels" => HasAll(value, "start", "end"),
        "timeserieslabels" => HasAll(value, "start", "end", "instant"),
        "timelinelabels" => AllOf(value, "ranges", range => range.ValueKind == JsonValueKind.Object && HasAll(range, "start", "end")),
        "videorectangle" => HasNumbers(value, "framesCount", "duration") && AllOf(value, "sequence", IsKeyframe),
        "choices" => AllOf(value, "choices", choice => IsText(choice) || IsTextList(choice)),
        "taxonomy" => AllOf(value, "taxonomy", IsTextList),
        "textarea" => AllOf(value, "text", IsText),
        "number" => value.TryGetProperty("number", out var number) && IsNumber(number),
        "datetime" => Has(value, "datetime", JsonValueKind.String),
        "rating" => value.TryGetProperty("rating", out var rating) && IsRating(rating),
        "pairwise" => Has(value, "selected", JsonValueKind.String),
        "ranker" => value.TryGetProperty("ranker", out var ranker) && ranker.ValueKind == JsonValueKind.Object
            && ranker.EnumerateObject().All(bucket => IsTextList(bucket.Value)),
        _ => true,
    };

    /// <summary>The names used must be among those of the control, unless it has none of its own.</summary>
    private bool LabelsFit(JsonElement value)
    {
        if (type != "choices" && !type.EndsWith("labels", StringComparison.Ordinal))
        {
            return true;
        }

        if (control.Labels.Count == 0)
        {
            return true;
        }

        if (!value.TryGetProperty(type, out var names) || names.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var owner = control;
        return control.HasDynamicLabels || names.EnumerateArray().All(name => Names(name).All(one => IsText(one) && owner.FindLabel(JsonStrings.Decode(one)) is not null));
    }

    private static IEnumerable<JsonElement> Names(JsonElement name) => name.ValueKind == JsonValueKind.Array ? name.EnumerateArray() : [name];

    /// <summary>Labels mark spans, except on images and videos, where another tool gives the geometry.</summary>
    private bool LabelsAreSpans()
    {
        foreach (var name in control.ToNames)
        {
            if (config.FindObject(name)?.Type is "Image" or "Video")
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRating(JsonElement rating) => rating.ValueKind == JsonValueKind.Number && rating.TryGetInt32(out var stars) && stars >= 0
        && stars <= (int.TryParse(control.Element.Attribute("maxRating"), System.Globalization.CultureInfo.InvariantCulture, out var max) ? max : 5);

    private static bool IsRotation(JsonElement value) => !value.TryGetProperty("rotation", out _) || AtMost(value, 360, "rotation");

    private static bool HasMask(JsonElement value) =>
        Has(value, "format", JsonValueKind.String) && value.TryGetProperty("rle", out var rle) && rle.ValueKind == JsonValueKind.Array
        && rle.GetArrayLength() > 0 && rle.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetByte(out _));

    private static bool IsPoint(JsonElement point) => point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2
        && point.EnumerateArray().All(number => IsNumber(number) && number.GetDouble() <= 100);

    private static bool IsKeyframe(JsonElement frame) =>
        frame.ValueKind == JsonValueKind.Object && HasNumbers(frame, "x", "y", "width", "height", "time", "frame");

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsTextList(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText);

    private static bool Has(JsonElement value, string name, JsonValueKind kind) => value.TryGetProperty(name, out var member) && member.ValueKind == kind;

    private static bool HasAll(JsonElement value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!value.TryGetProperty(name, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasNumbers(JsonElement value, params ReadOnlySpan<string> names) => AtMost(value, double.PositiveInfinity, names);

    private static bool AtMost(JsonElement value, double limit, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!value.TryGetProperty(name, out var number) || !IsNumber(number) || number.GetDouble() > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllOf(JsonElement value, string name, Func<JsonElement, bool> fits) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(fits);
}
