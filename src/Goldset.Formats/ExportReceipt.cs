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
}

/// <summary>
/// The account of an export. Nothing is lost silently: <see cref="RegionsIn"/> equals <see cref="RegionsOut"/> plus the sum
/// of <see cref="LeftOut"/>.
/// </summary>
public sealed class ExportReceipt
{
    private readonly SortedDictionary<LeftOutReason, long> _leftOut = [];

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

    /// <summary>How many regions were left out, by reason; reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<LeftOutReason, long> LeftOut => _leftOut;

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
