using System.Buffers;
using Goldset.Data;

namespace Goldset.Server.Import;

/// <summary>A run of bytes in a <see cref="TaskBatch"/>.</summary>
internal readonly record struct TextSlice(int Start, int Length);

/// <summary>A task to be written. Texts are slices of the batch.</summary>
internal readonly record struct NewTask(
    TextSlice Data, TextSlice Meta, bool? AllowSkip, long? FileUploadId, Timestamp Time, TaskNumbers Numbers);

/// <summary>The counters of a new task.</summary>
internal readonly record struct TaskNumbers(bool IsLabeled, int Annotations, int Cancelled, int Useful, int GroundTruth, int Predictions);

/// <summary>An annotation of the task at <paramref name="Task"/> in the batch.</summary>
internal readonly record struct NewAnnotation(
    int Task, long? CompletedById, bool WasCancelled, bool GroundTruth, double? LeadTime, long? OriginalId, TextSlice Result);

/// <summary>A prediction for the task at <paramref name="Task"/> in the batch; an empty result is null.</summary>
internal readonly record struct NewPrediction(int Task, double? Score, string? ModelVersion, TextSlice Result);

/// <summary>The object of a storage that the task at <paramref name="Task"/> in the batch comes from.</summary>
/// <param name="Task">Place in the batch.</param>
/// <param name="StorageId">The storage.</param>
/// <param name="Key">The object's key.</param>
/// <param name="Row">Place of the task in the object, from 0; null: the object is the task.</param>
internal readonly record struct TaskOrigin(int Task, long StorageId, string Key, long? Row);

/// <summary>Tasks that are written together, their texts in one buffer that is used again for the next batch.</summary>
/// <param name="engine">Where they go. SQLite has one writer, so a batch takes no longer than a person does not notice.</param>
internal sealed class TaskBatch(Engine engine) : IDisposable
{
    private const int BytesPerTask = 2048;

    private readonly int maxTasks = engine == Engine.Sqlite ? 1000 : 4000;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int used;

    /// <summary>The tasks, in input order.</summary>
    public List<NewTask> Tasks { get; } = [];

    /// <summary>Their annotations.</summary>
    public List<NewAnnotation> Annotations { get; } = [];

    /// <summary>Their predictions.</summary>
    public List<NewPrediction> Predictions { get; } = [];

    /// <summary>The objects they come from, where that is a storage.</summary>
    public List<TaskOrigin> Origins { get; } = [];

    /// <summary>Time to write it.</summary>
    public bool IsFull => Tasks.Count >= maxTasks || used >= maxTasks * BytesPerTask;

    /// <summary>The bytes of <paramref name="slice"/>.</summary>
    public ReadOnlyMemory<byte> this[TextSlice slice] => bytes.AsMemory(slice.Start, slice.Length);

    /// <summary>Keeps a text.</summary>
    public TextSlice Add(ReadOnlySpan<byte> text)
    {
        if (used + text.Length > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, used + text.Length));
            bytes.AsSpan(0, used).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        text.CopyTo(bytes.AsSpan(used));
        var slice = new TextSlice(used, text.Length);
        used += text.Length;
        return slice;
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        Tasks.Clear();
        Annotations.Clear();
        Predictions.Clear();
        Origins.Clear();
        used = 0;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }
}
