using Goldset.Data.Entities;
using Goldset.Server.Http;
using Goldset.Server.LabelStream;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Takes the next of the selected tasks for labeling.</summary>
internal sealed class NextTaskAction(LabelStreamAnswer stream) : TaskAction("next_task")
{
    public override bool CanBeJob => false;

    public override Role Role => Role.Annotator;

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel) =>
        await stream.NextAsync(run.Caller, run.Project, run.Scope.Selection with { Except = run.Except }, cancel);
}
