using System.Threading.Channels;
using Goldset.Data;
using Goldset.Data.Entities;
using Goldset.Server.Projects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Import;

/// <summary>
/// Writes the tasks of one import. What fits into one batch goes in one transaction. More is written batch by batch, while the next one
/// is being read, under a pending import that hides it; one short transaction makes all of it visible. An import that is not completed
/// leaves nothing.
/// </summary>
internal sealed class ImportSession : IAsyncDisposable
{
    private readonly Database database;
    private readonly PendingImports imports;
    private readonly ImportProject project;
    private readonly ReplacedTasks? replaced;
    private readonly WebhookEvents events;
    private readonly ImportHold? hold;
    private readonly TimeProvider clock;
    private readonly InnerIds innerIds;
    private readonly ImportTotals totals = new();
    private readonly List<long>? ids;
    private readonly CancellationTokenSource stop;
    private readonly Channel<TaskBatch> full = Channel.CreateBounded<TaskBatch>(1);
    private readonly Channel<TaskBatch> empty = Channel.CreateUnbounded<TaskBatch>();
    private readonly List<TaskBatch> batches;
    private long? importId;
    private Task writing = Task.CompletedTask;
    private Task beating = Task.CompletedTask;
    private bool finishing;
    private bool complete;

    private ImportSession(
        Database database, PendingImports imports, WebhookEvents events, ImportProject project, ReplacedTasks? replaced, bool keepIds, TimeProvider clock, CancellationToken cancel,
        ImportHold? hold)
    {
        this.database = database;
        this.imports = imports;
        this.project = project;
        this.replaced = replaced;
        this.events = events;
        this.hold = hold;
        this.clock = clock;
        innerIds = new InnerIds(database, project.Id);
        ids = keepIds ? [] : null;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        batches = [Batch = new TaskBatch(database.Engine)];
    }

    /// <summary>Takes the next tasks.</summary>
    public TaskBatch Batch { get; private set; }

    /// <summary>The data keys of the tasks taken.</summary>
    public DataColumns Columns { get; } = new();

    /// <summary>The new tasks' ids in input order, where they were asked for.</summary>
    public IReadOnlyList<long>? TaskIds => ids;

    /// <summary>Begins an import into <paramref name="project"/>. Nothing is written yet.</summary>
    /// <param name="database">The database.</param>
    /// <param name="imports">Hides it while it is under way.</param>
    /// <param name="events">Told of the new tasks.</param>
    /// <param name="project">The project.</param>
    /// <param name="replaced">Tasks that go when it is complete.</param>
    /// <param name="keepIds">Whether <see cref="TaskIds"/> are wanted.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <param name="hold">What else is to be written.</param>
    public static async Task<ImportSession> BeginAsync(
        Database database, PendingImports imports, WebhookEvents events, ImportProject project, ReplacedTasks? replaced, bool keepIds, TimeProvider clock, CancellationToken cancel,
        ImportHold? hold = null)
    {
        var session = new ImportSession(database, imports, events, project, replaced, keepIds, clock, cancel, hold);
        if (replaced is not null && await replaced.LastNumbersAsync(database, cancel) is var (first, last)) session.innerIds.Reuse(first, last);
        return session;
    }

    /// <summary>Tasks have been handed on already, so that only <see cref="CompleteAsync"/> shows them.</summary>
    public bool HasFlushed => importId is not null;

    /// <summary>Hands the batch on and takes an empty one.</summary>
    public async ValueTask FlushAsync()
    {
        if (importId is null)
        {
            importId = await imports.BeginAsync(project.Id, stop.Token);
            writing = WriteAllAsync();
            beating = BeatAsync();
        }
        try
        {
            await full.Writer.WriteAsync(Batch, stop.Token);
            Batch = await EmptyBatchAsync();
        }
        catch (ChannelClosedException)
        {
            await writing;
            throw;
        }
    }

    /// <summary>Makes the tasks visible, all at once.</summary>
    /// <param name="lastModelVersion">Version of the last prediction: the project shows it from now on if it has shown none.</param>
    public async Task CompleteAsync(string? lastModelVersion)
    {
        if (importId is null)
        {
            await CompleteAtOnceAsync(lastModelVersion);
        }
        else
        {
            if (Batch.Tasks.Count > 0) await FlushAsync();
            full.Writer.Complete();
            await writing;
            finishing = true;
            // As durable as an annotation; that takes all the batches before along.
            await database.WriteAsync(WriteLane.Interactive, async tx =>
            {
                if (hold is not null) await hold.GuardAsync(tx);
                await PendingImports.FinishAsync(tx, importId.Value);
                if (replaced is not null) await replaced.DeleteAsync(tx, importId, Timestamp.Now(clock));
                await innerIds.GiveBackUnusedAsync(tx);
                await totals.ApplyAsync(tx, project.Id, numbers: 0);
                await ApplyToProjectAsync(tx, lastModelVersion);
                await events.TasksImportedAsync(tx, project.Id, importId.Value);
                if (hold?.EndAsync is { } end) await end(tx, ids);
            }, stop.Token);
        }
        complete = true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        full.Writer.TryComplete();
        await Task.WhenAll(writing, beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var batch in batches) batch.Dispose();
        stop.Dispose();
        if (complete) return;
        if (importId is { } id) imports.Abandon(id);
        // Once the import has tried to finish, its numbers may be in use.
        if (!finishing && innerIds.HasTaken) await database.WriteAsync(WriteLane.Bulk, innerIds.GiveBackAsync, CancellationToken.None);
    }

