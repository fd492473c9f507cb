using System.Text.Json.Nodes;
using Goldset.Labeling;

namespace Goldset.Server.DataManager;

/// <summary>The columns of a project's tasks, as clients build their tables from them.</summary>
internal static class ColumnList
{
    private static readonly (string Id, string Title, string Type, string Help, bool Explore, bool Labeling)[] Fixed =
    [
        ("id", "ID", "Number", "Task ID", true, false),
        ("inner_id", "Inner ID", "Number", "Internal task ID starting from 1 for the current project", false, false),
        ("completed_at", "Completed", "Datetime", "Last annotation date", true, false),
        ("total_annotations", "Annotations", "Number", "Total annotations per task", true, true),
        ("cancelled_annotations", "Cancelled", "Number", "Total cancelled (skipped) annotations", true, false),
        ("total_predictions", "Predictions", "Number", "Total predictions per task", true, false),
        ("annotators", "Annotated by", "List", "All users who completed the task", true, false),
        ("annotations_results", "Annotation results", "String", "Annotation results stacked over all annotations", false, false),
        ("annotations_ids", "Annotation IDs", "String", "Annotation IDs stacked over all annotations", false, false),
        ("predictions_score", "Prediction score", "Number", "Average prediction score over all task predictions", false, false),
        ("predictions_model_versions", "Prediction model versions", "List", "Model versions aggregated over all predictions", false, false),
        ("predictions_results", "Prediction results", "String", "Prediction results stacked over all predictions", false, false),
        ("file_upload", "Upload filename", "String", "Filename of uploaded file", false, false),
        ("storage_filename", "Storage filename", "String", "Filename from import storage", false, false),
        ("created_at", "Created at", "Datetime", "Task creation time", false, false),
        ("updated_at", "Updated at", "Datetime", "Task update time", false, false),
        ("updated_by", "Updated by", "List", "User who did the last task update", false, false),
        ("avg_lead_time", "Lead Time", "Number", "Average lead time over all annotations (seconds)", false, false),
        ("draft_exists", "Drafts", "Boolean", "True if at least one draft exists for the task", false, false),
    ];

    /// <summary>Data columns first, then the fixed ones, then the root of the data columns.</summary>
    public static JsonArray Of(LabelConfig config, IReadOnlyList<string> imported, IReadOnlyList<long> members, IReadOnlyList<string> versions)
    {
        var columns = new JsonArray();
        var children = new JsonArray();
        var shown = config.DataTypes.Where(d => !d.Key.Contains('[', StringComparison.Ordinal)).ToList();
        foreach (var (key, tag) in shown) AddData(columns, children, key, tag is "Image" or "Audio" or "AudioPlus" or "Video" ? tag : "String", inConfig: true);
        foreach (var key in imported.Where(k => shown.All(d => d.Key != k) && (config.DataTypes.Count == 0 || k != TaskDataValidator.UndefinedKey)).Order(StringComparer.Ordinal))
            AddData(columns, children, key, "Unknown", inConfig: false);
        foreach (var (id, title, type, help, explore, labeling) in Fixed)
        {
            var column = new JsonObject
            {
                ["id"] = id,
                ["title"] = title,
                ["type"] = type,
                ["help"] = help,
                ["target"] = "tasks",
                ["visibility_defaults"] = new JsonObject { ["explore"] = explore, ["labeling"] = labeling },
                ["project_defined"] = false,
            };
            if (id is "annotators" or "updated_by") column["schema"] = new JsonObject { ["items"] = new JsonArray([.. members.Select(m => (JsonNode)m)]) };
            if (id == "predictions_model_versions") column["schema"] = new JsonObject { ["items"] = new JsonArray([.. versions.Select(v => (JsonNode)v)]), ["multiple"] = true };
            columns.Add((JsonNode)column);
        }
        columns.Add((JsonNode)new JsonObject { ["id"] = "data", ["title"] = "data", ["type"] = "List", ["target"] = "tasks", ["children"] = children, ["project_defined"] = false });
        return columns;
    }

    private static void AddData(JsonArray columns, JsonArray children, string key, string type, bool inConfig)
    {
        children.Add((JsonNode)key);
        columns.Add((JsonNode)new JsonObject
        {
            ["id"] = key,
            ["title"] = key == TaskDataValidator.UndefinedKey ? "data" : key,
            ["type"] = type,
            ["target"] = "tasks",
            ["parent"] = "data",
            ["visibility_defaults"] = new JsonObject { ["explore"] = true, ["labeling"] = inConfig || key == TaskDataValidator.UndefinedKey },
            ["project_defined"] = true,
        });
    }
}
