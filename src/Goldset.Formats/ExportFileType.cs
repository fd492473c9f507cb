namespace Goldset.Formats;

/// <summary>The kind of file an export is sent as.</summary>
public sealed class ExportFileType
{
    /// <summary>JSON and JSON_MIN.</summary>
    public static readonly ExportFileType Json = new("json");

    /// <summary>CSV; TSV too, whose files carry the same ending.</summary>
    public static readonly ExportFileType Csv = new("csv");

    /// <summary>CONLL2003.</summary>
    public static readonly ExportFileType Conll = new("conll");

    /// <summary>A single mask as a NumPy array.</summary>
    public static readonly ExportFileType Npy = new("npy");

    /// <summary>A single mask as a picture.</summary>
    public static readonly ExportFileType Png = new("png");

    /// <summary>An archive of several files.</summary>
    public static readonly ExportFileType Zip = new("zip");

    /// <summary>JSON values, one a line.</summary>
    public static readonly ExportFileType JsonLines = new("jsonl");

    /// <summary>PARQUET.</summary>
    public static readonly ExportFileType Parquet = new("parquet");

    private ExportFileType(string extension) => Extension = extension;

    /// <summary>Ending of the file name, without the dot.</summary>
    public string Extension { get; }

    /// <summary>Content type of the direct export. The dot after the slash is part of the API; archives have none.</summary>
    public string DirectContentType => Extension == "zip" ? "application/zip" : $"application/.{Extension}";

    /// <summary>Content type of a downloaded snapshot.</summary>
    public string SnapshotContentType => $"application/{Extension}";

    /// <inheritdoc/>
    public override string ToString() => Extension;
}
