using Dapper;

namespace Goldset.Server.LabelStream;

/// <summary>
/// The tasks a label stream runs over, as the data manager selects and orders them: a condition over <c>visible_tasks t</c> and an
/// ORDER BY list, with their parameters.
/// </summary>
public sealed record TaskSelection(string Where, string OrderBy, DynamicParameters Parameters, bool IsDataManagerQueue)
{
    /// <summary>
    /// Tasks that are not to be handed out now: open or answered in the caller's browser, which fetches the next one ahead. They keep
    /// their locks.
    /// </summary>
    public IReadOnlyCollection<long> Except { get; init; } = [];

    /// <summary>On SQLite: the condition names the tasks by id, so they are not to be looked for among all of the project.</summary>
    public bool NamesTasks { get; init; }

    /// <summary>The condition that a task is one of the project's, before <see cref="Where"/>. A plus keeps SQLite from going by it.</summary>
    internal string OfProject(long project) => $"{(NamesTasks ? "+" : "")}t.project_id = {project}";

    /// <summary>The condition for <see cref="Except"/>, to be added to others.</summary>
    internal string NotExcepted => Except.Count == 0 ? "" : $" AND t.id NOT IN ({string.Join(',', Except)})";

    /// <summary>The order of a project's tasks where nobody asks for another.</summary>
    public const string ById = "t.id";

    /// <summary>All tasks of the project by id.</summary>
    public static TaskSelection All => new("", ById, new DynamicParameters(), false);
}
