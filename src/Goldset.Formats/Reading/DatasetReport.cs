namespace Goldset.Formats.Reading;

/// <summary>What is in a dataset, and what of it cannot be read.</summary>
public sealed class DatasetReport
{
    /// <summary>Most problems that are listed one by one.</summary>
    public const int ProblemsListed = 1000;

    private readonly List<DatasetProblem> _problems = [];

    /// <summary>Tasks that it makes.</summary>
    public long Tasks { get; private set; }

    /// <summary>Annotations, or predictions, of these tasks.</summary>
    public long Annotations { get; private set; }

    /// <summary>Elements of their results.</summary>
    public long Regions { get; private set; }

    /// <summary>Files of the dataset that become uploads.</summary>
    public long Files { get; private set; }

    /// <summary>How many things cannot be read.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>The first of them, at most <see cref="ProblemsListed"/>.</summary>
    public IReadOnlyList<DatasetProblem> Problems => _problems;

    internal void Add(string file, long? line, string reason)
    {
        ProblemCount++;
        if (_problems.Count < ProblemsListed)
        {
            _problems.Add(new DatasetProblem(file, line, reason));
        }
    }

    internal void Count(DatasetTask task)
    {
        Tasks++;
        Annotations += task.AnnotationCount;
        Regions += task.RegionCount;
        Files += task.Media is null ? 0 : 1;
    }
}
