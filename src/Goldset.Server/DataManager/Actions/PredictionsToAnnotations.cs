using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Makes an annotation of the caller from each prediction that none has been made from yet.</summary>
internal sealed class PredictionsToAnnotations(SelectedTasks tasks, Database database, WebhookEvents events, ExportQueue exports, TimeProvider clock) : TaskAction("predictions_to_annotations")
{
    public override ActionResponse Entry => Menu("Create Annotations From Predictions", 91, ["tasks.change"], new ActionDialog(
        "Create annotations from predictions using selected predictions set for each selected task. Your account will be assigned as an owner to those annotations. ",
        "Create Annotations From Predictions", HasForm: true));

    public override async Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var versions = (await connection.QueryAsync<string>("""
            SELECT pr.model_version FROM predictions pr WHERE pr.project_id = @Id AND pr.model_version IS NOT NULL GROUP BY pr.model_version ORDER BY MAX(pr.created_at) DESC
            """, new { project.Id })).AsList();
        if (project.ModelVersion is { } current && versions.Remove(current)) versions.Insert(0, current);
        var field = ActionForm.Select("model_version", "Choose predictions", versions);
        field["value"] = project.ModelVersion;
        return ActionForm.Of(field);
    }

    public override string Condition => " AND t.total_predictions > 0";

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var (project, now) = (run.Project.Id, Timestamp.Now(clock));
        var versions = Versions(run);
        var created = (await tasks.InBatchesAsync(run, run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel), async (tx, batch) =>
        {
            var parameters = new DynamicParameters();
            parameters.Add("ids", await SelectedTasks.LockAsync(tx, project, batch));
            parameters.Add("versions", versions);
            var copies = (await tx.QueryAsync<(long Id, long TaskId, string? Result)>($"""
                SELECT pr.id, pr.task_id, pr.result FROM predictions pr
                WHERE {tx.Dialect.In("pr.task_id", "@ids")}{(versions is null ? "" : " AND " + tx.Dialect.In("pr.model_version", "@versions"))}
                    AND NOT EXISTS (SELECT 1 FROM annotations a WHERE a.task_id = pr.task_id AND a.parent_prediction_id = pr.id)
                ORDER BY pr.task_id, pr.id
                """, parameters)).Select(prediction => new AnnotationCopy(prediction.TaskId, prediction.Result, prediction.Id, null)).ToList();
            if (copies.Count == 0) return default;
            var ids = await AnnotationCopies.InsertAsync(tx, project, copies, run.Caller.UserId, now, changesTasks: true);
            await events.AnnotationsCreatedAsync(tx, project, ids);
            await exports.OrderAsync(tx, project, ids);
            return new BatchSum(ids.Length);
        }, cancel)).Count;
        return new { detail = $"Created {created} annotations" };
    }

    private static string[]? Versions(ActionRun run)
    {
        if (!run.Body.TryGet("model_version", out var sent) || sent.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return null;
        return sent.ValueKind == JsonValueKind.Array ? [.. sent.EnumerateArray().Select(version => version.ToString())] : [sent.ToString()];
    }
}
