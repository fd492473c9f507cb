namespace Goldset.Formats;

/// <summary>
/// Reads the files that tasks are about: images, recordings. Addresses are what anybody may have put into a task; the source
/// decides which of them may be read. Called from several tasks at once.
/// </summary>
public interface IMediaSource
{
    /// <summary>Opens the file that an address in a task's data stands for, as a stream that can seek, from its start.</summary>
    /// <exception cref="MediaUnavailableException">There is no such file, or it may not be read.</exception>
    Task<Stream> OpenAsync(string address, CancellationToken cancellationToken);
}

/// <summary>A file cannot be read. The message says why, for people.</summary>
public sealed class MediaUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A source without files.</summary>
internal sealed class NoMedia : IMediaSource
{
    public static readonly NoMedia Instance = new();

    public Task<Stream> OpenAsync(string address, CancellationToken cancellationToken) =>
        throw new MediaUnavailableException("This export was made without access to files.");
}
