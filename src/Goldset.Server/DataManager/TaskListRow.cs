using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Goldset.Data;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.Storages.Media;
using Goldset.Server.Tasks;

namespace Goldset.Server.DataManager;

/// <summary>Writes one task of a list from the row it was read in.</summary>
internal sealed class TaskListRow(TaskListShape shape, TaskData taskData, TaskUris uris, Timestamp now)
{
    // Derived columns that are absent from the answer, or empty, unless they are computed.
    private static readonly string[] Optional = ["completed_at", "predictions_score", "avg_lead_time", "draft_exists"];

    /// <summary>The SELECT list.</summary>
    public string Columns(Engine engine)
    {
        string If(string column, string sql) => shape.Results || shape.Evaluated(column) ? sql : "NULL";
        string Joined(string sql) => engine == Engine.Postgres ? $"(SELECT string_agg({sql})" : $"(SELECT group_concat({sql})";
        var text = engine == Engine.Postgres ? "::text" : "";
        // Stored results are JSON on one line or many; a control character that JSON never holds unescaped keeps them apart.
        var separator = engine == Engine.Postgres ? "chr(30)" : "char(30)";
        return $"""
            t.id, t.inner_id, t.cancelled_annotations, t.total_annotations, t.total_predictions, t.updated_by_id, t.created_at, t.updated_at, t.is_labeled, t.allow_skip, t.overlap, t.project_id,
            {If("completed_at", TaskColumns.CompletedAt)}, {If("predictions_score", TaskColumns.PredictionScore)}, {If("avg_lead_time", TaskColumns.AverageLeadTime)},
            {If("draft_exists", TaskColumns.DraftExists)}, {If("file_upload", TaskColumns.FileUpload)},
            {If("annotators", Joined($"x.who{text}, ','") + " FROM (SELECT DISTINCT a.completed_by_id AS who FROM annotations a WHERE a.task_id = t.id AND a.completed_by_id IS NOT NULL) x)")},
            {If("annotations_ids", Joined($"x.id{text}, ','") + " FROM (SELECT a.id FROM annotations a WHERE a.task_id = t.id ORDER BY a.id) x)")},
            {If("predictions_model_versions", Joined("x.v, ','") + " FROM (SELECT pr.model_version AS v FROM predictions pr WHERE pr.task_id = t.id GROUP BY pr.model_version ORDER BY MIN(pr.id)) x)")},
            {If("annotations_results", Joined($"x.r, {separator}") + " FROM (SELECT a.result AS r FROM annotations a WHERE a.task_id = t.id AND a.result IS NOT NULL GROUP BY a.result ORDER BY MIN(a.id)) x)")},
            {If("predictions_results", Joined($"x.r, {separator}") + " FROM (SELECT pr.result AS r FROM predictions pr WHERE pr.task_id = t.id AND pr.result IS NOT NULL GROUP BY pr.result ORDER BY MIN(pr.id)) x)")},
            t.meta, t.data, {If("storage_filename", TaskColumns.StorageFilename)}
            """;
    }

