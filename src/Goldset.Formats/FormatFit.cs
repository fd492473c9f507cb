using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>Decides from the tags of a configuration which formats make sense for its annotations.</summary>
internal static class FormatFit
{
    private static readonly string[] Always = ["JSON", "JSON_MIN", "CSV", "TSV", "JSONL", "PARQUET", "HUGGINGFACE"];
    private static readonly string[] Recordings = ["Audio", "AudioPlus", "Video"];
    private static readonly string[] Subtitles = ["SRT", "WEBVTT"];
    private static readonly string[] Shapes = ["COCO", "COCO_WITH_IMAGES", "YOLO", "YOLO_WITH_IMAGES"];
    private static readonly string[] OrientedBoxes = ["YOLO_OBB", "YOLO_OBB_WITH_IMAGES"];
    private static readonly string[] Masks = ["BRUSH_TO_NUMPY", "BRUSH_TO_PNG", "BRUSH_TO_COCO"];

    /// <summary>Names of the formats that fit.</summary>
    public static HashSet<string> Of(LabelConfig config)
    {
        HashSet<string> fitting = [.. Always];
        var inputs = config.Controls.SelectMany(control => control.ToNames).Select(config.FindObject).OfType<ObjectTag>().ToHashSet();
        if (inputs.Select(input => input.DataKey).Distinct().Count() > 1)
        {
            return fitting;
        }

        var controls = config.Controls.Select(control => control.Type).ToHashSet();
        var objects = inputs.Where(input => input is not { Type: "Text", ValueType: "url" }).Select(input => input.Type).ToHashSet();
        var isList = inputs.Any(input => input.ValueList is not null);
        var image = objects.Contains("Image");

        AddWhen(objects.Contains("Text") && controls.Contains("Labels"), "CONLL2003");
        AddWhen(objects.Contains("Text") && controls.Overlaps(["Labels", "Choices"]), "SPACY");
        AddWhen(!isList && image, "DATUMARO");
        AddWhen(objects.Overlaps(Recordings) && controls.Contains("TextArea"), Subtitles);
        AddWhen(objects.Overlaps(Recordings) && controls.Contains("Labels"), "RTTM");
        AddWhen(!isList && image && HasLabelled("Rectangle"), "VOC");

        var onImage = image && controls.Overlaps(["RectangleLabels", "PolygonLabels", "KeyPointLabels"]);
        var separate = controls.Contains("Labels") && controls.Overlaps(["Rectangle", "PolygonLabels", "KeyPointLabels"]);
        var shapes = !isList && (onImage || separate);
        AddWhen(shapes && (!controls.Contains("KeyPointLabels") || controls.Contains("RectangleLabels")), Shapes);
        AddWhen(shapes && !(objects.Contains("Video") && controls.Contains("TimelineLabels")), OrientedBoxes);

        AddWhen(image && HasLabelled("Brush"), Masks);
        AddWhen(!isList && image && (HasLabelled("Brush") || HasLabelled("Polygon") || HasLabelled("Rectangle") || HasLabelled("Ellipse")), "SEGMENTATION_MASKS");
        AddWhen(objects.Contains("TimeSeries") && controls.Contains("TimeSeriesLabels"), "TIMESERIES_CSV");
        AddWhen(objects.Overlaps(["Audio", "AudioPlus"]) && controls.Contains("TextArea"), "ASR_MANIFEST");
        return fitting;

        // RectangleLabels, or Rectangle with separate Labels; likewise Brush.
        bool HasLabelled(string shape) => controls.Contains($"{shape}Labels") || (controls.Contains(shape) && controls.Contains("Labels"));

        void AddWhen(bool fits, params string[] names)
        {
            if (fits)
            {
                fitting.UnionWith(names);
            }
        }
    }
}
