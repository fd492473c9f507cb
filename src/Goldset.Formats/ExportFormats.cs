using Goldset.Formats.Masks;
using Goldset.Formats.Shapes;
using Goldset.Formats.Speech;
using Goldset.Formats.Tables;
using Goldset.Formats.Text;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>All export formats, and which of them fit a labeling configuration.</summary>
public static class ExportFormats
{
    private static readonly string[] Shapes = ["image segmentation", "object detection", "keypoints"];
    private static readonly string[] Boxes = ["image segmentation", "object detection"];
    private static readonly string[] Masks = ["image segmentation"];

    /// <summary>Every format, in the order the API lists them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new(
            "JSON",
            "JSON",
            "List of items in raw JSON format stored in one JSON file. Use to export both the data and the annotations for a dataset. It's Label Studio Common Format",
            "JSON",
            [],
            new JsonFormat()),
        new(
            "JSON_MIN",
            "JSON-MIN",
            "List of items where only \"from_name\", \"to_name\" values from the raw JSON format are exported. Use to export only the annotations for a dataset.",
            "JSON-MIN",
            [],
            new JsonMinFormat()),
        new(
            "CSV",
            "CSV",
            "Results are stored as comma-separated values with the column names specified by the values of the \"from_name\" and \"to_name\" fields.",
            "CSV",
            [],
            new TableFormat(',')),
        new(
            "TSV",
            "TSV",
            "Results are stored in tab-separated tabular file with column names specified by \"from_name\" \"to_name\" values",
            "TSV",
            [],
            new TableFormat('\t')),
        new(
            "CONLL2003",
            "CONLL2003",
            "Popular format used for the CoNLL-2003 named entity recognition challenge.",
            "CONLL2003",
            ["sequence labeling", "text tagging", "named entity recognition"],
            new ConllFormat()),
        new(
            "COCO",
            "COCO",
            "Popular machine learning format used by the COCO dataset for object detection and image segmentation tasks with polygons and rectangles.",
            "COCO",
            Shapes,
            new CocoFormat(withImages: false)),
        new("COCO_WITH_IMAGES", "COCO with Images", "COCO format with images downloaded.", "COCO", Shapes, new CocoFormat(withImages: true)),
        new(
            "VOC",
            "Pascal VOC XML",
            "Popular XML format used for object detection and polygon image segmentation tasks.",
            "Pascal-VOC-XML",
            Boxes,
            new VocFormat()),
        new(
            "YOLO",
            "YOLO",
            "Popular TXT format is created for each image file. Each txt file contains annotations for the corresponding image file, that is object class, object coordinates, height & width.",
            "YOLO",
            Shapes,
            new YoloFormat(oriented: false, withImages: false)),
        new("YOLO_WITH_IMAGES", "YOLO with Images", "YOLO format with images downloaded.", "YOLO", Shapes, new YoloFormat(oriented: false, withImages: true)),
        new(
            "YOLO_OBB",
            "YOLOv8 OBB",
            "Popular TXT format is created for each image file. Each txt file contains annotations for the corresponding image file. The YOLO OBB format designates bounding boxes by their four corner points with coordinates normalized between 0 and 1, so it is possible to export rotated objects.",
            "YOLO",
            Boxes,
            new YoloFormat(oriented: true, withImages: false)),
        new("YOLO_OBB_WITH_IMAGES", "YOLOv8 OBB with Images", "YOLOv8 OBB format with images downloaded.", "YOLO", Boxes, new YoloFormat(oriented: true, withImages: true)),
        new(
            "BRUSH_TO_NUMPY",
            "Brush labels to NumPy",
            "Export your brush labels as NumPy 2d arrays. Each label outputs as one image.",
            "Brush-labels-to-NumPy-amp-PNG",
            Masks,
            new BrushFilesFormat(ExportFileType.Npy, MaskFile.NumPy)),
        new(
            "BRUSH_TO_PNG",
            "Brush labels to PNG",
            "Export your brush labels as PNG images. Each label outputs as one image.",
            "Brush-labels-to-NumPy-amp-PNG",
            Masks,
            new BrushFilesFormat(ExportFileType.Png, MaskFile.Png)),
        new(
            "ASR_MANIFEST",
            "ASR Manifest",
            "Export audio transcription labels for automatic speech recognition as the JSON manifest format expected by NVIDIA NeMo models.",
            "ASR-MANIFEST",
            ["speech recognition"],
            new AsrManifestFormat()),
        new(
            "BRUSH_TO_COCO",
            "Brush labels to COCO",
            "Export your brush labels as COCO format for segmentation tasks. Converts RLE encoded masks to COCO polygons.",
            "COCO",
            ["image segmentation", "brush annotations"],
            new BrushCocoFormat()),
    ];

    /// <summary>Further formats, which the API's list names on demand only: clients of the original compare that list.</summary>
    public static IReadOnlyList<ExportFormat> More { get; } =
    [
        new("JSONL", "JSON Lines", "The tasks of the JSON format, one a line.", "jsonl", [], new JsonLinesFormat()),
        new("PARQUET", "Parquet", "The table of the CSV format as an Apache Parquet file.", "parquet", [], new ParquetFormat()),
        new("HUGGINGFACE", "Hugging Face dataset", "A folder that the datasets library loads: images with metadata, or rows of JSON.", "huggingface", [], new HuggingFaceFormat()),
        new("SPACY", "spaCy", "A spaCy document for each text, with entities, spans and categories.", "spacy", ["named entity recognition", "text classification"], new SpacyFormat()),
        new("DATUMARO", "Datumaro", "Datumaro's own format, which converts to most formats of computer vision.", "datumaro", Shapes, new DatumaroFormat()),
        new("SRT", "SubRip subtitles", "A subtitle file for each transcribed recording.", "srt-webvtt", ["speech recognition"], new TimedTextFormat(TimedText.Srt)),
        new("WEBVTT", "WebVTT subtitles", "A subtitle file for the web for each transcribed recording.", "srt-webvtt", ["speech recognition"], new TimedTextFormat(TimedText.WebVtt)),
        new("SEGMENTATION_MASKS", "Segmentation masks", "An indexed PNG of class numbers for each annotation of an image, and the classes.", "segmentation_masks", Masks, new ClassMaskFormat()),
        new("TIMESERIES_CSV", "Time series CSV", "A row for each labelled stretch of a time series.", "timeseries_csv", ["time series"], new TimeSeriesFormat()),
        new("RTTM", "RTTM", "Who speaks when, for each recording.", "rttm", ["speaker diarization"], new TimedTextFormat(TimedText.Rttm)),
    ];

    /// <summary>The format requests call <paramref name="name"/>, in this spelling; null if there is none.</summary>
    public static ExportFormat? Find(string name) => All.Concat(More).FirstOrDefault(format => format.Name == name);

    /// <summary>The formats as listed for a project: those that fit its configuration first. With <paramref name="more"/> the further ones too.</summary>
    public static IReadOnlyList<ListedFormat> For(LabelConfig config, bool more = false)
    {
        var fitting = FormatFit.Of(config);
        return [.. (more ? All.Concat(More) : All).Select(format => new ListedFormat(format, !fitting.Contains(format.Name))).OrderBy(listed => listed.Disabled)];
    }
}
