using System.IO.Pipelines;
using Goldset.Labeling;

namespace Goldset.Formats;

/// <summary>What an export is made of: the project's labeling configuration and its tasks.</summary>
public sealed record ExportInput(LabelConfig Config, ITaskSource Tasks);

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
    /// <exception cref="OperationCanceledException">Cancelled, or the reader of the target went away.</exception>
    Task<ExportReceipt> WriteAsync(ExportInput input, ExportTarget target, CancellationToken cancellationToken);
}
