using Goldset.Formats.Items;

namespace Goldset.Formats;

/// <summary>Why a region of an annotation is not in the exported file.</summary>
public enum LeftOutReason
{
    /// <summary>It belongs to a skipped annotation.</summary>
    SkippedAnnotation,

    /// <summary>It is a relation, for which the format has no place.</summary>
    Relation,

    /// <summary>Its <c>from_name</c> is no control of the labeling configuration.</summary>
    UnknownControl,

    /// <summary>It is no object, or its <c>value</c> is none.</summary>
    NoValue,

    /// <summary>Its control has the name of a column that holds something else, such as <c>lead_time</c>.</summary>
    ReservedName,

    /// <summary>It was saved between the two readings of an export in two passes.</summary>
    SavedMeanwhile,

    /// <summary>The format has no place for its kind, as an ellipse in COCO or a choice in YOLO.</summary>
    NotInFormat,

    /// <summary>It carries no label.</summary>
    NoLabel,

    /// <summary>A coordinate or offset is absent or no number.</summary>
    NoGeometry,

    /// <summary>The format counts in pixels, and neither the region nor the file says how large the image is.</summary>
    NoImageSize,

    /// <summary>The task's data does not say which file it is about, or the file the format needs could not be read.</summary>
    NoFile,

    /// <summary>The format has one file an image, and another annotation of the same image took it.</summary>
    Replaced,

    /// <summary>The format takes one such region of an annotation, and another was taken.</summary>
    Superseded,

    /// <summary>The mask is broken: its data ends early, or does not fit the size of the image.</summary>
    BrokenMask,

    /// <summary>The mask has no piece large enough for a polygon.</summary>
    EmptyMask,

    /// <summary>No word of the text is in the span.</summary>
    NoToken,
}

/// <summary>
/// The account of an export. Nothing is lost silently: <see cref="RegionsIn"/> equals <see cref="RegionsOut"/> plus the sum
/// of <see cref="LeftOut"/>.
/// </summary>
public sealed class ExportReceipt
{
    private readonly SortedDictionary<LeftOutReason, long> _leftOut = [];
    private readonly List<MissingFile> _missing = [];

    /// <summary>Tasks read.</summary>
    public long TasksIn { get; internal set; }

    /// <summary>Tasks of which the file holds something.</summary>
    public long TasksOut { get; internal set; }

    /// <summary>Annotations read, skipped ones included.</summary>
    public long AnnotationsIn { get; internal set; }

    /// <summary>Annotations written.</summary>
    public long AnnotationsOut { get; internal set; }

    /// <summary>Elements of all results read, relations included.</summary>
    public long RegionsIn { get; internal set; }

    /// <summary>Elements of results written.</summary>
    public long RegionsOut { get; internal set; }

    /// <summary>Of the regions written, those that cover parts of others where a pixel has room for one only.</summary>
    public long Overlapping { get; internal set; }

    /// <summary>How many regions were left out, by reason; reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<LeftOutReason, long> LeftOut => _leftOut;

    /// <summary>Files that images or recordings should have become and that could not be read.</summary>
    public long FilesMissing { get; private set; }

    /// <summary>The first of <see cref="FilesMissing"/>, at most <see cref="MissingListed"/>: the address in the task's data, and why.</summary>
    public IReadOnlyList<MissingFile> Missing => _missing;

    /// <summary>Most missing files that are listed one by one.</summary>
    public const int MissingListed = 1000;

    /// <summary>Counts a file that could not be read.</summary>
    internal void Miss(string address, string reason)
    {
        FilesMissing++;
        if (_missing.Count < MissingListed)
        {
            _missing.Add(new MissingFile(address, reason));
        }
    }

    /// <summary>Counts regions that had been written and were replaced.</summary>
    internal void TakeBack(int regions)
    {
        RegionsOut -= regions;
        LeaveOut(LeftOutReason.Replaced, regions);
    }

    /// <summary>Counts the regions of one control of an item: written, or left out for a reason.</summary>
    internal void CountOutput(ControlOutput output, LeftOutReason? reason)
    {
        if (reason is null)
        {
            RegionsOut += output.Values.Count;
        }
        else
        {
            LeaveOut(reason.Value, output.Values.Count);
        }
    }

    internal void LeaveOut(LeftOutReason reason, long regions = 1)
    {
        if (regions > 0)
        {
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + regions;
        }
    }
}

/// <summary>A file that could not be read.</summary>
/// <param name="Address">As the task's data has it.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record MissingFile(string Address, string Reason);
