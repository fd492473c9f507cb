using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Goldset.Data;
using Goldset.Server.LabelStream;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager;

/// <summary>How many tasks a list has, over all pages, with their annotations and predictions.</summary>
internal sealed class Totals
{
    public long Tasks { get; init; }
    public long Annotations { get; init; }
    public long Predictions { get; init; }
}

/// <summary>
/// Counts the tasks that filters leave. In a large project that can take longer than reading a page; then the count is kept for a while,
/// so that scrolling on, and many who look at the same view, do not count anew each time. It is counted anew at once when tasks came or
/// went, or an action ran here.
/// </summary>
internal sealed class TaskTotals(TimeProvider clock)
{
    /// <summary>Smaller projects are counted each time.</summary>
    public const int KeptFrom = 50_000;

    private const int MaxKept = 1000;

    // Keeping a count for twenty times as long as counting took leaves a twentieth of the time to counting.
    private const int KeptForTimes = 20;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan KeptAtLeast = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptAtMost = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    /// <summary>Counts, or takes what was counted a moment ago.</summary>
    /// <param name="connection">A prepared connection.</param>
    /// <param name="project">Whose tasks.</param>
    /// <param name="selection">Which of them.</param>
    public async Task<Totals> CountAsync(DbConnection connection, ProjectRow project, TaskSelection selection)
    {
        // Without a filter the project's counters are the totals; nothing is counted.
        if (selection.Where.Length == 0)
            return new Totals { Tasks = project.TaskNumber, Annotations = project.TotalAnnotationsNumber, Predictions = project.TotalPredictionsNumber };
        var key = project.TaskNumber < KeptFrom ? null : Key(project, selection);
        if (key is not null && kept.TryGetValue(key, out var known) && known.Version == project.TasksVersion && known.Until > clock.GetUtcNow()) return known.Totals;
        var started = clock.GetTimestamp();
        var totals = await connection.QueryFirstAsync<Totals>($"""
            SELECT COUNT(*) AS tasks, COALESCE(SUM(t.total_annotations), 0) AS annotations, COALESCE(SUM(t.total_predictions), 0) AS predictions
            FROM visible_tasks t WHERE {selection.OfProject(project.Id)}{selection.Where}
            """, selection.Parameters);
        var took = clock.GetElapsedTime(started);
        if (key is null || took < Slow) return totals;
        if (kept.Count >= MaxKept) kept.Clear();
        var keep = took * KeptForTimes;
        kept[key] = new Kept(totals, project.TasksVersion, clock.GetUtcNow() + (keep < KeptAtLeast ? KeptAtLeast : keep > KeptAtMost ? KeptAtMost : keep));
        return totals;
    }

    /// <summary>Has a project counted anew.</summary>
    public void Forget(long project)
    {
        foreach (var key in kept.Keys)
            if (key.StartsWith($"{project} ", StringComparison.Ordinal)) kept.TryRemove(key, out _);
    }

    private static string Key(ProjectRow project, TaskSelection selection) =>
        $"{project.Id} {selection.Where} {string.Join('\n', selection.Parameters.ParameterNames.Select(name => Text(selection.Parameters.Get<object>(name))))}";

    private static string Text(object value) => value is long[] ids ? string.Join(',', ids) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private sealed record Kept(Totals Totals, long Version, DateTimeOffset Until);
}
