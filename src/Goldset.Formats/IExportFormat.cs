using System.IO.Pipelines;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>What an export is made of: the project's labeling configuration and its tasks.</summary>
public sealed record ExportInput(LabelConfig Config, ITaskSource Tasks)
{
    /// <summary>Reads the files that tasks are about.</summary>
    public IMediaSource Media { get; init; } = NoMedia.Instance;

    /// <summary>
    /// Whether VOC and ASR_MANIFEST take the files along. The other formats fix it by name: <c>…_WITH_IMAGES</c> do, the rest do not.
    /// </summary>
    public bool DownloadResources { get; init; } = true;

    /// <summary>
    /// Scheme and host of the server, without a slash at the end. Addresses in task data that begin with a slash are meant below it,
    /// and it enters the names of images that are derived from such addresses.
    /// </summary>
    public string Origin { get; init; } = "";

    /// <summary>When the export was asked for; the files say so.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>In which order labels are numbered.</summary>
    public ClassOrder ClassOrder { get; init; }

    /// <summary>Whether archives hold the receipt as <c>report.json</c>, apart from what the format itself prescribes.</summary>
    public bool WithReport { get; init; }
}

/// <summary>In which order the labels without a <c>category</c> of their own are numbered in COCO and YOLO.</summary>
public enum ClassOrder
{
    /// <summary>By name, as scripts expect it.</summary>
    Name,

    /// <summary>As the labeling configuration has them.</summary>
    Config,
}

/// <summary>The project's labeling configuration gives a format nothing to work with. The message is for people.</summary>
public sealed class UnfitFormatException(string message) : Exception(message);

/// <summary>
/// Opens the file an export is written to. A format asks once, when it knows what kind of file it makes and before the first
/// byte, so a server can still refuse or set its headers here. Who opens also completes the writer; the format only flushes.
/// </summary>
public delegate PipeWriter ExportTarget(ExportFileType type);

/// <summary>
/// Writes annotated tasks in one file format: a single file, or a zip archive whose entries are written as they come.
/// Implementations keep no state between calls and hold one task at a time, whatever the size of the project.
/// </summary>
public interface IExportFormat
{
    /// <summary>Writes everything, flushing as it goes, and accounts for what was written and what was left out.</summary>
    /// <exception cref="System.Text.Json.JsonException">A task is no JSON.</exception>
    /// <exception cref="UnfitFormatException">The configuration has no object whose data the format is about. Thrown before the target is opened.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader of the target went away.</exception>
    Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken);
}
