using System.Diagnostics;

namespace Goldset.Server.Tests.Hosting;

/// <summary>
/// Counts the SQL statements that requests cause. The count comes from the PostgreSQL driver's tracing, so the server must run on
/// PostgreSQL; the statements are the same on SQLite.
/// </summary>
public static class StatementCounter
{
    /// <summary>Runs <paramref name="requests"/> and gives the statements that the server sent for them, apart from BEGIN and COMMIT.</summary>
    public static async Task<IReadOnlyList<string>> CountAsync(Func<Task> requests)
    {
        var statements = new List<string>();
        // The trace id travels with the request, so other tests' statements are told apart.
        using var trace = new Activity("counted requests").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name != "Npgsql" || activity.TraceId != trace.TraceId) return;
                if ((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string sql)
                    lock (statements) statements.Add(sql);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await requests();
        lock (statements) return [.. statements];
    }
}
