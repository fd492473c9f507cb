using Goldset.Labeling;

namespace Goldset.Formats.Tests.Golden;

/// <summary>A recorded project with its exports: a folder of tests/golden/export.</summary>
internal sealed record GoldenCase(string Name)
{
    private static readonly string Root = FindRoot();

    public LabelConfig Config => LabelConfig.Parse(File.ReadAllText(PathOf("config.xml")));

    public ITaskSource Tasks => InMemoryTasks.FromArray(File.ReadAllText(PathOf("tasks.json")));

    /// <summary>All cases there are.</summary>
    public static IEnumerable<GoldenCase> All => Directory.GetDirectories(Root).Select(folder => new GoldenCase(Path.GetFileName(folder))).OrderBy(c => c.Name);

    /// <summary>Names of the formats the case has an export of.</summary>
    public IEnumerable<string> Formats => Directory.GetDirectories(PathOf("expected")).Select(folder => Path.GetFileName(folder)!).Order();

    public string FormatList => File.ReadAllText(PathOf("expected/formats.json"));

    /// <summary>The outputs that are right: the recorded one, then the accepted alternative if there is one.</summary>
    public IEnumerable<byte[]> RightOutputs(string format) =>
        new[] { "expected", "accepted" }
            .Select(kind => PathOf($"{kind}/{format}"))
            .Where(Directory.Exists)
            .Select(folder => File.ReadAllBytes(Directory.GetFiles(folder).ShouldHaveSingleItem()));

    private string PathOf(string file) => Path.Combine(Root, Name, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "tests", "golden", "export");
            if (Directory.Exists(golden))
            {
                return golden;
            }
        }

        throw new DirectoryNotFoundException("tests/golden/export lies in no folder above the tests.");
    }
}
