using Goldset.Replay;

namespace Goldset.Server.Tests.Replaying;

/// <summary>The recorded exchanges in tests/golden.</summary>
internal static class Golden
{
    private static readonly string Repository = FindRepository();

    /// <summary>The folder tests/golden.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "tests", "golden");

    /// <summary>The page with the differences on purpose.</summary>
    public static string CompatibilityPage { get; } = Path.Combine(Repository, "docs", "compatibility.md");

    /// <summary>The file names of all recorded scenarios, in order.</summary>
    public static IReadOnlyList<string> Scenarios { get; } = [.. Scenario.FilesIn(Path.Combine(Folder, "api")).Select(file => Path.GetFileName(file)!)];

    /// <summary>The path of a scenario.</summary>
    public static string PathOf(string scenario) => Path.Combine(Folder, "api", scenario);

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Goldset.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests must run inside the source tree.");
        return folder;
    }
}
