using BenchmarkDotNet.Attributes;
using Goldset.Formats;
using Goldset.Labeling;

namespace Goldset.Bench;

/// <summary>Reading a labeling configuration, and deciding which export formats fit it.</summary>
[MemoryDiagnoser]
public class ConfigParsingBenchmarks
{
    private string _xml = "";
    private LabelConfig _config = LabelConfig.Parse("");

    /// <summary>Labels of the one control; 1,000 is the size of a large taxonomy of objects.</summary>
    [Params(3, 1_000)]
    public int Labels { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var labels = string.Concat(Enumerable.Range(0, Labels).Select(i => $"<Label value=\"Class {i}\" background=\"#{i:X6}\"/>"));
        _xml = $"<View><Image name=\"image\" value=\"$image\"/><RectangleLabels name=\"box\" toName=\"image\">{labels}</RectangleLabels></View>";
        _config = LabelConfig.Parse(_xml);
    }

    [Benchmark]
    public LabelConfig Parse() => LabelConfig.Parse(_xml);

    [Benchmark]
    public IReadOnlyList<ListedFormat> FormatsThatFit() => ExportFormats.For(_config);
}
