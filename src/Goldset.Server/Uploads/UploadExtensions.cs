using System.Collections.Frozen;
using Goldset.Server.Http;

namespace Goldset.Server.Uploads;

/// <summary>The kinds of file that may be uploaded, by extension, with the content type they are served as.</summary>
internal static class UploadExtensions
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".bmp"] = "image/bmp",
        [".csv"] = "text/csv; charset=utf-8",
        [".flac"] = "audio/flac",
        [".gif"] = "image/gif",
        [".htm"] = "text/html; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".json"] = "application/json",
        [".jsonl"] = "application/jsonl",
        [".m4a"] = "audio/mp4",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".ogg"] = "audio/ogg",
        [".parquet"] = "application/vnd.apache.parquet",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".tsv"] = "text/tab-separated-values; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".wav"] = "audio/wav",
        [".webm"] = "video/webm",
        [".webp"] = "image/webp",
        [".xml"] = "text/xml; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Kinds of file that only datasets are made of.</summary>
    private static readonly FrozenSet<string> OfDatasets = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".zip", ".conll", ".iob", ".iob2", ".bio", ".ndjson");

    /// <summary>The content type of a stored file.</summary>
    public static string ContentType(string file) => ContentTypes.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");

    /// <summary>Refuses files of other kinds.</summary>
    /// <exception cref="ValidationException">The extension is not on the list.</exception>
    public static void Check(string name, bool ofDataset = false)
    {
        if (Refusal(name, ofDataset) is { } refusal) throw new ValidationException(refusal);
    }

    /// <summary>What is wrong with a file of this name, or null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ofDataset">It is part of a dataset that is imported.</param>
    public static string? Refusal(string name, bool ofDataset = false)
    {
        var extension = Path.GetExtension(name);
        return ContentTypes.ContainsKey(extension) || (ofDataset && OfDatasets.Contains(extension)) ? null : $"{extension} extension is not supported";
    }
}
