using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Goldset.Formats.Reading;
using Goldset.Labeling;

namespace Goldset.Formats.Tests.Reading;

/// <summary>A dataset as it was read: its tasks, its report, and the configuration that they fit.</summary>
internal sealed record ReadDataset(IReadOnlyList<JsonElement> Tasks, IReadOnlyList<string?> Media, DatasetReport Report, string Config, IReadOnlyList<MissingLabels> Missing)
{
    /// <summary>Images that are kept have this address before their name.</summary>
    public const string Kept = "/data/upload/1/";

    private const long MaxUnpacked = 64 * 1024 * 1024;

    public IEnumerable<JsonElement> Results(string kind = "annotations") =>
        Tasks.SelectMany(task => task.GetProperty(kind).EnumerateArray()).Select(annotation => annotation.GetProperty("result"));

    /// <summary>Reads a folder.</summary>
    public static async Task<ReadDataset> FolderAsync(string format, string folder, DatasetOptions options)
    {
        using var files = DatasetFiles.OpenFolder(folder);
        return await ReadAsync(format, files, options);
    }

    /// <summary>Reads a file of a dataset that is made of one: an archive, or something else.</summary>
    public static async Task<ReadDataset> FileAsync(string? format, string name, byte[] content, DatasetOptions options)
    {
        var path = Path.Combine(Path.GetTempPath(), $"goldset-test-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, content);
        try
        {
            using var files = DatasetFiles.Open([(name, path)], MaxUnpacked);
            return await ReadAsync(format, files, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Reads an archive of texts.</summary>
    public static Task<ReadDataset> ArchiveAsync(string? format, DatasetOptions options, params IReadOnlyList<(string Name, string Text)> files) =>
        FileAsync(format, "set.zip", Archive([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]), options);

    public static byte[] Archive(params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static async Task<ReadDataset> ReadAsync(string? format, DatasetFiles files, DatasetOptions options)
    {
        var known = format is null ? DatasetFormats.Recognize(files) : DatasetFormats.Find(format);
        await using var dataset = await Dataset.OpenAsync(known.ShouldNotBeNull(), files, options, CancellationToken.None);
        var config = options.Config?.Xml ?? dataset.Config.ToXml();
        var binding = DatasetBinding.Of(dataset.Config, LabelConfig.Parse(config));
        var tasks = new List<JsonElement>();
        var media = new List<string?>();
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var task in dataset.ReadAsync(CancellationToken.None))
        {
            buffer.ResetWrittenCount();
            task.Write(buffer, binding, Kept + task.Media?.Name);
            var reader = new Utf8JsonReader(buffer.WrittenSpan);
            tasks.Add(JsonElement.ParseValue(ref reader));
            media.Add(task.Media?.Path);
        }

        dataset.Report.Tasks.ShouldBe(tasks.Count);
        return new ReadDataset(tasks, media, dataset.Report, config, binding.Missing);
    }
}
