using System.Buffers;

namespace Goldset.Formats;

/// <summary>JSONL: the tasks of the JSON format, one a line.</summary>
internal sealed class JsonLinesFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var output = new ExportWriter(target(ExportFileType.JsonLines));
        await foreach (var task in input.Tasks.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            WriteLine(task.Span, output);
            JsonFormat.Count(task.Span, receipt);
            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>Line ends in JSON stand between values only, where a blank means the same.</summary>
    private static void WriteLine(ReadOnlySpan<byte> task, ExportWriter output)
    {
        while (task.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end)
        {
            output.Write(task[..end]);
            output.Write(" "u8);
            task = task[(end + 1)..];
        }

        output.Write(task);
        output.Write("\n"u8);
    }
}
