using System.Buffers;

namespace Goldset.Formats.Reading;

/// <summary>A task that a dataset makes. It lasts until the next one is asked for.</summary>
public abstract class DatasetTask
{
    /// <summary>The file of the dataset that it is about, which has to be kept somewhere; null when there is none.</summary>
    public DatasetFile? Media { get; init; }

    /// <summary>Its annotations, or predictions.</summary>
    public abstract int AnnotationCount { get; }

    /// <summary>Elements of their results.</summary>
    public abstract int RegionCount { get; }

    /// <summary>Writes the task as JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="binding">Which controls its regions belong to.</param>
    /// <param name="address">Where <see cref="Media"/> is kept; does not count when it has none.</param>
    public abstract void Write(IBufferWriter<byte> output, DatasetBinding binding, string? address);

    /// <summary>Tells what a configuration needs for it.</summary>
    internal abstract void Describe(ImpliedConfig config);
}
