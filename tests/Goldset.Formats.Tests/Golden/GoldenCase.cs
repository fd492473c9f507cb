using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Golden;

/// <summary>A project with its exports: a folder of tests/golden/export, or of another collection.</summary>
internal sealed record GoldenCase(string Name, string Collection = "export")
{
    private static readonly string Root = FindRoot();

    public LabelConfig Config => LabelConfig.Parse(File.ReadAllText(PathOf("config.xml")));

    public ITaskSource Tasks => InMemoryTasks.FromArray(File.ReadAllText(PathOf("tasks.json")));

    /// <summary>Uploaded files of the case.</summary>
    public IMediaSource Media => new FolderMedia(PathOf("files"));

    /// <summary>All cases there are.</summary>
    public static IEnumerable<GoldenCase> All => In("export");

    /// <summary>Where a collection is.</summary>
    public static string Folder(string collection) => Path.Combine(Root, collection);

    /// <summary>All cases of a collection.</summary>
    public static IEnumerable<GoldenCase> In(string collection) =>
        Directory.GetDirectories(Path.Combine(Root, collection)).Select(folder => new GoldenCase(Path.GetFileName(folder), collection)).OrderBy(c => c.Name);

    /// <summary>Names of the outputs the case has: formats, some with a parameter behind a dot.</summary>
    public IEnumerable<string> Outputs => Directory.GetDirectories(PathOf("expected")).Select(folder => Path.GetFileName(folder)!).Order();

    public string FormatList => File.ReadAllText(PathOf("expected/formats.json"));

    /// <summary>Names of images depend on the server they were exported from.</summary>
    public bool HasHostDependentNames
    {
        get
        {
            using var about = JsonDocument.Parse(File.ReadAllText(PathOf("case.json")));
            return about.RootElement.TryGetProperty("host_dependent_names", out var value) && value.GetBoolean();
        }
    }

    /// <summary>The outputs that are right: the recorded one, then the accepted alternative if there is one. Files by path.</summary>
    public IEnumerable<IReadOnlyDictionary<string, byte[]>> RightOutputs(string output) =>
        new[] { "expected", "accepted" }.Select(kind => PathOf($"{kind}/{output}")).Where(Directory.Exists).Select(ReadFiles);

    private static Dictionary<string, byte[]> ReadFiles(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "EMPTY")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);

    private string PathOf(string file) => Path.Combine(Root, Collection, Name, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var golden = Path.Combine(folder.FullName, "tests", "golden");
            if (Directory.Exists(golden))
            {
                return golden;
            }
        }

        throw new DirectoryNotFoundException("tests/golden lies in no folder above the tests.");
    }

    /// <summary>Serves uploads from a folder, and nothing else.</summary>
    private sealed class FolderMedia(string folder) : IMediaSource
    {
        private const string Uploads = "/data/upload/";

        public Task<Stream> OpenAsync(string address, CancellationToken cancellationToken)
        {
            var file = address.StartsWith(Uploads, StringComparison.Ordinal) ? Path.Combine(folder, address[Uploads.Length..]) : null;
            return File.Exists(file) ? Task.FromResult<Stream>(File.OpenRead(file)) : throw new MediaUnavailableException("not there");
        }
    }
}
