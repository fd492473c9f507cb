using System.Runtime.CompilerServices;

namespace Goldset.Formats.Reading;

/// <summary>A dataset that has been looked through once: what it needs, what is in it, and its tasks.</summary>
public sealed class Dataset : IAsyncDisposable
{
    private readonly IDatasetTasks _tasks;

    private Dataset(DatasetFormat format, IDatasetTasks tasks) => (Format, _tasks) = (format, tasks);

    /// <summary>What it was read as.</summary>
    public DatasetFormat Format { get; }

    /// <summary>The objects, controls and labels that its annotations need.</summary>
    public ImpliedConfig Config => _tasks.Config;

    /// <summary>What is in it, and what of it cannot be read.</summary>
    public DatasetReport Report { get; } = new();

    /// <summary>Looks through a dataset.</summary>
    /// <param name="format">What it is.</param>
    /// <param name="files">Its files, which must stay open as long as the dataset.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="DatasetException">It is no dataset of this format.</exception>
    public static async Task<Dataset> OpenAsync(DatasetFormat format, DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var dataset = new Dataset(format, await format.Reader.OpenAsync(files, options, cancellationToken).ConfigureAwait(false));
        try
        {
            await foreach (var task in dataset._tasks.ReadAsync(dataset.Report, cancellationToken).ConfigureAwait(false))
            {
                dataset.Report.Count(task);
                task.Describe(dataset.Config);
            }

            return dataset;
        }
        catch
        {
            await dataset.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the tasks, in the order of the dataset. What cannot be read is left out; <see cref="Report"/> says so.</summary>
    /// <exception cref="DatasetException">A file cannot be read any more.</exception>
    public async IAsyncEnumerable<DatasetTask> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new DatasetReport();
        await foreach (var task in _tasks.ReadAsync(known, cancellationToken).ConfigureAwait(false))
        {
            yield return task;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _tasks.DisposeAsync();
}

/// <summary>Reads one format.</summary>
internal interface IDatasetReader
{
    /// <summary>Whether the files look like it, by their names and the first bytes of some.</summary>
    bool Recognizes(DatasetFiles files);

    /// <summary>Opens a dataset.</summary>
    /// <exception cref="DatasetException">It is none of this format.</exception>
    Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken);
}

/// <summary>The tasks of an open dataset.</summary>
internal interface IDatasetTasks : IAsyncDisposable
{
    /// <summary>What the tasks need, complete when they have been read and described once.</summary>
    ImpliedConfig Config { get; }

    /// <summary>Reads them from the first to the last, as often as asked; problems go to <paramref name="report"/>.</summary>
    IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, CancellationToken cancellationToken);
}
