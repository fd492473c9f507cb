using System.Text.Json;

namespace Goldset.Replay;

/// <summary>A scenario whose steps are not all as recorded yet.</summary>
/// <param name="WaitsFor">The feature that is missing.</param>
/// <param name="Steps">The <see cref="StepResult.Title"/> of every step that still differs.</param>
public sealed record WaitingScenario(string WaitsFor, IReadOnlyList<string> Steps);

/// <summary>The list of what waits for a feature: <c>{"148-webhooks.json": {"waits_for": "webhooks", "steps": ["2 create", …]}}</c>.</summary>
public sealed class WaitingList
{
    private static readonly JsonSerializerOptions Format = new(ReplayJson.Readable) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private readonly SortedDictionary<string, WaitingScenario> scenarios;

    private WaitingList(SortedDictionary<string, WaitingScenario> scenarios) => this.scenarios = scenarios;

    /// <summary>The scenarios on the list by file name.</summary>
    public IReadOnlyDictionary<string, WaitingScenario> Scenarios => scenarios;

    /// <summary>Reads the list.</summary>
    /// <exception cref="JsonException">The file is not of that form.</exception>
    public static WaitingList Read(string file) =>
        new(new SortedDictionary<string, WaitingScenario>(
            JsonSerializer.Deserialize<Dictionary<string, WaitingScenario>>(File.ReadAllBytes(file), Format)!, StringComparer.Ordinal));

    /// <summary>Lists the steps that differ now, where the scenario is on the list; takes it off when none does.</summary>
    public void Update(ReplayResult result)
    {
        if (!scenarios.TryGetValue(result.Scenario, out var waiting))
            return;

        if (result.IsEqual)
            scenarios.Remove(result.Scenario);
        else
            scenarios[result.Scenario] = waiting with { Steps = result.DifferingSteps };
    }

    /// <summary>Writes the list.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(scenarios, Format) + "\n");
}
