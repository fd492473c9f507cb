using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Import;

/// <summary>Which uploads to make tasks of.</summary>
public sealed record ReimportRequest
{
    /// <summary>Ids of file uploads of the project.</summary>
    [Field(Null = true)] public Optional<IReadOnlyList<long>> FileUploadIds { get; init; }
    /// <summary>Rows of tables and lines of texts are tasks; otherwise the file is one. True when absent.</summary>
    public Optional<bool> FilesAsTasksList { get; init; }
}
