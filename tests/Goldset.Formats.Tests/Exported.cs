using System.IO.Pipelines;
using System.Text;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>A finished export.</summary>
internal sealed record Exported(byte[] Bytes, ExportFileType Type, ExportReceipt Receipt)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public static async Task<Exported> WriteAsync(string format, LabelConfig config, ITaskSource tasks)
    {
        var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        ExportFileType? type = null;
        var receipt = await ExportFormats.Find(format)!.Writer!.WriteAsync(
            new ExportInput(config, tasks),
            opened =>
            {
                type.ShouldBeNull("a format opens its file once");
                type = opened;
                return pipe;
            },
            CancellationToken.None);
        await pipe.CompleteAsync();
        return new Exported(stream.ToArray(), type.ShouldNotBeNull(), receipt);
    }
}
