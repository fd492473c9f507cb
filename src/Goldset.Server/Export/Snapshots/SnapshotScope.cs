using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Server.DataManager;
using Goldset.Server.Projects;

namespace Goldset.Server.Export.Snapshots;

/// <summary>Compiles the options of a snapshot to conditions in SQL.</summary>
internal sealed class SnapshotScope(Database database, LabelConfigs configs)
{
    /// <summary>What the task source reads for <paramref name="options"/>.</summary>
    /// <exception cref="Http.ApiException">400: a filter of the tab cannot be understood.</exception>
    public async Task<ExportScope> CompileAsync(ProjectRow project, SnapshotOptions options, CancellationToken cancel)
    {
        var annotations = options.Annotations?.Condition ?? "";
        var (view, parameters) = await ViewAsync(project, options.View, cancel);
        var condition = view
            + Condition(options.Skipped, "t.cancelled_annotations > 0")
            + Condition(options.Finished, "t.is_labeled")
            + Condition(options.Annotated, "t.total_annotations > 0")
            + (options.OnlyWithAnnotations ? $" AND EXISTS (SELECT 1 FROM annotations a WHERE a.task_id = t.id{annotations})" : "");
        return new ExportScope(project.Id, AllTasks: true, Ids: null)
        {
            TaskCondition = condition,
            Parameters = parameters,
            AnnotationCondition = annotations,
            FullDrafts = options.FullDrafts,
            FullPredictions = options.FullPredictions,
            FullAuthors = options.FullAuthors,
        };
    }

    private async Task<(string Condition, DynamicParameters Parameters)> ViewAsync(ProjectRow project, JsonElement? view, CancellationToken cancel)
    {
        if (view is not { } content) return ("", new DynamicParameters());
        var (query, undefinedKey) = (TaskQuery.Read(content), await TaskScope.UndefinedKeyAsync(database, project, configs, cancel));
        CompiledQuery Compiled(IReadOnlySet<string>? refused) => TaskFilter.Compile(database, project.Id, query, undefinedKey, ProjectIndexes.None, refused: refused);
        var compiled = Compiled(refused: null);
        var refused = await TaskPatterns.RefusedAsync(database, compiled.Patterns, cancel);
        var selection = (refused.Count == 0 ? compiled : Compiled(refused)).Selection;
        return (selection.Where, selection.Parameters);
    }

    private static string Condition(bool? wanted, string sql) => wanted switch { null => "", true => $" AND {sql}", false => $" AND NOT ({sql})" };
}
