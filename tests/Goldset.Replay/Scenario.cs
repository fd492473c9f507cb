using System.Text;
using System.Text.Json;

namespace Goldset.Replay;

/// <summary>One recorded conversation with the API: requests and their replies in order.</summary>
/// <param name="Name">The file's name, such as <c>071-annotation-crud-choices.json</c>.</param>
/// <param name="Steps">The recorded steps in order.</param>
public sealed record Scenario(string Name, IReadOnlyList<Step> Steps)
{
    // The recording names the peer it talked to and the folder of its local files; a replay has its own.
    private const string RecordedPeer = "http://127.0.0.1:18193";
    private const string RecordedFilesRoot = "/label-studio/files/golden";
    private const string RecordedFilesRootParent = "/label-studio/files";

    /// <summary>Every scenario of a folder, in order of their numbers.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Where(file => char.IsAsciiDigit(Path.GetFileName(file)[0])).Order(StringComparer.Ordinal)];

    /// <summary>Reads a scenario, with the recorded addresses and folders replaced by those of this replay.</summary>
    /// <param name="file">A JSON list of steps.</param>
    /// <param name="peer">Address of the stand-in for ML back ends, webhook receivers and file hosts; null keeps the recorded one.</param>
    /// <param name="filesRoot">The folder of local files as the server names it; null keeps the recorded one.</param>
    /// <exception cref="JsonException">The file is no list of steps.</exception>
    public static Scenario Read(string file, Uri? peer = null, string? filesRoot = null)
    {
        var text = new StringBuilder(File.ReadAllText(file));
        if (peer is not null)
            text.Replace(RecordedPeer, peer.GetLeftPart(UriPartial.Authority));

        if (filesRoot is not null)
        {
            text.Replace(RecordedFilesRoot, Escape(filesRoot));
            text.Replace(RecordedFilesRootParent, Escape(Path.GetDirectoryName(filesRoot)!));
        }

        using var document = JsonDocument.Parse(text.ToString());
        var steps = document.RootElement.Clone().EnumerateArray().Select((step, index) => Step.Read(index + 1, step));
        return new Scenario(Path.GetFileName(file), [.. steps]);
    }

    private static string Escape(string path) => JsonSerializer.Serialize(path, ReplayJson.Readable)[1..^1];
}
