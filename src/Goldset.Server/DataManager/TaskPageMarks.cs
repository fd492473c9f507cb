using System.Collections.Concurrent;

namespace Goldset.Server.DataManager;

/// <summary>
/// Where pages of a project's tasks, in the order of ids, began and ended when they were last read. The next page and those near it are
/// found from there, so that walking through all pages costs each task once instead of once a page. Kept in memory, for as long as
/// the project has the same tasks.
/// </summary>
internal sealed class TaskPageMarks
{
    private const int MaxProjects = 256;
    private const int MaxMarks = 4096;

    private readonly ConcurrentDictionary<long, Marks> projects = new();

    /// <summary>A task at or before <paramref name="offset"/>: how many tasks come before it, and an id from which it is the first.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="version">Its <c>tasks_version</c>.</param>
    /// <param name="offset">Tasks before the wanted page.</param>
    public (long Offset, long FromId) Before(long projectId, long version, long offset) =>
        projects.TryGetValue(projectId, out var marks) && marks.Version == version ? marks.Before(offset) : (0, 0);

    /// <summary>Remembers that <paramref name="offset"/> tasks come before the first one with an id of at least <paramref name="fromId"/>.</summary>
    public void Remember(long projectId, long version, long offset, long fromId)
    {
        if (projects.Count >= MaxProjects && !projects.ContainsKey(projectId)) projects.Clear();
        var marks = projects.AddOrUpdate(projectId, _ => new Marks(version), (_, known) => known.Version >= version ? known : new Marks(version));
        if (marks.Version == version) marks.Add(offset, fromId);
    }

    private sealed class Marks(long version)
    {
        private readonly Lock gate = new();
        private readonly SortedList<long, long> fromIds = [];

        public long Version => version;

        public (long Offset, long FromId) Before(long offset)
        {
            lock (gate)
            {
                var (low, high) = (0, fromIds.Count);
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    if (fromIds.GetKeyAtIndex(middle) <= offset) low = middle + 1;
                    else high = middle;
                }
                return low == 0 ? (0, 0) : (fromIds.GetKeyAtIndex(low - 1), fromIds.GetValueAtIndex(low - 1));
            }
        }

        public void Add(long offset, long fromId)
        {
            lock (gate)
            {
                if (fromIds.Count >= MaxMarks)
                    for (var index = fromIds.Count - 1; index > 0; index -= 2) fromIds.RemoveAt(index);
                fromIds[offset] = fromId;
            }
        }
    }
}
