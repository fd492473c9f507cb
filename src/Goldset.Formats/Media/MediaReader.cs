using System.Runtime.CompilerServices;
using System.Text.Json;
using Goldset.Formats.Items;

namespace Goldset.Formats.Media;

/// <summary>A task with its items and the file they are about.</summary>
/// <param name="Items">The items. They die with the next task.</param>
/// <param name="Address">Address of the file; null when the data has none.</param>
/// <param name="File">The file; null when it was not asked for, cannot be read, or was given with an earlier task.</param>
/// <param name="Problem">Why the file cannot be read; null otherwise.</param>
internal sealed record TaskWithMedia(IReadOnlyList<ExportItem> Items, MediaAddress? Address, Stream? File, string? Problem);

/// <summary>Reads tasks together with the files they are about, some files ahead at once. A file is opened once, however many tasks share it.</summary>
internal sealed class MediaReader(ExportInput input, TaskMedia media, Func<MediaAddress, bool> wants)
{
    private const int Ahead = 8;

    private readonly ItemReader _items = new(input.Config);
    private readonly HashSet<UInt128> _opened = [];

    /// <summary>All tasks that have items, in order, counted in the receipt.</summary>
    public async IAsyncEnumerable<TaskWithMedia> ReadAsync(ExportReceipt receipt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Queue<Waiting>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await foreach (var task in input.Tasks.ReadForItemsAsync(cancellationToken).ConfigureAwait(false))
            {
                // The source's buffer lasts until the next task; what waits for a file needs its own.
                var document = ItemReader.Parse(task);
                var items = _items.Read(document.RootElement, receipt);
                var address = items.Count > 0 ? media.AddressOf(items[0]) : null;
                var file = address is not null && wants(address) && _opened.Add(address.Key)
                    ? OpenAsync(address, stop.Token)
                    : null;
                if (items.Count == 0)
                {
                    document.Dispose();
                }
                else if (file is null && waiting.Count == 0)
                {
                    using (document)
                    {
                        yield return new TaskWithMedia(items, address, null, null);
                    }
                }
                else
                {
                    document.Dispose();
                    var own = ItemReader.Parse(task.ToArray());
                    waiting.Enqueue(new Waiting(own, _items.Read(own.RootElement, new ExportReceipt()), address, file));
                }

                while (waiting.Count >= Ahead || (waiting.TryPeek(out var next) && next.File is null or { IsCompleted: true }))
                {
                    using var head = waiting.Dequeue();
                    yield return await head.FinishAsync().ConfigureAwait(false);
                }
            }

            while (waiting.TryDequeue(out var head))
            {
                using (head)
                {
                    yield return await head.FinishAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var left in waiting)
            {
                await left.AbandonAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<(Stream? File, string? Problem)> OpenAsync(MediaAddress address, CancellationToken cancellationToken)
    {
        try
        {
            // Sources may block, as disks do.
            return (await Task.Run(() => input.Media.OpenAsync(address.Text, cancellationToken), cancellationToken).ConfigureAwait(false), null);
        }
        catch (MediaUnavailableException failed)
        {
            return (null, failed.Message);
        }
    }

    private sealed class Waiting(JsonDocument document, IReadOnlyList<ExportItem> items, MediaAddress? address, Task<(Stream? File, string? Problem)>? file) : IDisposable
    {
        private Stream? _file;

        public Task<(Stream? File, string? Problem)>? File => file;

        public async Task<TaskWithMedia> FinishAsync()
        {
            var (stream, problem) = file is null ? (null, null) : await file.ConfigureAwait(false);
            _file = stream;
            return new TaskWithMedia(items, address, stream, problem);
        }

        public async Task AbandonAsync()
        {
            if (file is not null)
            {
                await ((Task)file).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _file = file.IsCompletedSuccessfully ? (await file.ConfigureAwait(false)).File : null;
            }

            Dispose();
        }

        public void Dispose()
        {
            _file?.Dispose();
            document.Dispose();
        }
    }
}
