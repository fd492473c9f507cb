using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using Goldset.Labeling;

namespace Goldset.Formats.Tests;

/// <summary>A finished export.</summary>
internal sealed record Exported(byte[] Bytes, ExportFileType Type, ExportReceipt Receipt)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The files by path: those of an archive without its folders, or the one file.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => Type == ExportFileType.Zip
        ? Entries.Where(entry => !entry.Key.EndsWith('/')).ToDictionary()
        : new Dictionary<string, byte[]> { [$"result.{Type.Extension}"] = Bytes };

    /// <summary>The entries of an archive, folders included; each once.</summary>
    public IReadOnlyDictionary<string, byte[]> Entries
    {
        get
        {
            using var archive = new ZipArchive(new MemoryStream(Bytes));
            return archive.Entries.ToDictionary(entry => entry.FullName, Read);

            static byte[] Read(ZipArchiveEntry entry)
            {
                using var content = entry.Open();
                var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            }
        }
    }

    public static Task<Exported> WriteAsync(string format, LabelConfig config, ITaskSource tasks) => WriteAsync(format, new ExportInput(config, tasks));

    public static async Task<Exported> WriteAsync(string format, ExportInput input)
    {
        var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        ExportFileType? type = null;
        var receipt = await ExportFormats.Find(format)!.Writer.WriteAsync(
            input,
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
