using System.Runtime.CompilerServices;
using Parquet.Serialization;

namespace Goldset.Formats.Reading;

/// <summary>PARQUET: the table of the format of that name, a row for each annotation; or any other, a task for each row.</summary>
internal sealed class ParquetReader : IDatasetReader
{
    public bool Recognizes(DatasetFiles files) => files.All.Any(IsTable);

    public Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var tables = files.All.Where(IsTable).ToList();
        return Task.FromResult<IDatasetTasks>(new ParquetTasks(tables.Count > 0 ? tables : files.All, options));
    }

    private static bool IsTable(DatasetFile file) => file.EndsWith(".parquet");
}

/// <summary>The tasks of tables. Rows with the same <c>id</c> that follow each other are annotations of one task. Memory holds one group of rows.</summary>
internal sealed class ParquetTasks(IReadOnlyList<DatasetFile> files, DatasetOptions options) : IDatasetTasks
{
    public ImpliedConfig Config { get; } = new();

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var stream = await file.OpenSeekableAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                TableTask? open = null;
                var groups = await LibraryAsync(file, () => CountGroupsAsync(stream, cancellationToken)).ConfigureAwait(false);
                for (var group = 0; group < groups; group++)
                {
                    var number = group;
                    var rows = await LibraryAsync(file, () => ParquetSerializer.DeserializeUntypedAsync(stream, null, number, cancellationToken)).ConfigureAwait(false);
                    var columns = rows.Schema.Fields.Select(field => field.Name).ToList();
                    foreach (var row in rows.Data)
                    {
                        if (open is not null && !open.Continues(row))
                        {
                            yield return open;
                            open = null;
                        }

                        open ??= new TableTask(columns, row, options);
                        open.Add(row);
                    }
                }

                if (open is not null)
                {
                    yield return open;
                }
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<int> CountGroupsAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = await Parquet.ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return reader.RowGroupCount;
        }
    }

    /// <summary>Calls the Parquet library. On a damaged file it fails in any way it happens to, and all of them mean the same.</summary>
    private static async Task<T> LibraryAsync<T>(DatasetFile file, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new DatasetException($"it is no Parquet file that can be read: {failed.Message}", file.Path, inner: failed);
        }
    }
}
