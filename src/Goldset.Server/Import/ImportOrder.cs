using Goldset.Server.Import.Datasets;

namespace Goldset.Server.Import;

/// <summary>An import or reimport that is done as a job. Where it names neither files nor an address, the job's file is the JSON that was sent.</summary>
internal sealed record ImportOrder
{
    /// <summary>The tasks that were made of the files before are replaced.</summary>
    public bool IsReimport { get; init; }
    /// <summary>Make tasks; otherwise only count.</summary>
    public bool CommitToProject { get; init; } = true;
    /// <summary>Tell the new tasks' ids.</summary>
    public bool ReturnTaskIds { get; init; }
    /// <summary>Data fields to make predictions of.</summary>
    public IReadOnlyList<string> PreannotatedFromFields { get; init; } = [];
    /// <summary>Rows of tables and lines of texts are tasks; otherwise the file is one.</summary>
    public bool FilesAsTasksList { get; init; } = true;
    /// <summary>Uploads to read.</summary>
    public IReadOnlyList<long>? FileUploadIds { get; init; }
    /// <summary>The files are a dataset.</summary>
    public DatasetOrder? Dataset { get; init; }
    /// <summary>Address of a file to fetch.</summary>
    public string? Url { get; init; }
}
