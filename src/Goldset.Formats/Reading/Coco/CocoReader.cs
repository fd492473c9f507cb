using System.Text;

namespace Goldset.Formats.Reading.Coco;

/// <summary>COCO: JSON files with images, annotations and categories, with or without the images.</summary>
internal sealed class CocoReader : IDatasetReader
{
    private const int Head = 64 * 1024;

    public bool Recognizes(DatasetFiles files) => files.All.Where(IsJson).Take(20).Any(LooksLikeCoco);

    public async Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var json = files.All.Where(IsJson).ToList();
        var documents = json.Count > 1 ? json.Where(LooksLikeCoco).ToList() : json;
        if (documents.Count == 0)
        {
            throw new DatasetException("there is no JSON file with images, annotations and categories");
        }

        var tasks = new CocoTasks(new ImageFiles(files, options), options);
        try
        {
            foreach (var document in documents)
            {
                await tasks.AddAsync(document, cancellationToken).ConfigureAwait(false);
            }

            return tasks;
        }
        catch
        {
            await tasks.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsJson(DatasetFile file) => file.EndsWith(".json");

    /// <summary>A JSON object that says so in its first bytes. Members come in any order, and the first may be long.</summary>
    private static bool LooksLikeCoco(DatasetFile file)
    {
        using var stream = file.Open();
        var head = new byte[Math.Min(Head, file.Length)];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return text.StartsWith('{')
            && (text.Contains("\"annotations\"", StringComparison.Ordinal) || text.Contains("\"images\"", StringComparison.Ordinal))
            && (text.Contains("\"categories\"", StringComparison.Ordinal) || text.Contains("\"file_name\"", StringComparison.Ordinal) || text.Contains("\"image_id\"", StringComparison.Ordinal));
    }
}
