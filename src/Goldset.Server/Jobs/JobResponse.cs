using Goldset.Data;
using Goldset.Server.Http;

namespace Goldset.Server.Jobs;

/// <summary>A job as the API shows it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Project">The project.</param>
/// <param name="Kind"><c>import</c>, <c>reimport</c> or <c>action</c>.</param>
/// <param name="Title">What people see it as.</param>
/// <param name="Status"><c>created</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="StartedAt">When it was last begun.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Done">How much is done: bytes of an import, tasks of an action.</param>
/// <param name="Total">How much there is to do; null: not known yet.</param>
/// <param name="TaskCount">Tasks read or worked on so far.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="ValidationErrors">What was wrong with the request, as an answer at once would have said it. Not in lists.</param>
/// <param name="Result">What came of it, as an answer at once would have said it. Not in lists.</param>
public sealed record JobResponse(
    long Id, long Project, string Kind, string Title, string Status, long CreatedBy, Timestamp CreatedAt, Timestamp? StartedAt, Timestamp? FinishedAt, long Done, long? Total, long TaskCount,
    string? Error, [property: Shape("AnyJson")] RawJson ValidationErrors, [property: Shape("AnyJson")] RawJson Result)
{
    internal static JobResponse Of(JobRow row) => new(
        row.Id, row.ProjectId, row.Kind, row.Title, row.Status, row.CreatedById, row.CreatedAt, row.StartedAt, row.FinishedAt, row.Done, row.Total, row.TaskCount, row.Error,
        new RawJson(row.ValidationErrors), new RawJson(row.Result));
}
