using System.Buffers;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Server.Accounts;
using Goldset.Server.Annotations;
using Goldset.Server.Http;
using Goldset.Server.Tasks;

namespace Goldset.Server.Storages.Sync;

/// <summary>An annotation as it is written to a storage: with its author and its task, whose data is as it is stored.</summary>
internal static class ExportDocuments
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Readable = Compact with { Indented = true, IndentSize = 2 };

    /// <summary>Reads annotations of a project in the order of their ids; those of deleted tasks left out.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="after">Only ids above this one.</param>
    /// <param name="only">Only this one, or null.</param>
    /// <param name="limit">Most annotations.</param>
    public static async Task<IReadOnlyList<AnnotatedTask>> ReadAsync(DbConnection connection, long projectId, long after, long? only, int limit)
    {
        var which = only is null ? "a.id > @after" : "a.id = @only";
        var annotations = (await connection.QueryAsync<AnnotationRow>($"""
            SELECT {AnnotationRow.Columns} {AnnotationRow.From} JOIN visible_tasks t ON t.id = a.task_id
            WHERE t.project_id = @projectId AND {which} ORDER BY a.id LIMIT @limit
            """, new { projectId, after, only, limit })).AsList();
        if (annotations.Count == 0) return [];
        var tasks = (await connection.QueryAsync<TaskRow>(
            $"SELECT {TaskRow.Columns} FROM visible_tasks t WHERE t.id IN (SELECT a.task_id FROM annotations a WHERE a.project_id = @projectId AND a.id BETWEEN @first AND @last)",
            new { projectId, first = annotations[0].Id, last = annotations[^1].Id })).ToDictionary(task => task.Id);
        return [.. annotations.Where(a => tasks.ContainsKey(a.TaskId)).Select(a => new AnnotatedTask(a, tasks[a.TaskId]))];
    }

    /// <summary>Writes the JSON.</summary>
    public static ReadOnlyMemory<byte> Write(AnnotatedTask item, Timestamp now, bool indented)
    {
        var (annotation, task) = item;
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, indented ? Readable : Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", annotation.Id);
            WriteJson(writer, "result", annotation.Result);
            writer.WriteString("created_username", annotation.AuthorEmail is null
                ? ""
                : PersonName.OnAnnotation(annotation.AuthorFirstName!, annotation.AuthorLastName!, annotation.AuthorEmail, annotation.CompletedById!.Value));
            writer.WriteString("created_ago", Ago.Text(annotation.CreatedAt, now));
            WriteAuthor(writer, annotation);
            WriteTask(writer, task);
            writer.WriteBoolean("was_cancelled", annotation.WasCancelled);
            writer.WriteBoolean("ground_truth", annotation.GroundTruth);
            Write(writer, "created_at", annotation.CreatedAt);
            Write(writer, "updated_at", annotation.UpdatedAt);
            Write(writer, "draft_created_at", annotation.DraftCreatedAt);
            Write(writer, "lead_time", annotation.LeadTime);
            Write(writer, "import_id", annotation.ImportId);
            writer.WriteString("last_action", annotation.LastAction);
            writer.WriteBoolean("bulk_created", annotation.BulkCreated);
            writer.WriteNumber("project", annotation.ProjectId);
            Write(writer, "updated_by", annotation.UpdatedById);
            Write(writer, "parent_prediction", annotation.ParentPredictionId);
            Write(writer, "parent_annotation", annotation.ParentAnnotationId);
            Write(writer, "last_created_by", annotation.LastCreatedById);
            writer.WriteEndObject();
        }
        return output.WrittenMemory;
    }

    private static void WriteAuthor(Utf8JsonWriter writer, AnnotationRow annotation)
    {
        if (annotation.AuthorEmail is null)
        {
            writer.WriteNull("completed_by");
            return;
        }
        writer.WriteStartObject("completed_by");
        writer.WriteNumber("id", annotation.CompletedById!.Value);
        writer.WriteString("first_name", annotation.AuthorFirstName);
        writer.WriteString("last_name", annotation.AuthorLastName);
        writer.WriteString("email", annotation.AuthorEmail);
        writer.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter writer, TaskRow task)
    {
        writer.WriteStartObject("task");
        writer.WriteNumber("id", task.Id);
        WriteJson(writer, "data", task.Data);
        WriteJson(writer, "meta", task.Meta);
        Write(writer, "created_at", task.CreatedAt);
        Write(writer, "updated_at", task.UpdatedAt);
        writer.WriteBoolean("is_labeled", task.IsLabeled);
        if (task.AllowSkip is { } skip) writer.WriteBoolean("allow_skip", skip);
        else writer.WriteNull("allow_skip");
        writer.WriteNumber("overlap", task.Overlap);
        Write(writer, "inner_id", task.InnerId);
        writer.WriteNumber("total_annotations", task.TotalAnnotations);
        writer.WriteNumber("cancelled_annotations", task.CancelledAnnotations);
        writer.WriteNumber("total_predictions", task.TotalPredictions);
        writer.WriteNull("precomputed_agreement");
        writer.WriteNumber("comment_count", 0);
        writer.WriteNumber("unresolved_comment_count", 0);
        writer.WriteNull("last_comment_updated_at");
        writer.WriteNumber("project", task.ProjectId);
        Write(writer, "updated_by", task.UpdatedById);
        Write(writer, "file_upload", task.FileUploadId);
        writer.WriteStartArray("comment_authors");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, string name, string? json)
    {
        writer.WritePropertyName(name);
        if (json is null)
        {
            writer.WriteNullValue();
            return;
        }
        // Through the parser, so that it is laid out as the rest.
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Labeling.TaskDataValidator.MaxDepth });
        document.RootElement.WriteTo(writer);
    }

    private static void Write(Utf8JsonWriter writer, string name, Timestamp? time)
    {
        if (time is { } at) writer.WriteString(name, at.ToString());
        else writer.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}

/// <summary>An annotation and its task.</summary>
internal sealed record AnnotatedTask(AnnotationRow Annotation, TaskRow Task);
