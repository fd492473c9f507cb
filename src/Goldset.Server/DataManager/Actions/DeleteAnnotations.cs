using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Deletes annotations and drafts, of everybody or of one person.</summary>
internal sealed class DeleteAnnotations(SelectedTasks tasks, Database database, WebhookEvents events, ExportQueue exports, TimeProvider clock) : TaskAction("delete_tasks_annotations")
{
    public override ActionResponse Entry => Menu("Delete Annotations", 101, ["tasks.change", "annotations.delete"], new ActionDialog(
        "You are going to delete annotations from the selected tasks.\nYou can select specific annotators to delete annotations for.\nPlease confirm your action.", HasForm: true));

    public override async Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var authors = await connection.QueryAsync<UserRow>($"""
            SELECT {UserRow.Columns} FROM users u {UserRow.Joins}
            WHERE u.id IN (SELECT a.completed_by_id FROM annotations a WHERE a.project_id = @Id) OR u.id IN (SELECT d.user_id FROM drafts d WHERE d.project_id = @Id) ORDER BY u.id
            """, new { project.Id });
        var field = ActionForm.Select("annotator", "Annotator", authors.Select(author => (author.Id.ToString(CultureInfo.InvariantCulture), Label(author))));
        field["placeholder"] = "All";
        field["searchable"] = true;
        return ActionForm.Of(field);
    }

    public override string Condition => " AND EXISTS (SELECT 1 FROM annotations x WHERE x.task_id = t.id UNION ALL SELECT 1 FROM drafts y WHERE y.task_id = t.id)";

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        long? annotator = long.TryParse(run.Text("annotator"), CultureInfo.InvariantCulture, out var id) ? id : null;
        var (project, now) = (run.Project.Id, Timestamp.Now(clock));
        var deleted = (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            var parameters = new DynamicParameters(new { annotator });
            parameters.Add("ids", await SelectedTasks.LockAsync(tx, project, batch));
            var summary = new SummaryDelta();
            var gone = await tx.QueryAsync<(long Id, long TaskId, string? Result)>($"""
                DELETE FROM annotations WHERE {tx.Dialect.In("task_id", "@ids")}{(annotator is null ? "" : " AND completed_by_id = @annotator")} RETURNING id, task_id, result
                """, parameters);
            foreach (var annotation in gone) summary.AddAnnotation(annotation.Result, -1);
            var drafts = await tx.QueryAsync<string>($"""
                DELETE FROM drafts WHERE {tx.Dialect.In("task_id", "@ids")}{(annotator is null ? "" : " AND user_id = @annotator")} RETURNING result
                """, parameters);
            foreach (var draft in drafts) summary.AddDraft(draft, -1);
            if (gone.Count > 0)
            {
                await tx.ExecuteAsync($"""
                    UPDATE annotations SET parent_annotation_id = NULL WHERE {tx.Dialect.In("task_id", "@ids")} AND parent_annotation_id IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM annotations parent WHERE parent.id = annotations.parent_annotation_id)
                    """, parameters);
                await TaskCounters.RefreshAsync(tx, project, [.. gone.Select(annotation => annotation.TaskId).Distinct()], (run.Caller.UserId, now));
            }
            await summary.ApplyAsync(tx, project);
            if (gone.Count > 0) await events.AnnotationsDeletedAsync(tx, project, [.. gone.Select(annotation => annotation.Id)]);
            return new BatchSum(gone.Count);
        }, cancel)).Count;
        exports.TasksDeleted(project);
        return new { processed_items = deleted, detail = $"Deleted {deleted} annotations" };
    }

    private static string Label(UserRow user)
    {
        var name = $"{user.FirstName} {user.LastName}".Trim();
        return name.Length > 0 ? name : user.Username.Length > 0 ? user.Username : user.Email;
    }
}
