using Goldset.Data;

namespace Goldset.Server.Projects;

/// <summary>Which tasks want several annotations, when settings or tasks change. Set-based: no task is read into the server.</summary>
public static class OverlapCohort
{
    /// <summary>Applies a change of the overlap settings to the project's tasks.</summary>
    public static async Task SettingsChangedAsync(WriteTransaction tx, long projectId, (int Maximum, int Percentage, string? SkipQueue) before, (int Maximum, int Percentage, string? SkipQueue) after)
    {
        var maximumChanged = before.Maximum != after.Maximum;
        if (before.Percentage != after.Percentage)
        {
            if (after.Maximum > 1) await RearrangeAsync(tx, projectId, after.Maximum, after.Percentage);
            else if (maximumChanged) await SetAllAsync(tx, projectId, 1, "");
        }
        else if (maximumChanged)
        {
            if (after.Maximum == 1) await SetAllAsync(tx, projectId, 1, "");
            else if (await SetAllAsync(tx, projectId, after.Maximum, " AND overlap > 1") == 0)
            {
                if (after.Percentage < 100) await RearrangeAsync(tx, projectId, after.Maximum, after.Percentage);
                else await SetAllAsync(tx, projectId, after.Maximum, "");
            }
        }
        if (before.SkipQueue != after.SkipQueue) await RelabelAsync(tx, projectId, " AND total_annotations + cancelled_annotations > 0");
    }

    /// <summary>Rearranges the cohort after tasks were added or deleted, where the project has one.</summary>
    public static async Task TasksChangedAsync(WriteTransaction tx, long projectId)
    {
        var settings = await tx.QueryFirstOrDefaultAsync<Settings>("SELECT maximum_annotations, overlap_cohort_percentage FROM projects WHERE id = @projectId", new { projectId });
        if (settings is { MaximumAnnotations: > 1, OverlapCohortPercentage: < 100 })
            await RearrangeAsync(tx, projectId, settings.MaximumAnnotations, settings.OverlapCohortPercentage);
    }

    private static async Task<int> SetAllAsync(WriteTransaction tx, long projectId, int overlap, string condition)
    {
        var changed = await tx.ExecuteAsync($"UPDATE tasks SET overlap = @overlap WHERE project_id = @projectId AND {tx.Dialect.NotDeleted("tasks")}{condition}", new { projectId, overlap });
        if (changed > 0) await RelabelAsync(tx, projectId, "");
        return changed;
    }

    private static async Task RearrangeAsync(WriteTransaction tx, long projectId, int maximum, int percentage)
    {
        var total = await tx.QueryFirstOrDefaultAsync<long>("SELECT task_number FROM project_counts WHERE project_id = @projectId", new { projectId });
        var must = (long)Math.Floor(total * percentage / 100.0 + 0.5);
        // Tasks that already have all their annotations come first, then those with most annotations.
        var notDeleted = tx.Dialect.NotDeleted("tasks");
        await tx.ExecuteAsync($"""
            UPDATE tasks SET overlap = 1 WHERE project_id = @projectId AND {notDeleted} AND overlap <> 1;
            UPDATE tasks SET overlap = @maximum WHERE id IN (
                SELECT id FROM visible_tasks WHERE project_id = @projectId
                ORDER BY CASE WHEN useful_annotations >= @maximum THEN 0 ELSE 1 END, total_annotations + cancelled_annotations DESC, id LIMIT @must);
            UPDATE tasks SET overlap = @maximum WHERE project_id = @projectId AND {notDeleted} AND useful_annotations >= @maximum;
            """, new { projectId, maximum, must });
        await RelabelAsync(tx, projectId, "");
    }

    /// <summary>Recomputes <c>is_labeled</c> of the project's tasks and moves the counter by the difference.</summary>
    private static Task RelabelAsync(WriteTransaction tx, long projectId, string condition) => tx.ExecuteAsync($"""
        UPDATE tasks SET is_labeled = (total_annotations + cancelled_annotations > 0 AND overlap <= (
            SELECT COUNT(DISTINCT COALESCE(a.completed_by_id, 0)) FROM annotations a JOIN projects p ON p.id = a.project_id
            WHERE a.task_id = tasks.id AND (p.skip_queue = 'IGNORE_SKIPPED' OR NOT a.was_cancelled)))
        WHERE project_id = @projectId AND {tx.Dialect.NotDeleted("tasks")}{condition};
        UPDATE project_counts SET finished_task_number = (SELECT COUNT(*) FROM visible_tasks WHERE project_id = @projectId AND is_labeled) WHERE project_id = @projectId;
        """, new { projectId });

    private sealed class Settings
    {
        public int MaximumAnnotations { get; init; }
        public int OverlapCohortPercentage { get; init; }
    }
}
