using System.Buffers;
using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Uploads;

namespace Goldset.Server.Import.Files;

/// <summary>What uploaded files turned out to hold.</summary>
/// <param name="Formats">Number of files by extension.</param>
/// <param name="Columns">Data keys that the first tasks of all files share.</param>
internal sealed record FilesSummary(IReadOnlyDictionary<string, int> Formats, IReadOnlyCollection<string> Columns);

/// <summary>Reads the tasks of uploaded files.</summary>
internal sealed class TaskFiles(MediaFolder media, ServerOptions options)
{
    private const string OneKeyOnly =
        "Your label config has more than one data key and direct file upload supports only one data key. To import data with multiple data keys, use a JSON or CSV file.";

    /// <summary>Whether a person might mean the rows of the file to be tasks, or the file as a whole.</summary>
    public static bool CouldBeTasksList(Upload upload) => Extension(upload) is ".csv" or ".tsv" or ".txt";

    /// <summary>Reads <paramref name="uploads"/> one after the other.</summary>
    /// <param name="uploads">The files, in order.</param>
    /// <param name="config">The labeling config.</param>
    /// <param name="asTasksList">Rows of tables and lines of texts are tasks; otherwise the file is one.</param>
    /// <param name="consumer">Takes the tasks.</param>
    /// <param name="meter">Told how much has been read.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ValidationException">A file cannot be read, or does not go with the others.</exception>
    public async Task<FilesSummary> ReadAsync(IReadOnlyList<Upload> uploads, LabelConfig config, bool asTasksList, IItemConsumer consumer, ReadMeter meter, CancellationToken cancel)
    {
        var formats = new Dictionary<string, int>(StringComparer.Ordinal);
        HashSet<string> columns = [];
        foreach (var upload in uploads)
        {
            var extension = Extension(upload);
            var items = new FileItems(consumer, upload, columns);
            consumer.FileUploadId = upload.Id;
            try
            {
                await ReadAsync(upload, extension, config, asTasksList, items, meter, cancel);
                meter.Done(upload.Size);
            }
            catch (FileParseException unreadable)
            {
                throw new ValidationException($"Failed to parse input file {upload.Name}: {unreadable.Message}");
            }
            columns = items.Columns;
            formats[extension] = formats.GetValueOrDefault(extension) + 1;
        }
        return new FilesSummary(formats, columns);
    }

    /// <summary>The ending of a file's name, in small letters.</summary>
    public static string Extension(Upload upload) => Path.GetExtension(upload.File).ToLowerInvariant();

    private Task ReadAsync(Upload upload, string extension, LabelConfig config, bool asTasksList, FileItems items, ReadMeter meter, CancellationToken cancel)
    {
        var source = new SourceFile(media.PathOf(upload.File), meter);
        switch (extension)
        {
            case ".csv" when asTasksList: return TableFile.ReadAsync(source, separator: null, items, cancel);
            case ".tsv" when asTasksList: return TableFile.ReadAsync(source, '\t', items, cancel);
            case ".txt" when asTasksList: return TextFile.ReadLinesAsync(source, items, cancel);
            case ".json": return JsonFile.ReadAsync(source, lines: false, items, cancel);
            case ".jsonl": return JsonFile.ReadAsync(source, lines: true, items, cancel);
            case ".parquet": return ParquetFile.ReadAsync(source, items, cancel);
        }
        if (config.DataTypes.Count > 1) throw FileParseException.Detail(OneKeyOnly);
        return extension is ".html" or ".htm" or ".xml"
            ? TextFile.ReadWholeAsync(source, items, cancel)
            : items.AddAsync(TextFile.Item(new ArrayBufferWriter<byte>(), AddressOf(upload))).AsTask();
    }

    /// <summary>Where the file is served, percent-encoded and without a host.</summary>
    public string AddressOf(Upload upload)
    {
        var prefix = options.PublicUrl.Length > 0 ? new Uri(options.PublicUrl).AbsolutePath.TrimEnd('/') : "";
        return $"{prefix}/data/{string.Join('/', upload.File.Split('/').Select(Uri.EscapeDataString))}";
    }

    /// <summary>The items of one file; its first must share a data key with the first ones of the files before.</summary>
    private sealed class FileItems(IItemConsumer consumer, Upload upload, HashSet<string> columns) : IItemConsumer
    {
        private bool first = true;

        /// <summary>The keys of the files before, from the first item on those of this one too.</summary>
        public HashSet<string> Columns => columns;

        public long? FileUploadId { get => consumer.FileUploadId; set => consumer.FileUploadId = value; }

        public int Count => consumer.Count;

        public ValueTask AddAsync(ReadOnlyMemory<byte> item)
        {
            if (first)
            {
                first = false;
                Compare(DataColumns.KeysOf(DataColumns.DataOf(item.Span)));
            }
            return consumer.AddAsync(item);
        }

        private void Compare(HashSet<string> keys)
        {
            if (columns.Count > 0 && !columns.Overlaps(keys))
            {
                var (found, known) = (string.Join(',', keys), string.Join(',', columns));
                throw new ValidationException("You're trying to import inconsistent data:\n" + (
                    found == TaskDataValidator.UndefinedKey ? $"uploading a single file {upload.File} clashes with data key(s) found from other files:\n\"{known}\""
                    : known == TaskDataValidator.UndefinedKey ? $"uploading tabular data from {upload.File} with data key(s) {found}, clashes with other raw binary files (images, audios, etc.)"
                    : $"uploading tabular data from \"{upload.File}\" with data key(s) \"{found}\", clashes with data key(s) found from other files:\n\"{known}\""));
            }
            columns = columns.Count == 0 ? keys : [.. columns.Intersect(keys, StringComparer.Ordinal)];
        }
    }
}
