using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Import;
using Goldset.Server.Storages.Objects;
using Goldset.Server.Webhooks;

namespace Goldset.Server.Storages.Sync;

/// <summary>
/// Takes tasks from the objects of a storage and writes them in batches of whole objects. Unlike an import it does not compare the data
/// with the labeling config, and it leaves out annotations and predictions that cannot be stored.
/// </summary>
internal sealed class StorageIntake(
    Database database, PendingImports imports, WebhookEvents events, StorageProject project, SyncClaim claim, TimeProvider clock, CancellationToken cancel) : IAsyncDisposable
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    // As an import does it: the field of the config where there is one, so that it need not be found for each reader.
    private readonly string field = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(new TaskDataValidator(project.Import.Config).FirstKey ?? TaskDataValidator.UndefinedKey);

    private ImportSession? session;
    private Annotators? annotators;
    private Timestamp lastTime;
    private long taken;

    /// <summary>Takes an object that is a task.</summary>
    public async Task AddAddressAsync(string key, string uri)
    {
        await BeginAsync();
        var batch = session!.Batch;
        var data = Encoding.UTF8.GetBytes($"{{\"{field}\": \"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(uri)}\"}}");
        session.Columns.Add(data);
        batch.Origins.Add(new TaskOrigin(batch.Tasks.Count, claim.Storage.Id, key, null));
        batch.Tasks.Add(new NewTask(batch.Add(data), batch.Add("{}"u8), true, null, NextTime(), default));
        taken++;
    }

    /// <summary>Takes a task from an object with tasks.</summary>
    /// <exception cref="StorageException">It is no task.</exception>
    public async Task AddAsync(string key, long row, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, DocumentOptions);
        var item = document.RootElement;
        if (item.ValueKind != JsonValueKind.Object) throw new StorageException($"Error loading JSON from file \"{key}\". Each task must be an object.");
        await BeginAsync();
        var batch = session!.Batch;
        var hasData = item.TryGetProperty("data", out var data);
        if (!hasData)
        {
            foreach (var name in (string[])["predictions", "annotations"])
                if (item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
                    throw new StorageException($"If you use \"{name}\" field in the task, you must put \"data\" field in the task too");
            data = item;
        }
        if (data.ValueKind != JsonValueKind.Object)
        {
            claim.Report($"{key}, task {row}: \"data\" must be an object");
            return;
        }
        if (session.Columns.Add(JsonMarshal.GetRawUtf8Value(data)) is { } wrongKey)
        {
            claim.Report($"{key}, task {row}: {wrongKey}");
            return;
        }
        var numbers = default(TaskNumbers);
        if (hasData)
        {
            if (List(item, "annotations") is { } annotations)
            {
                annotators ??= await Annotators.ReadAsync(database, project.OrganizationId, 0, acceptUnknown: false, cancel);
                numbers = StorageAnnotations.Add(annotations, annotators, project.Import, batch, key);
            }
            if (List(item, "predictions") is { } predictions) numbers = numbers with { Predictions = StorageAnnotations.AddPredictions(predictions, project.Import.Config, batch, key) };
        }
        batch.Origins.Add(new TaskOrigin(batch.Tasks.Count, claim.Storage.Id, key, row));
        batch.Tasks.Add(new NewTask(batch.Add(JsonMarshal.GetRawUtf8Value(data)), batch.Add("{}"u8), AllowSkip(item, hasData), null, NextTime(), numbers));
        taken++;
        // Hidden until all tasks of the object are there.
        if (batch.IsFull) await session.FlushAsync();
    }

    /// <summary>All tasks of an object were taken.</summary>
    public async Task EndObjectAsync()
    {
        if (session is not null && (session.HasFlushed || session.Batch.IsFull)) await CompleteAsync();
    }

    /// <summary>Writes what was taken.</summary>
    public async Task CompleteAsync()
    {
        if (session is null) return;
        if (session.HasFlushed || session.Batch.Tasks.Count > 0) await session.CompleteAsync(lastModelVersion: null);
        await session.DisposeAsync();
        session = null;
        claim.Done += taken;
        taken = 0;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => session?.DisposeAsync() ?? default;

    private async Task BeginAsync() =>
        session ??= await ImportSession.BeginAsync(database, imports, events, project.Import, replaced: null, keepIds: false, clock, cancel, new ImportHold(claim.GuardAsync));

    private static JsonElement? List(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null) return null;
        return list.ValueKind == JsonValueKind.Array ? list : throw new StorageException($"The field \"{name}\" of a task must be a list");
    }

    private static bool? AllowSkip(JsonElement item, bool hasData) =>
        !hasData || !item.TryGetProperty("allow_skip", out var value) ? true : value.ValueKind switch { JsonValueKind.False => false, JsonValueKind.Null => null, _ => true };

    private Timestamp NextTime()
    {
        var now = Timestamp.Now(clock);
        lastTime = now.CompareTo(lastTime) > 0 ? now : new Timestamp(lastTime.Micros + 1);
        return lastTime;
    }
}
