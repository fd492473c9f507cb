using Goldset.Data;

namespace Goldset.Server.Import;

/// <summary>
/// Numbers for the tasks of one import, consecutive within the project. They are taken a batch at a time in a transaction of their
/// own, so that imports that run side by side share one row of numbers without waiting for each other.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="projectId">The project.</param>
internal sealed class InnerIds(Database database, long projectId)
{
    private long freeFirst;
    private long freeEnd;
    private (long First, long Last)? taken;
    private bool alone = true;

    /// <summary>Numbers have been taken from the project.</summary>
    public bool HasTaken => taken is not null;

    /// <summary>Lets the import use the numbers of the tasks it replaces, when these are the project's last ones.</summary>
    public void Reuse(long first, long last) => (freeFirst, freeEnd) = (first, last + 1);

    /// <summary>Takes <paramref name="count"/> numbers.</summary>
    public async Task<long[]> TakeAsync(int count, CancellationToken cancel)
    {
        var numbers = new long[count];
        var next = 0;
        while (next < count && freeFirst < freeEnd) numbers[next++] = freeFirst++;
        if (next == count) return numbers;
        var wanted = count - next;
        var last = await database.WriteAsync(WriteLane.Bulk, tx => tx.QueryFirstOrDefaultAsync<long>(
            // Numbers that are lost in a power failure are lost together with the tasks that have them.
            tx.Dialect.CommitLater + "UPDATE project_counts SET last_inner_id = last_inner_id + @wanted WHERE project_id = @projectId RETURNING last_inner_id", new { wanted, projectId }), cancel);
        var first = last - wanted + 1;
        alone &= taken is null || taken.Value.Last + 1 == first;
        taken = (taken?.First ?? first, last);
        while (next < count) numbers[next++] = first++;
        return numbers;
    }

    /// <summary>Of the numbers to be used again, gives back those that were not.</summary>
    public Task GiveBackUnusedAsync(WriteTransaction tx) => freeFirst < freeEnd ? GiveBackAsync(tx, freeFirst, freeEnd - 1) : Task.CompletedTask;

    /// <summary>After a failed import: gives all numbers back, unless another import has taken some since.</summary>
    public Task GiveBackAsync(WriteTransaction tx) => taken is var (first, last) && alone ? GiveBackAsync(tx, first, last) : Task.CompletedTask;

    private Task GiveBackAsync(WriteTransaction tx, long first, long last) =>
        tx.ExecuteAsync("UPDATE project_counts SET last_inner_id = @first - 1 WHERE project_id = @projectId AND last_inner_id = @last", new { first, last, projectId });
}
