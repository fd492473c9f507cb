using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>What comparing one reply gave.</summary>
/// <param name="Differences">Empty when the reply is as recorded.</param>
/// <param name="IsBetter">The recording shows a server error and the reply is a clean refusal.</param>
internal sealed record ComparedReply(IReadOnlyList<Difference> Differences, bool IsBetter);

/// <summary>Compares the replies of one scenario, step by step, with the recorded ones.</summary>
/// <param name="scenario">The scenario's file name.</param>
/// <param name="allowed">The deliberate differences.</param>
/// <param name="allHeaders">Compare every recorded header, not only those that clients rely on.</param>
internal sealed class ReplyComparison(string scenario, AllowedDifferences allowed, bool allHeaders)
{
    private static readonly HashSet<string> ReliedOn =
        ["content-type", "content-disposition", "location", "filename", "content-range", "www-authenticate", "link", "deprecation", "retry-after"];

    private readonly Dictionary<string, Dictionary<string, string>> idsByKey = [];

    public ComparedReply Compare(Step step, Reply reply)
    {
        var path = step.Request!.Path;
        var recorded = step.Response!.Value;
        var comparison = new JsonComparison(idsByKey, [.. allowed.For(scenario, step.Name), .. Chance.In(path)]);

        var status = recorded.GetProperty("status").GetInt32();
        if (status >= 500 && reply.Status is >= 400 and < 500)
            return new ComparedReply([], IsBetter: true);

        if (status != reply.Status)
        {
            comparison.Add("/status", Number(status), Number(reply.Status));
            if (comparison.Differences.Count > 0)
                comparison.Add("/body", "", reply.Described);
        }
        else if (status < 500)
        {
            CompareHeaders(comparison, recorded, reply);
            CompareBody(comparison, recorded, reply, path);
        }

        return new ComparedReply(comparison.Differences, IsBetter: false);
    }

    /// <summary>Compares the calls that the server made with the recorded ones, whatever their order.</summary>
    /// <param name="step">The step that lists the calls.</param>
    /// <param name="received">The calls as a JSON list.</param>
    /// <param name="randomTask">The call before chose a task at random.</param>
    public IReadOnlyList<Difference> CompareOutgoing(Step step, JsonElement received, bool randomTask)
    {
        List<Regex> ignored = [.. allowed.For(scenario, step.Name)];
        if (randomTask)
            ignored.Add(PointerPattern.Parse("/*/body/tasks/**"));

        var comparison = new JsonComparison([], ignored);
        comparison.Compare(Sort(step.Outgoing!.Value), Sort(received));
        return comparison.Differences;

        static JsonElement Sort(JsonElement calls) => JsonSerializer.SerializeToElement(calls.EnumerateArray()
            .OrderBy(call => call.GetProperty("method").GetString(), StringComparer.Ordinal)
            .ThenBy(call => VolatileText.Normalize(call.GetProperty("path").GetString()!), StringComparer.Ordinal)
            .ThenBy(Action, StringComparer.Ordinal));

        static string? Action(JsonElement call) =>
            call.GetProperty("body") is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("action", out var action) ? action.ToString() : null;
    }

    /// <summary>Compares the files a server wrote with the recorded ones: as many, with names of the same form, the first with the same content.</summary>
    public IReadOnlyList<Difference> CompareFiles(Step step, IReadOnlyList<string> names, JsonElement? first)
    {
        var comparison = new JsonComparison(idsByKey, [.. allowed.For(scenario, step.Name)]);
        comparison.Compare(Forms(step.Files!.Value.EnumerateArray().Select(name => name.GetString()!)), Forms(names), "/files");
        if (step.FirstFile is { } expected)
        {
            if (first is { } actual)
                comparison.Compare(expected, actual, "/first");
            else
                comparison.Add("/first", expected.GetRawText(), "absent");
        }

        return comparison.Differences;

        static JsonElement Forms(IEnumerable<string> names) =>
            JsonSerializer.SerializeToElement(names.Select(VolatileText.NormalizeJoined).Order(StringComparer.Ordinal));
    }

    private void CompareHeaders(JsonComparison comparison, JsonElement recorded, Reply reply)
    {
        foreach (var header in recorded.GetProperty("headers").EnumerateObject())
        {
            var name = header.Name.ToLowerInvariant();
            // A redirect needs no body, so its type says nothing.
            if (name == "set-cookie" || !(allHeaders || ReliedOn.Contains(name)) || (name == "content-type" && reply.Status is >= 300 and < 400))
                continue;

            var expected = header.Value.GetString()!;
            if (!reply.Headers.TryGetValue(name, out var actual))
            {
                comparison.Add($"/headers/{name}", JsonComparison.Quote(expected), "absent");
            }
            else if (!SameHeader(name, expected, actual))
            {
                comparison.Add($"/headers/{name}", JsonComparison.Quote(expected), JsonComparison.Quote(actual));
            }
        }
    }

    private static bool SameHeader(string name, string expected, string actual) => name switch
    {
        "content-type" => string.Equals(WithoutSpaces(expected), WithoutSpaces(actual), StringComparison.OrdinalIgnoreCase),
        "allow" => expected.Split(',', StringSplitOptions.TrimEntries).Order().SequenceEqual(actual.Split(',', StringSplitOptions.TrimEntries).Order()),
        _ => VolatileText.Normalize(expected) == VolatileText.Normalize(actual),
    };

    private void CompareBody(JsonComparison comparison, JsonElement recorded, Reply reply, string path)
    {
        if (recorded.TryGetProperty("body", out var json))
        {
            if (reply.Json is { } actual)
                comparison.Compare(json, actual);
            else
                comparison.Add("/body", json.GetRawText(), reply.Described);
        }

        if (recorded.TryGetProperty("body_text", out var text) && !Chance.DecidesText(path) && !comparison.IsIgnored(""))
            comparison.CompareTexts(text.GetString()!, reply.Text, "", "body_text");

        if (recorded.TryGetProperty("body_zip", out var archive))
            CompareArchives(comparison, archive, reply, path);

        if (recorded.TryGetProperty("body_base64", out var base64) && !base64.GetBytesFromBase64().AsSpan().SequenceEqual(reply.Bytes))
        {
            comparison.Add("/body", "the recorded bytes", $"{reply.Bytes.Length} bytes");
        }

        if (recorded.TryGetProperty("body_html_title", out _) && !reply.Text.Contains("<html", StringComparison.OrdinalIgnoreCase))
            comparison.Add("/body", "an HTML page", reply.Described);
    }

    private void CompareArchives(JsonComparison comparison, JsonElement archive, Reply reply, string path)
    {
        if (reply.Archive is not { } actual)
            comparison.Add("/body", "a zip archive", reply.Described);
        else if (!Chance.DecidesArchive(scenario, path))
            comparison.Compare(NormalizeNames(archive), NormalizeNames(actual));

        static JsonElement NormalizeNames(JsonElement files)
        {
            var byName = new Dictionary<string, JsonElement>();
            foreach (var file in files.EnumerateObject())
                byName[VolatileText.Normalize(file.Name)] = file.Value;

            return JsonSerializer.SerializeToElement(byName);
        }
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
