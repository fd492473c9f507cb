using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Labeling;

namespace Goldset.Server.Projects;

/// <summary>Changes to a project's summary, gathered during a write and applied in one statement.</summary>
public sealed class SummaryDelta
{
    private readonly SortedDictionary<(SummaryKind Kind, string Key, string Label), long> counts = new(KeyComparer.Instance);

    /// <summary>Nothing changes.</summary>
    public bool IsEmpty => counts.Count == 0;

    /// <summary>Counts the keys of a task's data <paramref name="by"/> times.</summary>
    public void AddData(string data, int by)
    {
        using var document = JsonDocument.Parse(data);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return;
        foreach (var field in document.RootElement.EnumerateObject()) Add(SummaryKind.DataColumn, field.Name, "", by);
    }

    /// <summary>Counts the regions and labels of an annotation's result <paramref name="by"/> times.</summary>
    public void AddAnnotation(string? result, int by)
    {
        if (result is null) return;
        using var document = JsonDocument.Parse(result);
        var summary = ResultSummary.Of(document.RootElement);
        foreach (var (key, count) in summary.Results) Add(SummaryKind.Annotation, key, "", by * count);
        foreach (var (control, labels) in summary.Labels)
            foreach (var (label, count) in labels) Add(SummaryKind.Label, control, label, by * count);
    }

    /// <summary>Counts the labels of a draft's result <paramref name="by"/> times.</summary>
    public void AddDraft(string result, int by)
    {
        using var document = JsonDocument.Parse(result);
        foreach (var (control, labels) in ResultSummary.Of(document.RootElement).Labels)
            foreach (var (label, count) in labels) Add(SummaryKind.DraftLabel, control, label, by * count);
    }

    /// <summary>Moves one number.</summary>
    public void Add(SummaryKind kind, string key, string label, long by)
    {
        var at = (kind, key, label);
        var sum = counts.GetValueOrDefault(at) + by;
        if (sum == 0) counts.Remove(at);
        else counts[at] = sum;
    }

    /// <summary>Applies the changes to <paramref name="projectId"/>.</summary>
    public async Task ApplyAsync(WriteTransaction tx, long projectId)
    {
        if (IsEmpty) return;
        var sql = new StringBuilder();
        var parameters = new DynamicParameters();
        AppendTo(sql, parameters, tx.Dialect, projectId);
        await tx.ExecuteAsync(sql.ToString(), parameters);
    }

    /// <summary>Appends the statements to a batch. Rows are taken in one order everywhere, so that two writers cannot block each other.</summary>
    /// <param name="sql">The batch.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="dialect">The engine's.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="name">What the parameters begin with: one name for each project of a batch.</param>
    public void AppendTo(StringBuilder sql, DynamicParameters parameters, SqlDialect dialect, long projectId, string name = "summary")
    {
        if (IsEmpty) return;
        parameters.Add($"{name}_project", projectId);
        var rows = new RowTable(dialect, parameters, name, counts.Count)
            .Add("kind", counts.Keys.Select(at => (int)at.Kind))
            .Add("key", counts.Keys.Select(at => at.Key))
            .Add("label", counts.Keys.Select(at => at.Label))
            .Add("change", counts.Values);
        sql.Append(CultureInfo.InvariantCulture, $"""
            INSERT INTO summary_counts (project_id, kind, key, label, count)
            SELECT @{name}_project, kind, key, label, change FROM {rows.Of("kind", "key", "label", "change")} WHERE true
            ON CONFLICT (project_id, kind, key, label) DO UPDATE SET count = summary_counts.count + excluded.count;

            """);
        if (counts.Values.Any(c => c < 0)) sql.Append(CultureInfo.InvariantCulture, $"DELETE FROM summary_counts WHERE project_id = @{name}_project AND count <= 0;\n");
    }

    private sealed class KeyComparer : IComparer<(SummaryKind Kind, string Key, string Label)>
    {
        public static readonly KeyComparer Instance = new();

        public int Compare((SummaryKind Kind, string Key, string Label) a, (SummaryKind Kind, string Key, string Label) b)
        {
            var byKind = a.Kind.CompareTo(b.Kind);
            if (byKind != 0) return byKind;
            var byKey = string.CompareOrdinal(a.Key, b.Key);
            return byKey != 0 ? byKey : string.CompareOrdinal(a.Label, b.Label);
        }
    }
}
