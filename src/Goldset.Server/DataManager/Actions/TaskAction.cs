using System.Text.Json;
using System.Text.Json.Nodes;
using Goldset.Data.Entities;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;
using Goldset.Server.Jobs;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager.Actions;

/// <summary>Something that can be done to the tasks of a view, a query or a selection.</summary>
/// <param name="id">Its name in requests.</param>
internal abstract class TaskAction(string id)
{
    /// <summary>Its name in requests.</summary>
    public string Id { get; } = id;

    /// <summary>As menus show it; null: not in menus.</summary>
    public virtual ActionResponse? Entry => null;

    /// <summary>A further condition on the selected tasks, as SQL on <c>visible_tasks t</c> that begins with AND: others it has nothing to do with.</summary>
    public virtual string Condition => "";

    /// <summary>It changes things for a while, and can go on in the background.</summary>
    public virtual bool CanBeJob => true;

    /// <summary>Who may run it.</summary>
    public virtual Role Role => Role.Manager;

    /// <summary>Rows of the form that is filled in before it runs; none: there is nothing to fill in.</summary>
    public virtual Task<JsonArray> FormAsync(ProjectRow project, CancellationToken cancel) => Task.FromResult(new JsonArray());

    /// <summary>Runs it.</summary>
    /// <returns>The body of the answer.</returns>
    /// <exception cref="ApiException">The form is not filled in rightly.</exception>
    public abstract Task<object> RunAsync(ActionRun run, CancellationToken cancel);

    /// <summary>Its entry in menus.</summary>
    protected ActionResponse Menu(string title, int order, string[] permissions, ActionDialog dialog, bool? experimental = null, bool? reload = null) => new(
        Id, title, order, permissions is [var one] ? JsonSerializer.SerializeToElement(one) : JsonSerializer.SerializeToElement(permissions), dialog.ToJson(), experimental, reload);
}

/// <summary>An action under way: who runs it, on what, with which form.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Scope">The project and the tasks.</param>
/// <param name="Body">The request, with the fields of the form.</param>
/// <param name="Except">Ids of tasks to pass over.</param>
/// <param name="Selected">The tasks' ids, in their order; null: as <paramref name="Scope"/> says.</param>
/// <param name="Job">The job that does it; null: a request waits for it.</param>
internal sealed record ActionRun(Caller Caller, TaskScope Scope, RequestBody Body, IReadOnlyList<long> Except, List<long>? Selected = null, JobClaim? Job = null)
{
    /// <summary>The project.</summary>
    public ProjectRow Project => Scope.Project;

    /// <summary>A field of the form as text; null when it was not sent.</summary>
    public string? Text(string field) => Body.TryGet(field, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.ToString() : null;

    /// <summary>A field of the form that must be filled in.</summary>
    public string Required(string field) => Text(field) is { Length: > 0 } text ? text : throw new ValidationException(field, "This field is required.");
}

/// <summary>What to ask before an action runs.</summary>
/// <param name="Text">The question.</param>
/// <param name="Title">Above it.</param>
/// <param name="HasForm">There is a form to fetch.</param>
internal sealed record ActionDialog(string Text, string? Title = null, bool HasForm = false)
{
    /// <summary>As the API shows it.</summary>
    public JsonElement ToJson()
    {
        var dialog = new JsonObject();
        if (Title is not null) dialog["title"] = Title;
        dialog["text"] = Text;
        dialog["type"] = "confirm";
        if (HasForm) dialog["form"] = null;
        return JsonSerializer.SerializeToElement(dialog, Json.Options);
    }
}

/// <summary>An action that can be run on tasks.</summary>
public sealed record ActionResponse(string Id, string Title, int Order, [property: Shape("ActionPermission")] JsonElement Permission, [property: Shape("ActionDialog")] JsonElement Dialog,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Experimental,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] bool? Reload);