    private async Task CompleteAtOnceAsync(string? lastModelVersion)
    {
        totals.Add(Batch);
        // Where tasks change that others may be working on, their rows must be locked before the project's counters.
        var numbers = replaced is not null || project.HasCohort ? await innerIds.TakeAsync(Batch.Tasks.Count, stop.Token) : null;
        finishing = true;
        var inserted = await database.WriteAsync(WriteLane.Interactive, async tx =>
        {
            if (hold is not null) await hold.GuardAsync(tx);
            if (replaced is not null) await replaced.DeleteAsync(tx, importId: null, Timestamp.Now(clock));
            await innerIds.GiveBackUnusedAsync(tx);
            var last = await totals.ApplyAsync(tx, project.Id, numbers is null ? Batch.Tasks.Count : 0);
            numbers ??= [.. Enumerable.Range(0, Batch.Tasks.Count).Select(i => last - Batch.Tasks.Count + 1 + i)];
            var added = await TaskRows.InsertAsync(tx, project, Batch, importId: null, numbers);
            await ApplyToProjectAsync(tx, lastModelVersion);
            await events.TasksCreatedAsync(tx, project.Id, added);
            if (hold?.EndAsync is { } end) await end(tx, ids is null ? null : added);
            return added;
        }, stop.Token);
        ids?.AddRange(inserted);
    }

    private async Task ApplyToProjectAsync(WriteTransaction tx, string? lastModelVersion)
    {
        var summary = new SummaryDelta();
        foreach (var (key, count) in Columns.Counts) summary.Add(SummaryKind.DataColumn, key, "", count);
        await summary.ApplyAsync(tx, project.Id);
        if (project.HasCohort) await OverlapCohort.TasksChangedAsync(tx, project.Id);
        if (!string.IsNullOrEmpty(lastModelVersion))
            await tx.ExecuteAsync("UPDATE projects SET model_version = @lastModelVersion WHERE id = @Id AND COALESCE(model_version, '') = ''", new { lastModelVersion, project.Id });
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var batch in full.Reader.ReadAllAsync(stop.Token))
            {
                await WriteAsync(batch);
                batch.Clear();
                empty.Writer.TryWrite(batch);
            }
        }
        finally
        {
            full.Writer.TryComplete();
            empty.Writer.TryComplete();
        }
    }

    private async Task WriteAsync(TaskBatch batch)
    {
        var numbers = await innerIds.TakeAsync(batch.Tasks.Count, stop.Token);
        var added = await database.WriteAsync(WriteLane.Bulk, async tx =>
        {
            if (tx.Dialect.CommitLater.Length > 0) await tx.ExecuteAsync(tx.Dialect.CommitLater);
            if (hold is not null) await hold.GuardAsync(tx);
            await imports.BeatAsync(tx, importId!.Value);
            return await TaskRows.InsertAsync(tx, project, batch, importId, numbers);
        }, stop.Token);
        totals.Add(batch);
        ids?.AddRange(added);
    }

    /// <summary>Keeps the import alive while its client is slow.</summary>
    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(PendingImports.Beat, clock);
        while (await timer.WaitForNextTickAsync(stop.Token))
            await database.WriteAsync(WriteLane.Bulk, tx => imports.BeatAsync(tx, importId!.Value), stop.Token);
    }

    private async ValueTask<TaskBatch> EmptyBatchAsync()
    {
        if (empty.Reader.TryRead(out var batch)) return batch;
        // One batch is being read, one waits, one is being written.
        if (batches.Count == 3) return await empty.Reader.ReadAsync(stop.Token);
        batches.Add(batch = new TaskBatch(database.Engine));
        return batch;
    }
}

/// <summary>What an import writes besides its tasks, for whoever it is done for.</summary>
/// <param name="GuardAsync">Part of every write of tasks; what it throws ends the import.</param>
/// <param name="EndAsync">The last part of the write that makes the tasks visible; it gets their ids in input order, where they were asked for.</param>
internal sealed record ImportHold(Func<WriteTransaction, Task> GuardAsync, Func<WriteTransaction, IReadOnlyList<long>?, Task>? EndAsync = null);
