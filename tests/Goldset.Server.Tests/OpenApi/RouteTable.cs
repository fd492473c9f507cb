using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>The routes of the original, each with what proves that it is answered alike.</summary>
internal static partial class RouteTable
{
    private const int ShownScenarios = 4;

    /// <summary>A route and a method of it.</summary>
    /// <param name="Method">HTTP method.</param>
    /// <param name="Path">As the original documents it.</param>
    /// <param name="Exchanges">The recorded scenarios that call it and are replayed.</param>
    /// <param name="Differs">The answer to one of these calls differs on purpose.</param>
    /// <param name="Tests">The test classes that call it.</param>
    /// <param name="Instead">What there is instead; empty where the route is kept.</param>
    public sealed record Row(string Method, string Path, IReadOnlyList<string> Exchanges, bool Differs, IReadOnlyList<string> Tests, string Instead)
    {
        /// <summary>An address below the route.</summary>
        public string Address => Parameter().Replace(Path, "1");

        /// <summary>What proves it, as Markdown.</summary>
        public string Proof => Exchanges.Count == 0 ? Tests.Count > 0 ? Tests[0] : "" :
            "exchanges " + string.Join(", ", Exchanges.Take(ShownScenarios)) + (Exchanges.Count > ShownScenarios ? $" and {Exchanges.Count - ShownScenarios} more" : "");
    }

    /// <summary>The rows of a file below tests/golden: <c>methods</c> with commas between, <c>path</c>, and for pages what there is instead.</summary>
    public static IReadOnlyList<Row> Read(string file)
    {
        var calls = Calls().ToList();
        var mentions = Mentions().ToList();
        return
        [
            .. from line in File.ReadLines(Path.Combine(Golden.Folder, file)).Skip(1)
               let cells = line.Split('\t')
               from method in cells[0].Split(',')
               let pattern = Pattern(cells[1])
               let recorded = calls.Where(call => call.Method == method && pattern.IsMatch(call.Path)).ToList()
               select new Row(
                   method, cells[1], [.. recorded.Where(call => !call.Waits).Select(call => call.Scenario[..3]).Distinct()], recorded.Any(call => call.Differs),
                   [.. mentions.Where(mention => pattern.IsMatch(mention.Path)).Select(mention => mention.Test).Distinct().Order(StringComparer.Ordinal)],
                   file == "pages.tsv" ? cells[2] : ""),
        ];
    }

    private static IEnumerable<(string Scenario, string Method, string Path, bool Waits, bool Differs)> Calls()
    {
        var later = Notes("later.json");
        var allowed = Notes("allow.json");
        foreach (var scenario in Golden.Scenarios)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Golden.PathOf(scenario)));
            foreach (var (index, step) in document.RootElement.EnumerateArray().Index())
            {
                if (!step.TryGetProperty("request", out var request)) continue;
                var name = step.GetProperty("name").GetString()!;
                var waits = later[scenario]?["steps"] is JsonArray steps && steps.Any(waiting => waiting!.GetValue<string>() == $"{index + 1} {name}");
                var differs = allowed[scenario] is JsonObject notes && (notes.ContainsKey(name) || notes.ContainsKey($"{index + 1} {name}"));
                yield return (scenario, request.GetProperty("method").GetString()!, request.GetProperty("path").GetString()!.Split('?')[0], waits, differs);
            }
        }
    }

    private static JsonObject Notes(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Golden.Folder, file)))!.AsObject();

    private static IEnumerable<(string Test, string Path)> Mentions() =>
        from file in Directory.EnumerateFiles(Path.Combine(Golden.Folder, "..", "Goldset.Server.Tests"), "*Tests.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}OpenApi{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from literal in Literal().Matches(File.ReadAllText(file))
        select (Path.GetFileNameWithoutExtension(file), Parameter().Replace(literal.Groups[1].Value, "1").Split('?')[0]);

    // The slash at the end is optional in both.
    private static Regex Pattern(string path) => new(
        "^" + string.Join(".+", Parameter().Split(path).Select(Regex.Escape)).Replace("/.+/", "/[^/]+/", StringComparison.Ordinal).TrimEnd('/') + "/?$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""\$?"(/[^"\s]*)"?""")]
    private static partial Regex Literal();
}
