namespace Goldset.Replay;

/// <summary>Which keys of a reply hold ids, have no order, or are never compared by value.</summary>
internal static class VolatileKeys
{
    /// <summary>Compared by JSON type only.</summary>
    public static readonly HashSet<string> ByTypeOnly =
    [
        "md5", "label_config_hash", "unique_id", "token", "invite_url", "duration", "last_activity", "date_joined", "unique_lock_id", "created_ago",
        "exc_info", "version", "body_html_length", "body_length", "time", "traceback", "access", "refresh", "latest_version_upload_time",
        "latest_version_from_pypi",
    ];

    /// <summary>Not even the JSON type has to be equal.</summary>
    public static readonly HashSet<string> AnyType = ["traceback", "exc_info", "latest_version_from_pypi", "latest_version_upload_time"];

    /// <summary>Lists of texts without an order.</summary>
    public static readonly HashSet<string> Unordered = ["data_columns", "all_data_columns", "common_data_columns"];

    /// <summary>Comma separated texts whose order and numbers are chance.</summary>
    public static readonly HashSet<string> Joined = ["annotations_ids", "predictions_model_versions", "annotators"];

    /// <summary>Parts of the version document that only some builds have.</summary>
    public static readonly HashSet<string> Optional = ["lsf", "dm2", "backend", "label-studio-converter", "label-studio-os-backend"];

    /// <summary>Columns of CSV and TSV exports that differ from run to run.</summary>
    public static readonly HashSet<string> Columns = ["id", "annotation_id", "created_at", "updated_at", "draft_created_at"];

    private static readonly HashSet<string> Ids =
    [
        "id", "pk", "task", "project", "annotation", "view", "storage", "created_by", "updated_by", "completed_by", "file_upload", "parent_annotation",
        "taskId", "annotationId", "label", "webhook", "user", "organization", "parent_prediction", "import", "reimport", "key", "active_organization",
        "last_created_by", "converted_format", "ids", "task_ids", "predictions", "annotations", "members", "links", "drafts", "annotators",
        "file_upload_ids", "tasks", "comment_authors", "users", "projects",
    ];

    // Keys that name a different kind of thing in every place, so that one recorded number may become several.
    private static readonly HashSet<string> Unmapped = ["id", "ids", "pk", "key", "label"];

    /// <summary>An id: any integer will do, as long as <see cref="RefersConsistently"/> holds. <c>inner_id</c> is a counter, compared exactly.</summary>
    public static bool IsId(string key) =>
        key != "inner_id" && (Ids.Contains(key) || key.EndsWith("_id", StringComparison.Ordinal) || key.EndsWith("_ids", StringComparison.Ordinal));

    /// <summary>Under this key one recorded id always becomes the same id.</summary>
    public static bool RefersConsistently(string key) => !Unmapped.Contains(key);
}
