namespace Goldset.Formats.Reading;

/// <summary>One file of a dataset.</summary>
public sealed class DatasetFile
{
    private readonly Func<Stream> _open;

    /// <param name="path">Its path in the dataset, with <c>/</c>.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="open">Opens it from its start.</param>
    internal DatasetFile(string path, long length, Func<Stream> open) => (Path, Length, _open) = (path, length, open);

    /// <summary>Its path in the dataset, with <c>/</c>. Never a path on this machine.</summary>
    public string Path { get; }

    /// <summary>Last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder it is in, without a slash at the end; empty at the top.</summary>
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Opens it from its start, for reading once. It never gives more than <see cref="Length"/> bytes.</summary>
    /// <exception cref="DatasetException">Thrown while reading: there are more bytes, or the archive is damaged.</exception>
    public Stream Open() => new MeasuredStream(_open(), this);

    internal bool EndsWith(string ending) => Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole content of a small file.</summary>
    /// <exception cref="DatasetException">It is larger than <paramref name="limit"/> bytes.</exception>
    internal byte[] ReadAll(int limit)
    {
        if (Length > limit)
        {
            throw new DatasetException($"the file has more than {limit} bytes", Path);
        }

        using var stream = Open();
        var bytes = new byte[Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : throw new DatasetException("the file ends early", Path);
    }

    /// <summary>The file where one can go back and forth: itself, or a copy of it that is gone when it is closed.</summary>
    internal async Task<FileStream> OpenSeekableAsync(CancellationToken cancellationToken)
    {
        if (_open() is FileStream file)
        {
            return file;
        }

        var copy = TemporaryFile.Create();
        try
        {
            var stream = Open();
            await using (stream.ConfigureAwait(false))
            {
                await stream.CopyToAsync(copy, 1024 * 1024, cancellationToken).ConfigureAwait(false);
            }

            await copy.FlushAsync(cancellationToken).ConfigureAwait(false);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <summary>Ends with an error where an archive gives more than it said.</summary>
    private sealed class MeasuredStream(Stream inner, DatasetFile file) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return Count(inner.Read(buffer));
            }
            catch (InvalidDataException damaged)
            {
                throw Damaged(damaged);
            }
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
            }
            catch (InvalidDataException damaged)
            {
                throw Damaged(damaged);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            _read += read;
            return _read <= file.Length ? read : throw new DatasetException("the archive holds more of the file than it says", file.Path);
        }

        private DatasetException Damaged(Exception damaged) => new("the archive is damaged", file.Path, inner: damaged);
    }
}
