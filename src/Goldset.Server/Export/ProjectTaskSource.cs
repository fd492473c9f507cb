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
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(forItems: false, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadForItemsAsync(CancellationToken cancellationToken) => ReadAsync(forItems: true, cancellationToken);

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(bool forItems, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // All readings of one export see the same state, whatever is submitted meanwhile.
        connection ??= await database.ReadAsync(cancellationToken);
        transaction ??= Snapshot(connection);
        SqliteText.Prepare(connection);
        hasDrafts = !forItems && await ExistsAsync("drafts", cancellationToken);
        hasPredictions = !forItems && await ExistsAsync("predictions", cancellationToken);
        hasAnnotations = await ExistsAsync("annotations", cancellationToken);
        var now = Timestamp.Now(clock);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using var writer = new Utf8JsonWriter(buffer, Json.Writer);
        // The next page is read while this one is written.
        var next = ReadAheadAsync(0, forItems, cancellationToken);
        try
        {
            while (await next is { } page)
            {
                next = ReadAheadAsync(page.Tasks[^1].Id, forItems, cancellationToken);
                var (a, d, p) = (0, 0, 0);
                foreach (var task in page.Tasks)
                {
                    buffer.ResetWrittenCount();
                    writer.Reset(buffer);
                    if (forItems) WriteTaskForItems(writer, task, page.Annotations, ref a);
                    else WriteTask(writer, task, page, ref a, ref d, ref p, now);
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
    private Task<Page?> ReadAheadAsync(long after, bool forItems, CancellationToken cancel) => Task.Run(() => ReadPageAsync(after, forItems, cancel), cancel);

    // The unary plus keeps SQLite from choosing an index over the whole project.
    private async Task<Page?> ReadPageAsync(long after, bool forItems, CancellationToken cancel)
    {
        var tasks = await ReadTasksAsync(after, forItems, cancel);
        if (tasks.Count == 0) return null;
        var (first, last) = (tasks[0].Id, tasks[^1].Id);
        return new Page(
            tasks,
            hasAnnotations ? await ReadAnnotationsAsync(first, last, forItems, cancel) : [],
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

    private async Task<List<TaskPart>> ReadTasksAsync(long after, bool forItems, CancellationToken cancel)
    {
        var where = scope.AllTasks ? "" : " AND t.total_annotations + t.cancelled_annotations > 0";
        if ((scope.TaskCondition.Length > 0 ? await MatchingAsync(after, cancel) : scope.Ids) is { } ids) where += $" AND t.id IN ({(ids.Count == 0 ? "NULL" : string.Join(',', ids))})";
        var columns = forItems
            ? "t.id, t.data FROM visible_tasks t"
            : """
              t.id, t.data, t.created_at, t.updated_at, t.allow_skip, t.inner_id, t.total_annotations, t.cancelled_annotations, t.total_predictions, t.updated_by_id,
              f.file, t.meta FROM visible_tasks t LEFT JOIN file_uploads f ON f.id = t.file_upload_id
              """;
        await using var rows = await RowsAsync($"""
            SELECT {columns}
            WHERE t.project_id = @project AND t.id > @first{where} ORDER BY t.id LIMIT {PageTasks}
            """, after, 0, cancel);
        var page = new List<TaskPart>(PageTasks);
        var size = 0;
        while (size < PageBytes && await rows.NextAsync(cancel))
        {
            var task = forItems ? new TaskPart(rows.Long(0), rows.Utf8(1)) : ReadTask(rows);
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

    private async Task<List<AnnotationPart>> ReadAnnotationsAsync(long first, long last, bool forItems, CancellationToken cancel)
    {
        var rest = forItems ? "" : """
            , a.ground_truth, a.draft_created_at, a.result_count, a.unique_id, a.import_id, a.last_action, a.bulk_created, a.updated_by_id,
            a.parent_prediction_id, a.parent_annotation_id, a.last_created_by_id, a.prediction
            """;
        var author = scope.FullAuthors ? ", u.email, u.first_name, u.last_name" : "";
        await using var rows = await RowsAsync($"""
            SELECT a.task_id, a.id, a.completed_by_id, a.was_cancelled, a.created_at, a.updated_at, a.lead_time, a.result{rest}{author}
            FROM annotations a{(scope.FullAuthors ? " LEFT JOIN users u ON u.id = a.completed_by_id" : "")}
            WHERE a.task_id BETWEEN @first AND @last AND +a.project_id = @project{scope.AnnotationCondition} ORDER BY a.task_id, a.id
            """, first, last, cancel);
        var found = new List<AnnotationPart>();
        while (await rows.NextAsync(cancel)) found.Add(ReadAnnotation(rows, forItems, scope.FullAuthors));
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
        WriteAnnotations(writer, task.Id, annotations, ref a);
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

    private void WriteTaskForItems(Utf8JsonWriter writer, TaskPart task, List<AnnotationPart> annotations, ref int a)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, task.Id);
        WriteAnnotations(writer, task.Id, annotations, ref a);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(taskData.Resolve(task.Data), skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
    }

    private void WriteAnnotations(Utf8JsonWriter writer, long task, List<AnnotationPart> annotations, ref int a)
    {
        writer.WriteStartArray("annotations"u8);
        while (a < annotations.Count && annotations[a].TaskId < task) a++;
        for (; a < annotations.Count && annotations[a].TaskId == task; a++) WriteAnnotation(writer, annotations[a]);
        writer.WriteEndArray();
    }

    private void WriteAnnotation(Utf8JsonWriter writer, AnnotationPart a)
    {
        var rest = a.Rest;
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, a.Id);
        if (a.Author is { } author) WriteAuthor(writer, a.CompletedById!.Value, author);
        else Number(writer, "completed_by"u8, a.CompletedById);
        Raw(writer, "result"u8, a.Result);
        writer.WriteBoolean("was_cancelled"u8, a.WasCancelled);
        if (rest is not null) writer.WriteBoolean("ground_truth"u8, rest.GroundTruth);
        Time(writer, "created_at"u8, a.CreatedAt);
        Time(writer, "updated_at"u8, a.UpdatedAt);
        if (rest is not null) Time(writer, "draft_created_at"u8, rest.DraftCreatedAt);
        Number(writer, "lead_time"u8, a.LeadTime);
        if (rest is not null) WriteRest(writer, a.TaskId, rest);
        writer.WriteEndObject();
    }

    private void WriteRest(Utf8JsonWriter writer, long task, AnnotationRest rest)
    {
        Raw(writer, "prediction"u8, rest.Prediction);
        writer.WriteNumber("result_count"u8, rest.ResultCount);
        writer.WriteString("unique_id"u8, rest.UniqueId);
        Number(writer, "import_id"u8, rest.ImportId);
        writer.WriteString("last_action"u8, rest.LastAction);
        writer.WriteBoolean("bulk_created"u8, rest.BulkCreated);
        writer.WriteNumber("task"u8, task);
        writer.WriteNumber("project"u8, scope.ProjectId);
        Number(writer, "updated_by"u8, rest.UpdatedById);
        Number(writer, "parent_prediction"u8, rest.ParentPredictionId);
        Number(writer, "parent_annotation"u8, rest.ParentAnnotationId);
        Number(writer, "last_created_by"u8, rest.LastCreatedById);
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

    private static TaskPart ReadTask(BulkRead row) => new(row.Long(0), row.Utf8(1))
    {
        CreatedAt = new Timestamp(row.Long(2)),
        UpdatedAt = new Timestamp(row.Long(3)),
        AllowSkip = row.FlagOrNull(4),
        InnerId = row.LongOrNull(5),
        TotalAnnotations = row.Int(6),
        CancelledAnnotations = row.Int(7),
        TotalPredictions = row.Int(8),
        UpdatedById = row.LongOrNull(9),
        File = row.TextOrNull(10),
        Meta = row.Utf8OrNull(11),
    };

    private static AnnotationPart ReadAnnotation(BulkRead row, bool forItems, bool withAuthor)
    {
        var author = forItems ? 8 : 20;
        return new AnnotationPart(
            row.Long(0), row.Long(1), row.LongOrNull(2), row.Flag(3), new Timestamp(row.Long(4)), new Timestamp(row.Long(5)), row.DoubleOrNull(6), row.Utf8OrNull(7),
            forItems ? null : ReadRest(row), withAuthor && !row.IsNull(author) ? new AuthorPart(row.Text(author), row.Text(author + 1), row.Text(author + 2)) : null);
    }

    private static AnnotationRest ReadRest(BulkRead row) => new(
        row.Flag(8), row.LongOrNull(9) is { } draft ? new Timestamp(draft) : null, row.Int(10), row.Text(11), row.LongOrNull(12), row.TextOrNull(13), row.Flag(14),
        row.LongOrNull(15), row.LongOrNull(16), row.LongOrNull(17), row.LongOrNull(18), row.Utf8(19));

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

    private sealed record TaskPart(long Id, byte[] Data)
    {
        public Timestamp CreatedAt { get; init; }

        public Timestamp UpdatedAt { get; init; }

        public bool? AllowSkip { get; init; }

        public long? InnerId { get; init; }

        public int TotalAnnotations { get; init; }

        public int CancelledAnnotations { get; init; }

        public int TotalPredictions { get; init; }

        public long? UpdatedById { get; init; }

        public string? File { get; init; }

        public byte[]? Meta { get; init; }
    }

    /// <summary>An annotation; <paramref name="Rest"/> is null where only items are made of it.</summary>
    private sealed record AnnotationPart(
        long TaskId, long Id, long? CompletedById, bool WasCancelled, Timestamp CreatedAt, Timestamp UpdatedAt, double? LeadTime, byte[]? Result, AnnotationRest? Rest, AuthorPart? Author);

    private sealed record AnnotationRest(
        bool GroundTruth, Timestamp? DraftCreatedAt, int ResultCount, string UniqueId, long? ImportId, string? LastAction, bool BulkCreated, long? UpdatedById,
        long? ParentPredictionId, long? ParentAnnotationId, long? LastCreatedById, byte[] Prediction);

    private sealed record AuthorPart(string Email, string FirstName, string LastName);

    private readonly record struct PredictionPart(long TaskId, long Id, PredictionContent? Content);

    private sealed record PredictionContent(
        Timestamp CreatedAt, Timestamp UpdatedAt, long? ModelId, double? Score, long? Cluster, double Mislabeling, string? ModelVersion, byte[]? Neighbors, byte[]? Result);

    private sealed record DraftPart(
        long TaskId, long Id, long? AnnotationId, double? LeadTime, bool WasPostponed, long? ImportId, Timestamp CreatedAt, Timestamp UpdatedAt, string User, string CreatedUsername, byte[] Result);
}
