using Goldset.Labeling;

namespace Goldset.Formats.Reading;

/// <summary>How a dataset is to be read.</summary>
public sealed record DatasetOptions
{
    /// <summary>What annotations become: predictions instead of annotations.</summary>
    public bool AsPredictions { get; init; }

    /// <summary>Version that predictions carry; none where it is null.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>
    /// Address that the names of files are put behind, as <c>https://cdn.example.com/set/</c>. Without it files of the dataset
    /// become uploads, and names of files that are not in it addresses below <c>/data/local-files/?d=</c>.
    /// </summary>
    public string? RootUrl { get; init; }

    /// <summary>Name of the object in a generated configuration, and of the data key.</summary>
    public string ObjectName { get; init; } = "image";

    /// <summary>First part of the names of controls in a generated configuration.</summary>
    public string ControlName { get; init; } = "label";

    /// <summary>Size of keypoints, in percent of the image's width.</summary>
    public double PointWidth { get; init; } = 1;

    /// <summary>Ending of the image that a YOLO file of labels without an image is about, as <c>.jpg</c>. Without it such files are problems.</summary>
    public string? MissingImageEnding { get; init; }

    /// <summary>
    /// Read as the converter of Label Studio does: in COCO a rectangle for each <c>bbox</c>, also of polygons and keypoints, and the
    /// category as label of keypoints; in YOLO only images whose name ends in <c>.jpg</c>, <c>.jpeg</c> or <c>.png</c>.
    /// </summary>
    public bool LikeConverter { get; init; }

    /// <summary>The configuration of the project that it goes into, if there is one with controls.</summary>
    public LabelConfig? Config { get; init; }
}
