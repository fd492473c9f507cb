using System.Buffers;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Data.Bulk;
using Goldset.Formats;
using Goldset.Server.Accounts;
using Goldset.Server.Http;
using Goldset.Server.Tasks;

namespace Goldset.Server.Export;

/// <summary>Which tasks of a project are exported.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="AllTasks">Also tasks without any annotation.</param>
/// <param name="Ids">Only these tasks; null: no restriction.</param>
internal sealed record ExportScope(long ProjectId, bool AllTasks, IReadOnlyList<long>? Ids)
{
    /// <summary>More conditions on tasks, over <c>visible_tasks t</c>: SQL that begins with <c>AND</c>, or nothing.</summary>
    public string TaskCondition { get; init; } = "";

    /// <summary>The values in <see cref="TaskCondition"/>.</summary>
    public DynamicParameters Parameters { get; init; } = new();

    /// <summary>Which annotations are written, over <c>annotations a</c>: SQL that begins with <c>AND</c>, or nothing.</summary>
    public string AnnotationCondition { get; init; } = "";

    /// <summary>Drafts in full; otherwise their ids.</summary>
    public bool FullDrafts { get; init; } = true;

    /// <summary>Predictions in full; otherwise their ids.</summary>
    public bool FullPredictions { get; init; }

    /// <summary>The people who annotated, with name and e-mail; otherwise their ids.</summary>
    public bool FullAuthors { get; init; }
}

/// <summary>
/// A project's tasks as exported JSON, read forward by id within one snapshot of the database: pages of tasks, bounded in number and in
/// bytes, each with the annotations, drafts and prediction ids of its id range. Stored JSON is passed through as the bytes it is.
/// </summary>
internal sealed class ProjectTaskSource(Database database, ExportScope scope, TaskData taskData, TimeProvider clock) : ITaskSource, IAsyncDisposable
{
    private const int PageTasks = 1000;
    private const int PageBytes = 8 * 1024 * 1024;

