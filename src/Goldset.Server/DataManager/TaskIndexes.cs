using System.Collections.Concurrent;
using Dapper;
using Goldset.Data;
using Goldset.Server.Hosting;
using Goldset.Server.Projects;

namespace Goldset.Server.DataManager;

/// <summary>The indexes that a project has on demand.</summary>
/// <param name="Ready">Those that can be used.</param>
/// <param name="Search">The newest task that the search index has; null: there is no such index.</param>
internal sealed record ProjectIndexes(IReadOnlySet<TaskIndexKey> Ready, long? Search)
{
    /// <summary>None.</summary>
    public static readonly ProjectIndexes None = new(new HashSet<TaskIndexKey>(), null);
}

/// <summary>
/// Knows which indexes projects have on demand and takes notice of what is used, so that <see cref="TaskIndexWorker"/> makes what is
/// missing. What it knows of the database is some seconds old at most; an index that is gone meanwhile is only not used.
/// </summary>
internal sealed class TaskIndexes(Database database, TimeProvider clock) : WakeSignal
{
    /// <summary>Projects with fewer tasks do without: reading all of them is as fast.</summary>
    public const int WorthwhileFrom = 5000;

    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, Known> known = new();
    private readonly ConcurrentDictionary<(long Project, TaskIndexKey Key), Timestamp> used = new();

    /// <summary>The indexes of a project.</summary>
    public async Task<ProjectIndexes> OfAsync(ProjectRow project, CancellationToken cancel)
    {
        if (project.TaskNumber < WorthwhileFrom) return ProjectIndexes.None;
        if (known.TryGetValue(project.Id, out var found) && found.Until > Timestamp.Now(clock)) return found.Indexes;
        await using var connection = await database.ReadAsync(cancel);
        var rows = (await connection.QueryAsync<(string Kind, string Field, long IndexedTo)>(
            "SELECT kind, field, indexed_to FROM task_indexes WHERE project_id = @Id AND (status = 'ready' OR kind = @search AND indexed_to > 0)", new { project.Id, search = TaskIndexKey.Search })).AsList();
        var indexes = new ProjectIndexes(
            rows.Select(row => new TaskIndexKey(row.Kind, row.Field)).ToHashSet(),
            rows.Where(row => row.Kind == TaskIndexKey.Search).Select(row => (long?)row.IndexedTo).FirstOrDefault());
        if (known.Count > 1000) known.Clear();
        known[project.Id] = new Known(indexes, Timestamp.Now(clock).Add(KnownFor));
        return indexes;
    }

    /// <summary>Takes notice that a request had use for these indexes, whether they exist or not.</summary>
    public void Use(ProjectRow project, IEnumerable<TaskIndexKey> keys)
    {
        if (project.TaskNumber < WorthwhileFrom) return;
        var now = Timestamp.Now(clock);
        foreach (var key in keys)
        {
            used[(project.Id, key)] = now;
            if (!known.TryGetValue(project.Id, out var found) || !found.Indexes.Ready.Contains(key)) Wake();
        }
    }

    /// <summary>What was used since the last call.</summary>
    internal IReadOnlyList<(long Project, TaskIndexKey Key, Timestamp At)> TakeUsed()
    {
        var taken = new List<(long, TaskIndexKey, Timestamp)>();
        foreach (var key in used.Keys)
            if (used.TryRemove(key, out var at)) taken.Add((key.Project, key.Key, at));
        return taken;
    }

    /// <summary>Has the next request ask the database again.</summary>
    internal void Forget(long project) => known.TryRemove(project, out _);

    private sealed record Known(ProjectIndexes Indexes, Timestamp Until);
}
