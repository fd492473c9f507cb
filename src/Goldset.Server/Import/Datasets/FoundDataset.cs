using Goldset.Formats.Reading;

namespace Goldset.Server.Import.Datasets;

/// <summary>What the files of an import hold as a dataset.</summary>
/// <param name="Format">Its format.</param>
/// <param name="TaskCount">Tasks it makes.</param>
/// <param name="AnnotationCount">Annotations, or predictions, of these.</param>
/// <param name="RegionCount">Elements of their results.</param>
/// <param name="FileCount">Files of it that become uploads.</param>
/// <param name="Labels">Labels that annotations carry, the first thousand.</param>
/// <param name="LabelCount">How many there are.</param>
/// <param name="LabelConfig">The labeling config that it implies.</param>
/// <param name="MissingLabels">What the project's labeling config lacks for it, one text for each control.</param>
/// <param name="SetsConfig">The project's labeling config becomes <paramref name="LabelConfig"/>.</param>
/// <param name="Problems">What cannot be read, the first thousand.</param>
/// <param name="ProblemCount">How much that is.</param>
internal sealed record FoundDataset(
    string Format, long TaskCount, long AnnotationCount, long RegionCount, long FileCount, IReadOnlyList<string> Labels, int LabelCount, string LabelConfig,
    IReadOnlyList<string> MissingLabels, bool SetsConfig, IReadOnlyList<DatasetFault> Problems, long ProblemCount)
{
    private const int LabelsListed = 1000;

    /// <summary>As it was read.</summary>
    public static FoundDataset From(Dataset dataset, DatasetBinding binding, bool setsConfig)
    {
        var labels = dataset.Config.Controls.SelectMany(control => control.Labels.Select(label => label.Name).Where(control.Used.Contains)).Distinct(StringComparer.Ordinal).ToList();
        var report = dataset.Report;
        return new FoundDataset(
            dataset.Format.Name, report.Tasks, report.Annotations, report.Regions, report.Files, [.. labels.Take(LabelsListed)], labels.Count, dataset.Config.ToXml(),
            [.. binding.Missing.Select(missing => missing.ToString())], setsConfig, [.. report.Problems.Select(problem => new DatasetFault(problem.File, problem.Line, problem.Reason))], report.ProblemCount);
    }
}

/// <summary>Something in a dataset that cannot be read.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Line">Its line, from 1; null where that says nothing.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record DatasetFault(string File, long? Line, string Reason);
