using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Goldset.Data.Bulk;

/// <summary>
/// Rows in the binary COPY format (PostgreSQL documentation, COPY, "Binary Format"), built in memory and sent in large pieces: a column
/// costs a few instructions instead of a call of the driver.
/// </summary>
internal sealed class PostgresBulkInsert(NpgsqlRawCopyStream stream, int columns) : BulkInsert
{
    private const int SendAt = 256 * 1024;

    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0];

    private readonly ArrayBufferWriter<byte> buffer = Begun();
    private bool complete;

    public override ValueTask StartRowAsync()
    {
        // Between rows, so that a row's columns never wait.
        var sent = buffer.WrittenCount >= SendAt ? SendAsync() : ValueTask.CompletedTask;
        if (!sent.IsCompletedSuccessfully) return SendThenStartAsync(sent);
        Start();
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(long? value)
    {
        if (value is not { } number) return Null();
        BinaryPrimitives.WriteInt64BigEndian(Field(8), number);
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Field(4), value);
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(bool? value)
    {
        if (value is not { } flag) return Null();
        Field(1)[0] = flag ? (byte)1 : (byte)0;
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(double? value)
    {
        if (value is not { } number) return Null();
        BinaryPrimitives.WriteDoubleBigEndian(Field(8), number);
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddAsync(string? value)
    {
        if (value is null) return Null();
        Encoding.UTF8.GetBytes(value, Field(Encoding.UTF8.GetByteCount(value)));
        return ValueTask.CompletedTask;
    }

    public override ValueTask AddUtf8Async(ReadOnlyMemory<byte> value)
    {
        value.Span.CopyTo(Field(value.Length));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask CompleteAsync()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        await SendAsync();
        complete = true;
        await stream.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (!complete) await stream.CancelAsync();
        await stream.DisposeAsync();
    }

    private static ArrayBufferWriter<byte> Begun()
    {
        var begun = new ArrayBufferWriter<byte>(SendAt + (16 * 1024));
        begun.Write(Signature);
        // No flags, no header extension.
        begun.Write(stackalloc byte[8]);
        return begun;
    }

    private void Start() => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns);

    private async ValueTask SendThenStartAsync(ValueTask sent)
    {
        await sent;
        Start();
    }

    private async ValueTask SendAsync()
    {
        await stream.WriteAsync(buffer.WrittenMemory);
        buffer.ResetWrittenCount();
    }

    /// <summary>The length and then room for a value of this length.</summary>
    private Span<byte> Field(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), length);
        return Take(length);
    }

    private ValueTask Null()
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);
        return ValueTask.CompletedTask;
    }

    private Span<byte> Take(int length)
    {
        var taken = buffer.GetSpan(length)[..length];
        buffer.Advance(length);
        return taken;
    }
}
