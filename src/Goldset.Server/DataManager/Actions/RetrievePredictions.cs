using Goldset.Server.MachineLearning;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Asks the project's machine-learning back end for predictions.</summary>
internal sealed class RetrievePredictions(SelectedTasks tasks, MlPredictions predictions) : TaskAction("retrieve_tasks_predictions")
{
    public override ActionResponse Entry => Menu("Retrieve Predictions", 90, ["predictions.any"], new ActionDialog(
        "Send the selected tasks to all ML backends connected to the project." +
        "This operation might be abruptly interrupted due to a timeout. The recommended way to get predictions is to update tasks using the Label Studio API." +
        "Please confirm your action.", "Retrieve Predictions"));

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var ids = run.Selected ?? await tasks.IdsAsync(run.Scope, this, cancel);
        await predictions.RetrieveAsync(run.Project.Id, ids, run.Caller.UserId, title: null, patient: true, cancel);
        return new { processed_items = ids.Count, detail = $"Retrieved {ids.Count} predictions" };
    }
}
