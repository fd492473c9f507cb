using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Accounts;
using Goldset.Server.Http;

namespace Goldset.Server.Import;

/// <summary>
/// Takes the items of an import one by one: checks them, turns them into rows and hands full batches on. After the first fault it
/// writes no more, but goes on checking so that all faults are told at once.
/// </summary>
internal sealed class TaskIntake : IItemConsumer
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    private readonly Database database;
    private readonly Caller caller;
    private readonly ImportProject project;
    private readonly ImportOptions options;
    private readonly ImportSession session;
    private readonly TimeProvider clock;
    private readonly CancellationToken cancel;
    private readonly TaskDataValidator validator;
    private readonly EmbeddedPredictions predictions;
    private readonly ItemErrors errors = new();
    private readonly List<string> missingFields = [];
    private readonly ArrayBufferWriter<byte> scratch = new();
    private Annotators? annotators;
    private HashSet<long>? uploads;
    private string? embeddedError;
    private Timestamp lastTime;
    private int count;

    /// <summary>Takes items for <paramref name="project"/> and gives batches to <paramref name="session"/>.</summary>
    public TaskIntake(Database database, Caller caller, ImportProject project, ImportOptions options, ImportSession session, TimeProvider clock, CancellationToken cancel)
    {
        this.database = database;
        this.caller = caller;
        this.project = project;
        this.options = options;
        this.session = session;
        this.clock = clock;
        this.cancel = cancel;
        validator = new TaskDataValidator(project.Config);
        predictions = new EmbeddedPredictions(project.Config, options.ValidatePredictions);
    }

    /// <inheritdoc />
    public long? FileUploadId { get; set; }

    /// <inheritdoc />
    public int Count => count;

    /// <summary>Annotations of the tasks taken.</summary>
    public int AnnotationCount { get; private set; }

    /// <summary>Predictions of the tasks taken.</summary>
    public int PredictionCount { get; private set; }

    private bool HasFailed => errors.Any || missingFields.Count > 0 || embeddedError is not null || predictions.Errors is not null;

    /// <inheritdoc />
    public ValueTask AddAsync(ReadOnlyMemory<byte> item)
    {
        var index = count++;
        if (index >= options.MaxTasks) return default;
        if (options.PreannotatedFields.Count > 0) item = Preannotate(item, index);
        if (!validator.TryValidate(item.Span, out var parts))
        {
            Refuse(index, item, reason: null);
            return default;
        }
        if (parts.Annotations.Length > 2 || parts.FileUploadId.IsPresent) return AddWithLookUpsAsync(index, item, parts);
        Take(index, item, parts);
        return FlushIfFullAsync();
    }

    /// <summary>Ends the import: everything is there, or nothing.</summary>
    /// <exception cref="ValidationException">Something was wrong.</exception>
    public async Task CompleteAsync()
    {
        if (count > options.MaxTasks) throw new ValidationException($"Maximum task number is {options.MaxTasks}, current task number is {count}");
        if (missingFields.Count > 0) throw new ValidationException(new ValidationErrors().Set("preannotated_fields", new JsonArray([.. missingFields.Select(m => (JsonNode)m)])));
        if (errors.Any) throw new ValidationException(new ValidationErrors().Set(ValidationErrors.NonField, errors.ToJson(count)));
        if (embeddedError is not null) throw new ValidationException(embeddedError);
        if (predictions.Errors is { } wrong) throw new ValidationException("predictions", wrong);
        if (count > 0) await session.CompleteAsync(predictions.LastModelVersion);
    }

    private async ValueTask AddWithLookUpsAsync(int index, ReadOnlyMemory<byte> item, TaskItem parts)
    {
        if (parts.Annotations.Length > 2) annotators ??= await Annotators.ReadAsync(database, caller.OrganizationId, caller.UserId, options.AcceptUnknownEmails, cancel);
        if (parts.FileUploadId.IsPresent) uploads ??= await UploadsAsync();
        Take(index, item, parts);
        await FlushIfFullAsync();
    }

    private void Take(int index, ReadOnlyMemory<byte> item, TaskItem parts)
    {
        var json = item.Span;
        var data = parts.Data.Of(json);
        if (parts.HasUndefinedKey && validator.FirstKey is not null) data = validator.NameUndefined(data);
        if (!TryReadFlag(parts.AllowSkip.Of(json), out var allowSkip))
        {
            Refuse(index, item, "Task[allow_skip] must be bool");
            return;
        }
        if (!TryReadUpload(parts.FileUploadId.Of(json), out var upload))
        {
            Refuse(index, item, "Task[file_upload_id] must be a file upload of the project");
            return;
        }
        if (session.Columns.Add(data) is { } wrongKey)
        {
            Refuse(index, item, wrongKey);
            return;
        }
        var batch = session.Batch;
        var numbers = default(TaskNumbers);
        if (parts.Annotations.Length > 2) numbers = TakeAnnotations(item.Slice(parts.Annotations.Start, parts.Annotations.Length), batch);
        if (parts.Predictions.Length > 2)
        {
            using var list = JsonDocument.Parse(item.Slice(parts.Predictions.Start, parts.Predictions.Length), DocumentOptions);
            numbers = numbers with { Predictions = predictions.Add(list.RootElement, index, batch) };
        }
        AnnotationCount += numbers.Annotations + numbers.Cancelled;
        PredictionCount += numbers.Predictions;
        var meta = parts.Meta.IsPresent ? parts.Meta.Of(json) : "{}"u8;
        batch.Tasks.Add(new NewTask(batch.Add(data), batch.Add(meta), allowSkip, FileUploadId ?? upload, NextTime(), numbers));
    }

    private TaskNumbers TakeAnnotations(ReadOnlyMemory<byte> list, TaskBatch batch)
    {
        using var document = JsonDocument.Parse(list, DocumentOptions);
        try
        {
            return EmbeddedAnnotations.Add(document.RootElement, annotators!, project, batch);
        }
        catch (EmbeddedException refused)
        {
            embeddedError ??= refused.Message;
            return default;
        }
    }

    private async ValueTask FlushIfFullAsync()
    {
        if (!session.Batch.IsFull) return;
        if (HasFailed) session.Batch.Clear();
        else await session.FlushAsync();
    }

    private void Refuse(int index, ReadOnlyMemory<byte> item, string? reason)
    {
        using var document = JsonDocument.Parse(FileUploadId is null ? item : WithUpload(item), DocumentOptions);
        var root = document.RootElement;
        errors.Add(index, reason ?? validator.Explain(root) ?? "Task root must be dict with \"data\", \"meta\", \"annotations\", \"predictions\" fields", root);
    }

    /// <summary>The item as it is shown: the file it came from is part of it.</summary>
    private ReadOnlyMemory<byte> WithUpload(ReadOnlyMemory<byte> item)
    {
        scratch.ResetWrittenCount();
        var open = item.Span[..^1].TrimEnd(" \t\r\n"u8);
        scratch.Write(open);
        if (open is not [(byte)'{']) scratch.Write(", "u8);
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"file_upload_id\": {FileUploadId}}}"), scratch);
        return scratch.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Preannotate(ReadOnlyMemory<byte> item, int index)
    {
        using var document = JsonDocument.Parse(item, DocumentOptions);
        var root = document.RootElement;
        if (options.ValidatePredictions)
        {
            var data = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var inner) ? inner : root;
            foreach (var field in options.PreannotatedFields)
                if (missingFields.Count < 1000 && (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(field, out _)))
                    missingFields.Add($"Task {index}: Preannotated field '{field}' not found in task data");
        }
        FileUploadId = null;
        return Encoding.UTF8.GetBytes(PreannotatedFields.Rewrite(root, options.PreannotatedFields, project.Config, index, required: false));
    }

    /// <summary>Tasks of one import get rising times, so that ordering by time is the order of the file.</summary>
    private Timestamp NextTime()
    {
        var now = Timestamp.Now(clock);
        lastTime = now.CompareTo(lastTime) > 0 ? now : new Timestamp(lastTime.Micros + 1);
        return lastTime;
    }

    private static bool TryReadFlag(ReadOnlySpan<byte> json, out bool? flag)
    {
        flag = json.Length == 0 || json.SequenceEqual("true"u8) ? true : json.SequenceEqual("false"u8) ? false : null;
        return flag is not null || json.SequenceEqual("null"u8);
    }

    private bool TryReadUpload(ReadOnlySpan<byte> json, out long? upload)
    {
        upload = null;
        if (json.Length == 0 || json.SequenceEqual("null"u8)) return true;
        if (!System.Buffers.Text.Utf8Parser.TryParse(json, out long id, out var read) || read != json.Length) return false;
        upload = id;
        return uploads!.Contains(id);
    }

    private async Task<HashSet<long>> UploadsAsync()
    {
        await using var connection = await database.ReadAsync(cancel);
        return [.. await connection.QueryAsync<long>("SELECT id FROM file_uploads WHERE project_id = @Id", new { project.Id })];
    }
}