    private DbConnection? connection;
    private DbTransaction? transaction;
    private bool hasAnnotations;
    private bool hasDrafts;
    private bool hasPredictions;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // All readings of one export see the same state, whatever is submitted meanwhile.
        connection ??= await database.ReadAsync(cancellationToken);
        transaction ??= Snapshot(connection);
        SqliteText.Prepare(connection);
        hasDrafts = await ExistsAsync("drafts", cancellationToken);
        hasPredictions = await ExistsAsync("predictions", cancellationToken);
        hasAnnotations = await ExistsAsync("annotations", cancellationToken);
        var now = Timestamp.Now(clock);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using var writer = new Utf8JsonWriter(buffer, Json.Writer);
        // The next page is read while this one is written.
        var next = ReadAheadAsync(0, cancellationToken);
        try
        {
            while (await next is { } page)
            {
                next = ReadAheadAsync(page.Tasks[^1].Id, cancellationToken);
                var (a, d, p) = (0, 0, 0);
                foreach (var task in page.Tasks)
                {
                    buffer.ResetWrittenCount();
                    writer.Reset(buffer);
                    WriteTask(writer, task, page, ref a, ref d, ref p, now);
                    yield return buffer.WrittenMemory;
                }
            }
        }
        finally
        {
            // The connection is free again before anybody closes it.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // On a thread of its own: SQLite reads without giving the thread back.
    private Task<Page?> ReadAheadAsync(long after, CancellationToken cancel) => Task.Run(() => ReadPageAsync(after, cancel), cancel);

    // The unary plus keeps SQLite from choosing an index over the whole project.
    private async Task<Page?> ReadPageAsync(long after, CancellationToken cancel)
    {
        var tasks = await ReadTasksAsync(after, cancel);
        if (tasks.Count == 0) return null;
        var (first, last) = (tasks[0].Id, tasks[^1].Id);
        return new Page(
            tasks,
            hasAnnotations ? await ReadAnnotationsAsync(first, last, cancel) : [],
            hasDrafts ? await ReadDraftsAsync(first, last, cancel) : [],
            hasPredictions ? await ReadPredictionsAsync(first, last, cancel) : []);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task<bool> ExistsAsync(string table, CancellationToken cancel)
    {
        await using var rows = await RowsAsync($"SELECT 1 FROM {table} WHERE project_id = @project LIMIT 1", 0, 0, cancel);
        return await rows.NextAsync(cancel);
    }

    private async Task<List<TaskPart>> ReadTasksAsync(long after, CancellationToken cancel)
    {
        var where = scope.AllTasks ? "" : " AND t.total_annotations + t.cancelled_annotations > 0";
        if ((scope.TaskCondition.Length > 0 ? await MatchingAsync(after, cancel) : scope.Ids) is { } ids) where += $" AND t.id IN ({(ids.Count == 0 ? "NULL" : string.Join(',', ids))})";
        await using var rows = await RowsAsync($"""
            SELECT t.id, t.created_at, t.updated_at, t.allow_skip, t.inner_id, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.updated_by_id,
                   f.file, t.meta, t.data
            FROM visible_tasks t LEFT JOIN file_uploads f ON f.id = t.file_upload_id
            WHERE t.project_id = @project AND t.id > @first{where} ORDER BY t.id LIMIT {PageTasks}
            """, after, 0, cancel);
        var page = new List<TaskPart>(PageTasks);
        var size = 0;
        while (size < PageBytes && await rows.NextAsync(cancel))
        {
            var task = ReadTask(rows);
            size += task.Data.Length + (task.Meta?.Length ?? 0);
            page.Add(task);
        }
        return page;
    }

    /// <summary>The next tasks that the condition of the scope holds for.</summary>
    private async Task<IReadOnlyList<long>> MatchingAsync(long after, CancellationToken cancel)
    {
        var parameters = new DynamicParameters(scope.Parameters);
        parameters.AddDynamicParams(new { project = scope.ProjectId, after });
        return (await connection!.QueryAsync<long>(new CommandDefinition(
            $"SELECT t.id FROM visible_tasks t WHERE t.project_id = @project AND t.id > @after{scope.TaskCondition} ORDER BY t.id LIMIT {PageTasks}",
            parameters, transaction, commandTimeout: 0, cancellationToken: cancel))).AsList();
    }

    private async Task<List<AnnotationPart>> ReadAnnotationsAsync(long first, long last, CancellationToken cancel)
    {
        await using var rows = await RowsAsync($"""
            SELECT a.task_id, a.id, a.completed_by_id, a.was_cancelled, a.ground_truth, a.created_at, a.updated_at, a.draft_created_at, a.lead_time, a.result_count, a.unique_id,
                   a.import_id, a.last_action, a.bulk_created, a.updated_by_id, a.parent_prediction_id, a.parent_annotation_id, a.last_created_by_id, a.prediction, a.result{(scope.FullAuthors ? ", u.email, u.first_name, u.last_name" : "")}
            FROM annotations a{(scope.FullAuthors ? " LEFT JOIN users u ON u.id = a.completed_by_id" : "")}
            WHERE a.task_id BETWEEN @first AND @last AND +a.project_id = @project{scope.AnnotationCondition} ORDER BY a.task_id, a.id
            """, first, last, cancel);
        var found = new List<AnnotationPart>();
        while (await rows.NextAsync(cancel)) found.Add(ReadAnnotation(rows, scope.FullAuthors));
        return found;
    }

    private async Task<List<DraftPart>> ReadDraftsAsync(long first, long last, CancellationToken cancel)
    {
        await using var rows = await RowsAsync("""
            SELECT d.task_id, d.id, d.annotation_id, d.lead_time, d.was_postponed, d.import_id, d.created_at, d.updated_at, u.id, u.first_name, u.last_name, u.email, d.result
            FROM drafts d JOIN users u ON u.id = d.user_id WHERE d.task_id BETWEEN @first AND @last AND +d.project_id = @project ORDER BY d.task_id, d.id
            """, first, last, cancel);
        var found = new List<DraftPart>();
        while (await rows.NextAsync(cancel)) found.Add(ReadDraft(rows));
        return found;
    }

    private async Task<List<PredictionPart>> ReadPredictionsAsync(long first, long last, CancellationToken cancel)
    {
        var rest = scope.FullPredictions ? ", pr.created_at, pr.updated_at, pr.model_id, pr.score, pr.cluster, pr.mislabeling, pr.model_version, pr.neighbors, pr.result" : "";
        await using var rows = await RowsAsync(
            $"SELECT pr.task_id, pr.id{rest} FROM predictions pr WHERE pr.task_id BETWEEN @first AND @last AND +pr.project_id = @project ORDER BY pr.task_id, pr.id", first, last, cancel);
        var found = new List<PredictionPart>();
        while (await rows.NextAsync(cancel)) found.Add(ReadPrediction(rows, scope.FullPredictions));
        return found;
    }

    private void WriteTask(Utf8JsonWriter writer, TaskPart task, Page page, ref int a, ref int d, ref int p, Timestamp now)
    {
        var (_, annotations, drafts, predictions) = page;
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, task.Id);
        writer.WriteStartArray("annotations"u8);
        while (a < annotations.Count && annotations[a].TaskId < task.Id) a++;
        for (; a < annotations.Count && annotations[a].TaskId == task.Id; a++) WriteAnnotation(writer, annotations[a]);
        writer.WriteEndArray();
        if (task.File is not null) writer.WriteString("file_upload"u8, task.File[(task.File.LastIndexOf('/') + 1)..]);
        writer.WriteStartArray("drafts"u8);
        while (d < drafts.Count && drafts[d].TaskId < task.Id) d++;
        for (; d < drafts.Count && drafts[d].TaskId == task.Id; d++)
            if (scope.FullDrafts) WriteDraft(writer, drafts[d], now);
            else writer.WriteNumberValue(drafts[d].Id);
        writer.WriteEndArray();
        writer.WriteStartArray("predictions"u8);
        while (p < predictions.Count && predictions[p].TaskId < task.Id) p++;
        for (; p < predictions.Count && predictions[p].TaskId == task.Id; p++)
            if (predictions[p].Content is { } content) WritePrediction(writer, predictions[p], content, now);
            else writer.WriteNumberValue(predictions[p].Id);
        writer.WriteEndArray();
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(taskData.Resolve(task.Data), skipInputValidation: true);
        Raw(writer, "meta"u8, task.Meta);
        Time(writer, "created_at"u8, task.CreatedAt);
        Time(writer, "updated_at"u8, task.UpdatedAt);
        if (task.AllowSkip is { } skip) writer.WriteBoolean("allow_skip"u8, skip);
        else writer.WriteNull("allow_skip"u8);
        Number(writer, "inner_id"u8, task.InnerId);
        writer.WriteNumber("total_annotations"u8, task.TotalAnnotations);
        writer.WriteNumber("cancelled_annotations"u8, task.CancelledAnnotations);
        writer.WriteNumber("total_predictions"u8, task.TotalPredictions);
        writer.WriteNumber("comment_count"u8, 0);
        writer.WriteNumber("unresolved_comment_count"u8, 0);
        writer.WriteNull("last_comment_updated_at"u8);
        writer.WriteNumber("project"u8, scope.ProjectId);
        Number(writer, "updated_by"u8, task.UpdatedById);
        writer.WriteStartArray("comment_authors"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    private void WriteAnnotation(Utf8JsonWriter writer, AnnotationPart a)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, a.Id);
        if (a.Author is { } author) WriteAuthor(writer, a.CompletedById!.Value, author);
        else Number(writer, "completed_by"u8, a.CompletedById);
        Raw(writer, "result"u8, a.Result);
        writer.WriteBoolean("was_cancelled"u8, a.WasCancelled);
        writer.WriteBoolean("ground_truth"u8, a.GroundTruth);
        Time(writer, "created_at"u8, a.CreatedAt);
        Time(writer, "updated_at"u8, a.UpdatedAt);
        Time(writer, "draft_created_at"u8, a.DraftCreatedAt);
        Number(writer, "lead_time"u8, a.LeadTime);
        Raw(writer, "prediction"u8, a.Prediction);
        writer.WriteNumber("result_count"u8, a.ResultCount);
        writer.WriteString("unique_id"u8, a.UniqueId);
        Number(writer, "import_id"u8, a.ImportId);
        writer.WriteString("last_action"u8, a.LastAction);
        writer.WriteBoolean("bulk_created"u8, a.BulkCreated);
        writer.WriteNumber("task"u8, a.TaskId);
        writer.WriteNumber("project"u8, scope.ProjectId);
        Number(writer, "updated_by"u8, a.UpdatedById);
        Number(writer, "parent_prediction"u8, a.ParentPredictionId);
        Number(writer, "parent_annotation"u8, a.ParentAnnotationId);
        Number(writer, "last_created_by"u8, a.LastCreatedById);
        writer.WriteEndObject();
    }

    private static void WriteAuthor(Utf8JsonWriter writer, long id, AuthorPart author)
    {
        writer.WriteStartObject("completed_by"u8);
        writer.WriteNumber("id"u8, id);
        writer.WriteString("email"u8, author.Email);
        writer.WriteString("first_name"u8, author.FirstName);
        writer.WriteString("last_name"u8, author.LastName);
        writer.WriteEndObject();
    }

    private void WritePrediction(Utf8JsonWriter writer, PredictionPart prediction, PredictionContent content, Timestamp now)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, prediction.Id);
        Raw(writer, "result"u8, content.Result);
        writer.WriteString("model_version"u8, content.ModelVersion);
        writer.WriteString("created_ago"u8, Ago.Text(content.CreatedAt, now));
        Number(writer, "score"u8, content.Score);
        Number(writer, "cluster"u8, content.Cluster);
        Raw(writer, "neighbors"u8, content.Neighbors);
        Number(writer, "mislabeling"u8, (double?)content.Mislabeling);
        Time(writer, "created_at"u8, content.CreatedAt);
        Time(writer, "updated_at"u8, content.UpdatedAt);
        Number(writer, "model"u8, content.ModelId);
        writer.WriteNull("model_run"u8);
        writer.WriteNumber("task"u8, prediction.TaskId);
        writer.WriteNumber("project"u8, scope.ProjectId);
        writer.WriteEndObject();
    }

    private static void WriteDraft(Utf8JsonWriter writer, DraftPart d, Timestamp now)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, d.Id);
        writer.WriteString("user"u8, d.User);
        writer.WriteString("created_username"u8, d.CreatedUsername);
        writer.WriteString("created_ago"u8, Ago.Text(d.CreatedAt, now));
        Raw(writer, "result"u8, d.Result);
        Number(writer, "lead_time"u8, d.LeadTime);
        writer.WriteBoolean("was_postponed"u8, d.WasPostponed);
        Number(writer, "import_id"u8, d.ImportId);
        Time(writer, "created_at"u8, d.CreatedAt);
        Time(writer, "updated_at"u8, d.UpdatedAt);
        writer.WriteNumber("task"u8, d.TaskId);
        Number(writer, "annotation"u8, d.AnnotationId);
        writer.WriteEndObject();
    }

    private static TaskPart ReadTask(BulkRead row) => new(
        row.Long(0), new Timestamp(row.Long(1)), new Timestamp(row.Long(2)), row.FlagOrNull(3), row.LongOrNull(4), row.Int(5), row.Int(6), row.Int(7), row.LongOrNull(8),
        row.TextOrNull(9), row.Utf8OrNull(10), row.Utf8(11));

    private static AnnotationPart ReadAnnotation(BulkRead row, bool withAuthor) => new(
        row.Long(0), row.Long(1), row.LongOrNull(2), row.Flag(3), row.Flag(4), new Timestamp(row.Long(5)), new Timestamp(row.Long(6)),
        row.LongOrNull(7) is { } draft ? new Timestamp(draft) : null, row.DoubleOrNull(8), row.Int(9), row.Text(10), row.LongOrNull(11),
        row.TextOrNull(12), row.Flag(13), row.LongOrNull(14), row.LongOrNull(15), row.LongOrNull(16), row.LongOrNull(17), row.Utf8(18), row.Utf8OrNull(19),
        withAuthor && !row.IsNull(20) ? new AuthorPart(row.Text(20), row.Text(21), row.Text(22)) : null);

    private static PredictionPart ReadPrediction(BulkRead row, bool full) => new(row.Long(0), row.Long(1), full
        ? new PredictionContent(
            new Timestamp(row.Long(2)), new Timestamp(row.Long(3)), row.LongOrNull(4), row.DoubleOrNull(5), row.LongOrNull(6), row.Double(7), row.TextOrNull(8), row.Utf8OrNull(9), row.Utf8OrNull(10))
        : null);

    private static DraftPart ReadDraft(BulkRead row) => new(
        row.Long(0), row.Long(1), row.LongOrNull(2), row.DoubleOrNull(3), row.Flag(4), row.LongOrNull(5), new Timestamp(row.Long(6)), new Timestamp(row.Long(7)), row.Text(11),
        PersonName.Display(row.Text(9), row.Text(10), row.Text(11), row.Long(8)), row.Utf8(12));

    private static DbTransaction Snapshot(DbConnection connection)
    {
        if (connection is Microsoft.Data.Sqlite.SqliteConnection sqlite) return sqlite.BeginTransaction(deferred: true);
        var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        // Pages go forward through the indexes, also right after an import, when PostgreSQL does not know yet how large its tables are.
        connection.Execute("SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off", transaction: snapshot);
        return snapshot;
    }

    private Task<BulkRead> RowsAsync(string sql, long first, long last, CancellationToken cancel) =>
        BulkRead.BeginAsync(connection!, transaction, sql, [("project", scope.ProjectId), ("first", first), ("last", last)], cancel);

    private static void Raw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? json)
    {
        writer.WritePropertyName(name);
        if (json is null) writer.WriteNullValue();
        else writer.WriteRawValue(json, skipInputValidation: true);
    }

    private static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Timestamp? time)
    {
        if (time is not { } at)
        {
            writer.WriteNull(name);
            return;
        }
        Span<byte> text = stackalloc byte[32];
        writer.WriteString(name, text[..at.Format(text)]);
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? number)
    {
        // Whole seconds keep their point: tables show numbers as they are written here.
        if (number is not { } value) writer.WriteNull(name);
        else if (double.IsInteger(value) && Math.Abs(value) < 1e15)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.ToString("F1", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else writer.WriteNumber(name, value);
    }

    /// <summary>Tasks in order and what belongs to them, in the same order.</summary>
    private sealed record Page(List<TaskPart> Tasks, List<AnnotationPart> Annotations, List<DraftPart> Drafts, List<PredictionPart> Predictions);

    private readonly record struct TaskPart(
        long Id, Timestamp CreatedAt, Timestamp UpdatedAt, bool? AllowSkip, long? InnerId, int TotalAnnotations, int CancelledAnnotations, int TotalPredictions, long? UpdatedById,
        string? File, byte[]? Meta, byte[] Data);

    private sealed record AnnotationPart(
        long TaskId, long Id, long? CompletedById, bool WasCancelled, bool GroundTruth, Timestamp CreatedAt, Timestamp UpdatedAt, Timestamp? DraftCreatedAt, double? LeadTime,
        int ResultCount, string UniqueId, long? ImportId, string? LastAction, bool BulkCreated, long? UpdatedById, long? ParentPredictionId, long? ParentAnnotationId,
        long? LastCreatedById, byte[] Prediction, byte[]? Result, AuthorPart? Author);

    private sealed record AuthorPart(string Email, string FirstName, string LastName);

    private readonly record struct PredictionPart(long TaskId, long Id, PredictionContent? Content);

    private sealed record PredictionContent(
        Timestamp CreatedAt, Timestamp UpdatedAt, long? ModelId, double? Score, long? Cluster, double Mislabeling, string? ModelVersion, byte[]? Neighbors, byte[]? Result);

    private sealed record DraftPart(
        long TaskId, long Id, long? AnnotationId, double? LeadTime, bool WasPostponed, long? ImportId, Timestamp CreatedAt, Timestamp UpdatedAt, string User, string CreatedUsername, byte[] Result);
}
