using System.Text;

namespace Goldset.Formats.Reading;

/// <summary>CoNLL 2003: a word with its tag on each line, an empty line behind each text.</summary>
internal sealed class ConllReader : IDatasetReader
{
    private static readonly string[] Endings = [".conll", ".iob", ".iob2", ".bio"];

    public bool Recognizes(DatasetFiles files) => files.All.Any(file => Endings.Any(file.EndsWith) || (file.EndsWith(".txt") && BeginsDocument(file)));

    public Task<IDatasetTasks> OpenAsync(DatasetFiles files, DatasetOptions options, CancellationToken cancellationToken)
    {
        var known = files.All.Where(file => Endings.Any(file.EndsWith) || file.EndsWith(".txt")).ToList();
        return Task.FromResult<IDatasetTasks>(new ConllTasks(known.Count > 0 ? known : files.All, options));
    }

    private static bool BeginsDocument(DatasetFile file)
    {
        using var stream = file.Open();
        var head = new byte[16];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF').StartsWith("-DOCSTART-", StringComparison.Ordinal);
    }
}
