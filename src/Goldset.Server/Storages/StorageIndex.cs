using System.Collections.Frozen;
using Dapper;
using Goldset.Data;

namespace Goldset.Server.Storages;

/// <summary>
/// Which projects have which storages, kept in memory: every task that is read and every annotation that is saved asks for it. Other
/// processes on the same database see a change after some seconds.
/// </summary>
internal sealed class StorageIndex(Database database, StorageKinds kinds)
{
    private FrozenDictionary<long, Entry[]> byProject = FrozenDictionary<long, Entry[]>.Empty;

    /// <summary>A storage in the index.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="IsExport">Annotations are written to it.</param>
    /// <param name="Kind">Kind.</param>
    /// <param name="DeletesObjects">Objects of deleted annotations are deleted from it.</param>
    /// <param name="UriPrefix">What the addresses of its objects in task data begin with; null: they are no addresses to resolve.</param>
    internal sealed record Entry(long Id, bool IsExport, string Kind, bool DeletesObjects, string? UriPrefix);

    /// <summary>The storages of a project.</summary>
    public IReadOnlyList<Entry> Of(long projectId) => byProject.GetValueOrDefault(projectId) ?? [];

    /// <summary>All storages.</summary>
    public IEnumerable<Entry> All => byProject.Values.SelectMany(storages => storages);

    /// <summary>Reads them all anew: some have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        // Most servers have none, and preparing to read the rows would take a tenth of the start.
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT EXISTS (SELECT 1 FROM storages)", cancellationToken: cancel)))
        {
            byProject = FrozenDictionary<long, Entry[]>.Empty;
            return;
        }
        var rows = (await connection.QueryAsync<StorageRow>(new CommandDefinition($"SELECT {StorageRow.Columns} FROM storages s ORDER BY s.id", cancellationToken: cancel))).AsList();
        byProject = rows.GroupBy(row => row.ProjectId).ToFrozenDictionary(g => g.Key, g => g.Select(ToEntry).ToArray());
    }

    private Entry ToEntry(StorageRow row) =>
        new(row.Id, row.IsExport, row.Kind, row is { IsExport: true, CanDeleteObjects: true }, row.IsExport ? null : kinds.Find(row.Kind)?.UriPrefix(row.Settings));
}
