using Dapper;

namespace Goldset.Server.LabelStream;

/// <summary>
/// The tasks a label stream runs over, as the data manager selects and orders them: a condition over <c>visible_tasks t</c> and an
/// ORDER BY list, with their parameters.
/// </summary>
public sealed record TaskSelection(string Where, string OrderBy, DynamicParameters Parameters, bool IsDataManagerQueue)
{
    /// <summary>All tasks of the project by id.</summary>
    public static TaskSelection All => new("", "t.id", new DynamicParameters(), false);
}
