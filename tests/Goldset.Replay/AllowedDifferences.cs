using System.Text.Json;
using System.Text.RegularExpressions;

namespace Goldset.Replay;

/// <summary>
/// The differences from the recording that are meant. The file maps scenario, step and JSON pointer pattern to the reason:
/// <c>{"071-….json": {"step name": {"/body/*": "D4: a clean 400 instead of a server error"}}}</c>.
/// </summary>
public sealed class AllowedDifferences
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> reasons;

    private AllowedDifferences(Dictionary<string, Dictionary<string, Dictionary<string, string>>> reasons) => this.reasons = reasons;

    /// <summary>Nothing is allowed to differ.</summary>
    public static AllowedDifferences None { get; } = new([]);

    /// <summary>Every entry with its reason.</summary>
    public IEnumerable<(string Scenario, string Step, string Pointer, string Reason)> Entries =>
        from scenario in reasons
        from step in scenario.Value
        from entry in step.Value
        select (scenario.Key, step.Key, entry.Key, entry.Value);

    /// <summary>Reads the list.</summary>
    /// <exception cref="JsonException">The file is not of that form.</exception>
    public static AllowedDifferences Read(string file)
    {
        using var stream = File.OpenRead(file);
        return new AllowedDifferences(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(stream)!);
    }

    internal IEnumerable<Regex> For(string scenario, string step) =>
        reasons.TryGetValue(scenario, out var steps) && steps.TryGetValue(step, out var pointers) ? pointers.Keys.Select(PointerPattern.Parse) : [];
}
