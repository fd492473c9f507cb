using System.Buffers;
using System.Text.Json;
using Goldset.Formats.Json;

namespace Goldset.Formats;

/// <summary>JSON: the list of exported tasks, each byte for byte as the source gives it.</summary>
internal sealed class JsonFormat : IExportFormat
{
    public async Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken)
    {
        var receipt = new ExportReceipt();
        var output = new ExportWriter(target(ExportFileType.Json));
        await foreach (var task in input.Tasks.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            output.Write(receipt.TasksIn == 0 ? "["u8 : ","u8);
            output.Write(task.Span);
            Count(task.Span, receipt);
            await output.FlushWhenDueAsync(cancellationToken).ConfigureAwait(false);
        }

        output.Write(receipt.TasksIn == 0 ? "[]"u8 : "]"u8);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>Counts the annotations and regions of a task, looking at nothing else in it.</summary>
    internal static void Count(ReadOnlySpan<byte> task, ExportReceipt receipt)
    {
        receipt.TasksIn++;
        receipt.TasksOut++;
        var reader = new Utf8JsonReader(task, new JsonReaderOptions { MaxDepth = JsonTextWriter.MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAnnotations = reader.ValueSpan.SequenceEqual("annotations"u8) || reader.ValueSpan.SequenceEqual("completions"u8);
            reader.Read();
            if (isAnnotations && reader.TokenType == JsonTokenType.StartArray)
            {
                CountAnnotations(ref reader, receipt);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void CountAnnotations(ref Utf8JsonReader reader, ExportReceipt receipt)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            receipt.AnnotationsIn++;
            receipt.AnnotationsOut++;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isResult = reader.ValueSpan.SequenceEqual("result"u8);
                reader.Read();
                if (isResult && reader.TokenType == JsonTokenType.StartArray)
                {
                    CountRegions(ref reader, receipt);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private static void CountRegions(ref Utf8JsonReader reader, ExportReceipt receipt)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            receipt.RegionsIn++;
            receipt.RegionsOut++;
        }
    }
}
