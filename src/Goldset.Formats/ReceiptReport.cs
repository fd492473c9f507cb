using System.Buffers;
using System.Text;
using Goldset.Formats.Archives;
using Goldset.Formats.Json;

namespace Goldset.Formats;

/// <summary>The receipt as JSON.</summary>
public static class ReceiptReport
{
    private const string FileName = "report.json";

    /// <summary>The counts on one line of ASCII: <c>{"tasks":[in,out],"annotations":[in,out],"regions":[in,out],"left_out":{reason:count}}</c>, with <c>overlapping</c> and <c>files_missing</c> if any are.</summary>
    public static string Line(ExportReceipt receipt)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new JsonTextWriter(buffer, indented: false);
        writer.StartObject();
        WritePair(writer, "tasks", receipt.TasksIn, receipt.TasksOut);
        WritePair(writer, "annotations", receipt.AnnotationsIn, receipt.AnnotationsOut);
        WritePair(writer, "regions", receipt.RegionsIn, receipt.RegionsOut);
        WriteReasons(writer, receipt);
        if (receipt.Overlapping > 0)
        {
            WriteNumber(writer, "overlapping", receipt.Overlapping);
        }

        if (receipt.FilesMissing > 0)
        {
            WriteNumber(writer, "files_missing", receipt.FilesMissing);
        }

        writer.EndObject();
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    /// <summary>Completes an archive: with the counts as its comment, and the report as a file if that was asked for.</summary>
    internal static Task CompleteAsync(ZipWriter zip, ExportInput input, ExportReceipt receipt, CancellationToken cancellationToken)
    {
        if (input.WithReport)
        {
            AddTo(zip, receipt);
        }

        return zip.CompleteAsync(Line(receipt), cancellationToken);
    }

    private static void AddTo(ZipWriter zip, ExportReceipt receipt)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new JsonTextWriter(buffer, indented: true);
        writer.StartObject();
        WriteCounts(writer, "tasks", receipt.TasksIn, receipt.TasksOut);
        WriteCounts(writer, "annotations", receipt.AnnotationsIn, receipt.AnnotationsOut);
        WriteCounts(writer, "regions", receipt.RegionsIn, receipt.RegionsOut);
        WriteReasons(writer, receipt);
        WriteNumber(writer, "overlapping", receipt.Overlapping);
        WriteNumber(writer, "files_missing", receipt.FilesMissing);
        writer.Name("missing_files");
        writer.StartArray();
        foreach (var missing in receipt.Missing)
        {
            writer.StartObject();
            writer.Name("address");
            writer.Text(missing.Address);
            writer.Name("reason");
            writer.Text(missing.Reason);
            writer.EndObject();
        }

        writer.EndArray();
        writer.EndObject();
        zip.Add(FileName, buffer.WrittenSpan);
    }

    private static void WriteReasons(JsonTextWriter writer, ExportReceipt receipt)
    {
        writer.Name("left_out");
        writer.StartObject();
        foreach (var (reason, count) in receipt.LeftOut)
        {
            WriteNumber(writer, NameOf(reason), count);
        }

        writer.EndObject();
    }

    private static void WritePair(JsonTextWriter writer, string name, long counted, long written)
    {
        writer.Name(name);
        writer.StartArray();
        writer.Number(counted);
        writer.Number(written);
        writer.EndArray();
    }

    private static void WriteCounts(JsonTextWriter writer, string name, long counted, long written)
    {
        writer.Name(name);
        writer.StartObject();
        WriteNumber(writer, "in", counted);
        WriteNumber(writer, "out", written);
        writer.EndObject();
    }

    private static void WriteNumber(JsonTextWriter writer, string name, long value)
    {
        writer.Name(name);
        writer.Number(value);
    }

    /// <summary>A reason as reports name it: <c>NoImageSize</c> as <c>no_image_size</c>.</summary>
    public static string NameOf(LeftOutReason reason) =>
        string.Concat(reason.ToString().Select((c, at) => char.IsUpper(c) ? $"{(at == 0 ? "" : "_")}{char.ToLowerInvariant(c)}" : c.ToString()));
}
