using System.Buffers;
using System.IO.Pipelines;
using Goldset.Formats;

namespace Goldset.Server.Export;

/// <summary>
/// The body of an answer. Its beginning is held back for a moment: of a small export the whole receipt then stands in a header, with
/// the length, and an export that fails early is an error like any other. A large one is sent as it is made, with the receipt behind it
/// where the protocol has a place for it.
/// </summary>
internal sealed class ExportAnswer(HttpResponse response, TimeProvider clock) : PipeWriter
{
    /// <summary>Header or trailer with the receipt.</summary>
    public const string ReceiptHeader = "Goldset-Receipt";

    private const int HeldBytes = 1024 * 1024;

    /// <summary>Longest time that nothing is sent: whoever waits sees that something comes.</summary>
    private static readonly TimeSpan HeldTime = TimeSpan.FromSeconds(2);

    private readonly ArrayBufferWriter<byte> held = new();
    private readonly long start = clock.GetTimestamp();
    private bool isSending;

    /// <summary>Sends what is left, and the receipt.</summary>
    public async Task FinishAsync(ExportReceipt receipt, CancellationToken cancel)
    {
        var line = ReceiptReport.Line(receipt);
        if (isSending)
        {
            if (response.SupportsTrailers()) response.AppendTrailer(ReceiptHeader, line);
        }
        else
        {
            response.Headers[ReceiptHeader] = line;
            response.ContentLength = held.WrittenCount;
        }
        await response.BodyWriter.WriteAsync(held.WrittenMemory, cancel);
    }

    /// <inheritdoc />
    public override void Advance(int bytes) => held.Advance(bytes);

    /// <inheritdoc />
    public override Memory<byte> GetMemory(int sizeHint = 0) => held.GetMemory(sizeHint);

    /// <inheritdoc />
    public override Span<byte> GetSpan(int sizeHint = 0) => held.GetSpan(sizeHint);

    /// <inheritdoc />
    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (!isSending)
        {
            if (held.WrittenCount < HeldBytes && clock.GetElapsedTime(start) < HeldTime) return new FlushResult(isCanceled: false, isCompleted: false);
            isSending = true;
            if (response.SupportsTrailers()) response.DeclareTrailer(ReceiptHeader);
        }
        // In large pieces: the server's own writer takes a lock for each small one.
        var sent = await response.BodyWriter.WriteAsync(held.WrittenMemory, cancellationToken);
        held.ResetWrittenCount();
        return sent;
    }

    /// <inheritdoc />
    public override void CancelPendingFlush() => response.BodyWriter.CancelPendingFlush();

    /// <summary>The server completes the body.</summary>
    public override void Complete(Exception? exception = null)
    {
    }
}
