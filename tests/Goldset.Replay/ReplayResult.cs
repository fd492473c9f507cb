namespace Goldset.Replay;

/// <summary>How a scenario went.</summary>
/// <param name="Scenario">The scenario's file name.</param>
/// <param name="Steps">The steps that were compared.</param>
public sealed record ReplayResult(string Scenario, IReadOnlyList<StepResult> Steps)
{
    /// <summary>Every step is as recorded.</summary>
    public bool IsEqual => Steps.All(step => step.IsEqual);

    /// <summary>The <see cref="StepResult.Title"/> of every step that differs.</summary>
    public IReadOnlyList<string> DifferingSteps => [.. Steps.Where(step => !step.IsEqual).Select(step => step.Title)];

    /// <summary>How many steps are as recorded.</summary>
    public int Equal => Steps.Count(step => step.IsEqual);

    /// <summary>The steps that differ with their differences, one a line.</summary>
    /// <param name="perStep">Differences shown per step.</param>
    public string Describe(int perStep = int.MaxValue)
    {
        var lines = new List<string> { $"{Scenario}: {Equal} of {Steps.Count} steps as recorded" };
        foreach (var step in Steps.Where(step => !step.IsEqual))
        {
            lines.Add($"  #{step.Title}  {step.Request}");
            lines.AddRange(step.Differences.Take(perStep).Select(difference => $"     {difference}"));
            if (step.Differences.Count > perStep)
            {
                lines.Add($"     … {step.Differences.Count - perStep} more");
            }
        }

        return string.Join(Environment.NewLine, lines);
    }
}

/// <summary>How one step went.</summary>
/// <param name="Number">Place in the scenario, from 1.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Request">Method and path template of the request; empty for other steps.</param>
/// <param name="Differences">Empty when all is as recorded.</param>
/// <param name="IsBetter">The recording shows a server error, the reply is a clean refusal.</param>
public sealed record StepResult(int Number, string Name, string Request, IReadOnlyList<Difference> Differences, bool IsBetter)
{
    /// <summary>Number and name, which is unique in the scenario.</summary>
    public string Title => $"{Number} {Name}";

    /// <summary>The step is as recorded, or better.</summary>
    public bool IsEqual => Differences.Count == 0;
}