    /// <summary>Writes the row that <paramref name="reader"/> stands on.</summary>
    /// <returns>The task's id.</returns>
    public long Write(Utf8JsonWriter writer, DbDataReader reader, TaskResults? results, ILookup<long, DraftRow>? drafts)
    {
        var id = reader.GetInt64(0);
        bool Wanted(string key) => shape.Fields.Has(key) && (shape.Results || !Optional.Contains(key) || shape.Evaluated(key));
        writer.WriteStartObject();
        if (Wanted("id")) writer.WriteNumber("id"u8, id);
        if (results is not null && Wanted("predictions")) List(writer, "predictions", results.Predictions[id].Select(p => p.ToResponse(now)));
        if (results is not null && Wanted("annotations")) List(writer, "annotations", results.Annotations[id].Select(a => a.ToResponse(now)));
        if (Wanted("drafts")) List(writer, "drafts", drafts?[id].Select(d => d.ToResponse(now)) ?? []);
        if (Wanted("annotators")) List(writer, "annotators", Text(reader, 17).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => long.Parse(n, CultureInfo.InvariantCulture)));
        if (Wanted("inner_id")) Number(writer, "inner_id", reader, 1);
        if (Wanted("cancelled_annotations")) writer.WriteNumber("cancelled_annotations"u8, reader.GetInt32(2));
        if (Wanted("total_annotations")) writer.WriteNumber("total_annotations"u8, reader.GetInt32(3));
        if (Wanted("total_predictions")) writer.WriteNumber("total_predictions"u8, reader.GetInt32(4));
        if (Wanted("completed_at")) Time(writer, "completed_at", reader.IsDBNull(12) ? null : new Timestamp(reader.GetInt64(12)));
        if (Wanted("annotations_results")) writer.WriteString("annotations_results"u8, Stacked.Text(Text(reader, 20).Split('\u001e', StringSplitOptions.RemoveEmptyEntries)));
        if (Wanted("predictions_results")) writer.WriteString("predictions_results"u8, Stacked.Text(Text(reader, 21).Split('\u001e', StringSplitOptions.RemoveEmptyEntries)));
        if (Wanted("predictions_score")) Real(writer, "predictions_score", reader, 13);
        if (Wanted("file_upload")) writer.WriteString("file_upload"u8, reader.IsDBNull(16) ? null : reader.GetString(16).Split('/')[^1]);
        if (Wanted("storage_filename")) writer.WriteString("storage_filename"u8, reader.IsDBNull(24) ? null : reader.GetString(24));
        if (Wanted("annotations_ids")) writer.WriteString("annotations_ids"u8, Text(reader, 18));
        if (Wanted("predictions_model_versions")) writer.WriteString("predictions_model_versions"u8, Text(reader, 19));
        if (Wanted("avg_lead_time")) Real(writer, "avg_lead_time", reader, 14);
        if (Wanted("draft_exists")) writer.WriteBoolean("draft_exists"u8, !reader.IsDBNull(15) && Convert.ToBoolean(reader.GetValue(15), CultureInfo.InvariantCulture));
        if (Wanted("updated_by")) List<UpdatedBy>(writer, "updated_by", reader.IsDBNull(5) ? [] : [new UpdatedBy(reader.GetInt64(5))]);
        if (Wanted("data"))
        {
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(uris.Resolve(reader.GetInt64(11), id, taskData.Resolve(reader.GetFieldValue<byte[]>(23))), skipInputValidation: true);
        }
        if (Wanted("meta"))
        {
            writer.WritePropertyName("meta"u8);
            if (reader.IsDBNull(22)) writer.WriteNullValue();
            else writer.WriteRawValue(reader.GetFieldValue<byte[]>(22), skipInputValidation: true);
        }
        if (Wanted("created_at")) Time(writer, "created_at", new Timestamp(reader.GetInt64(6)));
        if (Wanted("updated_at")) Time(writer, "updated_at", new Timestamp(reader.GetInt64(7)));
        if (Wanted("is_labeled")) writer.WriteBoolean("is_labeled"u8, reader.GetBoolean(8));
        // Clients need it to decide on the skip button, so it is there whatever they ask for.
        if (reader.IsDBNull(9)) writer.WriteNull("allow_skip"u8);
        else writer.WriteBoolean("allow_skip"u8, reader.GetBoolean(9));
        if (Wanted("overlap")) writer.WriteNumber("overlap"u8, reader.GetInt32(10));
        if (Wanted("comment_count")) writer.WriteNumber("comment_count"u8, 0);
        if (Wanted("unresolved_comment_count")) writer.WriteNumber("unresolved_comment_count"u8, 0);
        if (Wanted("last_comment_updated_at")) writer.WriteNull("last_comment_updated_at"u8);
        if (Wanted("project")) writer.WriteNumber("project"u8, reader.GetInt64(11));
        if (Wanted("comment_authors")) List<long>(writer, "comment_authors", []);
        writer.WriteEndObject();
        return id;
    }

    private static string Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) JsonSerializer.Serialize(writer, item, Json.Options);
        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column)) writer.WriteNull(name);
        else writer.WriteNumber(name, reader.GetInt64(column));
    }

    private static void Real(Utf8JsonWriter writer, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column)) writer.WriteNull(name);
        else writer.WriteNumber(name, reader.GetDouble(column));
    }

    private static void Time(Utf8JsonWriter writer, string name, Timestamp? time)
    {
        if (time is not { } at)
        {
            writer.WriteNull(name);
            return;
        }
        Span<byte> text = stackalloc byte[32];
        writer.WriteString(name, text[..at.Format(text)]);
    }
}
