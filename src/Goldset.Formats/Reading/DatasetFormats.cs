namespace Goldset.Formats.Reading;

/// <summary>A format that datasets are read from.</summary>
public sealed class DatasetFormat
{
    internal DatasetFormat(string name, string title, string description, IDatasetReader reader) =>
        (Name, Title, Description, Reader) = (name, title, description, reader);

    /// <summary>What requests call it: the name of the export format it is the reverse of.</summary>
    public string Name { get; }

    /// <summary>What people call it.</summary>
    public string Title { get; }

    /// <summary>Which files it takes.</summary>
    public string Description { get; }

    internal IDatasetReader Reader { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>All formats that datasets are read from.</summary>
public static class DatasetFormats
{
    /// <summary>Every format, in the order in which they are tried on unknown files.</summary>
    public static IReadOnlyList<DatasetFormat> All { get; } =
    [
        new("COCO", "COCO", "JSON with images, annotations and categories, or an archive with it and its images", new Coco.CocoReader()),
        new("VOC", "Pascal VOC XML", "An XML file for each image, or an archive with them and the images", new Voc.VocReader()),
        new("YOLO", "YOLO", "Archive with classes.txt or data.yaml, a text file of boxes or polygons for each image, and the images", new Yolo.YoloReader(oriented: false)),
        new("YOLO_OBB", "YOLO OBB", "As YOLO, with turned boxes by their four corners", new Yolo.YoloReader(oriented: true)),
        new("CONLL2003", "CoNLL 2003", "Text files with a word and its tag on each line", new ConllReader()),
        new("JSONL", "JSON Lines", "A task with its annotations on each line", new JsonLinesReader()),
        new("PARQUET", "Parquet", "A table with a row for each annotation", new ParquetReader()),
    ];

    /// <summary>The format requests call <paramref name="name"/>, in this spelling; null if there is none.</summary>
    public static DatasetFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>The format that files look like; null when they look like none.</summary>
    public static DatasetFormat? Recognize(DatasetFiles files) => All.FirstOrDefault(format => format.Reader.Recognizes(files));
}
