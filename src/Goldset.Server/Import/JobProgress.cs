using Goldset.Server.Import.Files;
using Goldset.Server.Jobs;

namespace Goldset.Server.Import;

/// <summary>Shows on a job how far the reading of its tasks has come.</summary>
internal sealed class JobProgress(IItemConsumer consumer, JobClaim job, ReadMeter meter) : IItemConsumer
{
    /// <inheritdoc />
    public long? FileUploadId { get => consumer.FileUploadId; set => consumer.FileUploadId = value; }

    /// <inheritdoc />
    public int Count => consumer.Count;

    /// <inheritdoc />
    public ValueTask AddAsync(ReadOnlyMemory<byte> item)
    {
        (job.Done, job.TaskCount) = (meter.Position, consumer.Count + 1);
        return consumer.AddAsync(item);
    }
}
