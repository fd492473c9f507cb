using System.Buffers;
using System.Runtime.CompilerServices;
using Goldset.Formats.Items;
using Goldset.Formats.Video;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>
/// A source whose tracked boxes of videos have a frame for every moment they are visible, not only the key frames. Added
/// frames carry <c>auto: true</c>. Everything but the <c>sequence</c> of such regions stays byte for byte as it is.
/// </summary>
public sealed class KeyFrameInterpolation : ITaskSource
{
    /// <summary>Most frames added to one task. Regions that would need more keep their key frames only.</summary>
    public const int MaxFramesPerTask = 500_000;

    private readonly ITaskSource _source;

    private KeyFrameInterpolation(ITaskSource source) => _source = source;

    /// <summary>The source with interpolated tracks, or the source itself when the configuration has no tracked boxes.</summary>
    public static ITaskSource Of(ITaskSource source, LabelConfig config) =>
        config.Controls.Any(control => control.Type == "VideoRectangle") ? new KeyFrameInterpolation(source) : source;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) => InterpolateAsync(_source.ReadAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadForItemsAsync(CancellationToken cancellationToken) =>
        InterpolateAsync(_source.ReadForItemsAsync(cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> InterpolateAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> tasks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var task in tasks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            buffer.ResetWrittenCount();
            using var document = ItemReader.Parse(task);
            new VideoTrackWriter(buffer, MaxFramesPerTask).WriteTask(document.RootElement);
            yield return buffer.WrittenMemory;
        }
    }
}
