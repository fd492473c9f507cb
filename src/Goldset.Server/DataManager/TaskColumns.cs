using Goldset.Data;

namespace Goldset.Server.DataManager;

/// <summary>The SQL of each column of the data manager. Columns not listed here cannot be filtered or ordered by.</summary>
internal static class TaskColumns
{
    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["id"] = "t.id",
        ["inner_id"] = "t.inner_id",
        ["overlap"] = "t.overlap",
        ["is_labeled"] = "t.is_labeled",
        ["created_at"] = "t.created_at",
        ["updated_at"] = "t.updated_at",
        ["updated_by"] = "t.updated_by_id",
        ["total_annotations"] = "t.total_annotations",
        ["cancelled_annotations"] = "t.cancelled_annotations",
        ["total_predictions"] = "t.total_predictions",
        ["completed_at"] = CompletedAt,
        ["avg_lead_time"] = AverageLeadTime,
        ["predictions_score"] = PredictionScore,
        ["draft_exists"] = DraftExists,
        ["file_upload"] = FileUpload,
        ["storage_filename"] = StorageFilename,
    };

    /// <summary>When the newest annotation of a labeled task was made.</summary>
    public const string CompletedAt = "(CASE WHEN t.is_labeled THEN (SELECT a.created_at FROM annotations a WHERE a.task_id = t.id ORDER BY a.id DESC LIMIT 1) END)";

    /// <summary>Mean seconds over the annotations that have a lead time.</summary>
    public const string AverageLeadTime = "(SELECT AVG(a.lead_time) FROM annotations a WHERE a.task_id = t.id)";

    /// <summary>Mean score of the predictions of the project's model version, of all where the project names none.</summary>
    public const string PredictionScore = """
        (SELECT AVG(pr.score) FROM predictions pr JOIN projects p ON p.id = pr.project_id WHERE pr.task_id = t.id AND (p.model_version IS NULL OR pr.model_version = p.model_version))
        """;

    /// <summary>Whether anybody has unsubmitted work on the task.</summary>
    public const string DraftExists = "EXISTS (SELECT 1 FROM drafts d WHERE d.task_id = t.id)";

    /// <summary>Path of the uploaded file.</summary>
    public const string FileUpload = "(SELECT f.file FROM file_uploads f WHERE f.id = t.file_upload_id)";

    /// <summary>Key of the object of an import storage that the task was made of.</summary>
    public const string StorageFilename = "(SELECT l.key FROM storage_import_links l WHERE l.task_id = t.id ORDER BY l.id DESC LIMIT 1)";

    /// <summary>The expression of a column that is no task data, or null when there is none of that name.</summary>
    public static string? Find(string column) => Plain.GetValueOrDefault(column);

    /// <summary>Whether the column holds microseconds.</summary>
    public static bool IsTime(string column) => column is "created_at" or "updated_at" or "completed_at";

    /// <summary>Whether a column of the tasks themselves has no index from the start, but gets one when it is used.</summary>
    public static bool IsIndexable(string column) => column is "inner_id" or "created_at" or "total_annotations" or "cancelled_annotations" or "total_predictions";
}
