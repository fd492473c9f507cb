using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Server.Projects;
using Goldset.Server.Storages.Sync;
using Goldset.Server.Tasks;
using Goldset.Server.Webhooks;

namespace Goldset.Server.DataManager.Actions;

/// <summary>
/// Keeps one of the tasks with the same data: the first that has annotations, or else the first. It gets the annotations, the drafts and the
/// storage link of the others, which go to the trash.
/// </summary>
internal sealed class RemoveDuplicates(SelectedTasks tasks, Database database, LabelConfigs configs, WebhookEvents events, ExportQueue exports, TimeProvider clock) : TaskAction("remove_duplicates")
{
    public override ActionResponse Entry => Menu("Remove Duplicated Tasks", 95, ["projects.change", "tasks.delete"], new ActionDialog(
        "Confirm that you want to remove duplicated tasks with the same data fields. Duplicated tasks will be deleted and all annotations will be moved to the first task from duplicated tasks. " +
        "Also Source Storage Links will be restored if at least one duplicated task has a storage link. Warning: Task assignments (enterprise only) won't be saved."), experimental: false);

    public override async Task<object> RunAsync(ActionRun run, CancellationToken cancel)
    {
        var (project, now, data) = (run.Project.Id, Timestamp.Now(clock), TaskData.For(configs, run.Project.LabelConfig));
        var pairs = await PairsAsync(run, data, cancel);
        await tasks.InBatchesAsync(run, pairs, async (tx, batch) => new BatchSum(await MergeAsync(tx, project, data, batch, now)), cancel, areFixed: false);
        await database.WriteAsync(WriteLane.Bulk, tx => OverlapCohort.TasksChangedAsync(tx, project), cancel);
        exports.TasksDeleted(project);
        return new { };
    }

    /// <summary>Each task that has to go, with the one that stays. Of a task only a digest of its data is kept in memory.</summary>
    private async Task<List<Pair>> PairsAsync(ActionRun run, TaskData data, CancellationToken cancel)
    {
        var (scope, places) = (run.Scope, run.Selected?.Index().ToDictionary(task => task.Item, task => task.Index));
        var digests = new List<Seen>();
        await using (var connection = await database.ReadAsync(cancel))
        await using (var rows = await connection.ExecuteReaderAsync(SelectedTasks.Sql(connection, scope, "t.id, t.total_annotations + t.cancelled_annotations, t.data", ""), SelectedTasks.Parameters(scope)))
            while (await rows.ReadAsync(cancel))
            {
                var (id, place) = (rows.GetInt64(0), digests.Count);
                if (places is not null && !places.TryGetValue(id, out place)) continue;
                digests.Add(new Seen(Digest(data, rows.GetString(2)), place, id, rows.GetInt64(1) > 0));
            }
        digests.Sort((a, b) => a.Digest != b.Digest ? a.Digest.CompareTo(b.Digest) : a.Place.CompareTo(b.Place));
        var pairs = new List<Pair>();
        for (int first = 0, next; first < digests.Count; first = next)
        {
            for (next = first + 1; next < digests.Count && digests[next].Digest == digests[first].Digest; next++) { }
            if (next == first + 1) continue;
            var keeper = digests.FindIndex(first, next - first, task => task.IsAnnotated);
            if (keeper < 0) keeper = first;
            for (var i = first; i < next; i++)
                if (i != keeper) pairs.Add(new Pair(digests[keeper].Id, digests[i].Id));
        }
        return pairs;
    }

    private async Task<int> MergeAsync(WriteTransaction tx, long project, TaskData data, Pair[] pairs, Timestamp now)
    {
        var all = new DynamicParameters(new { project });
        all.Add("ids", pairs.SelectMany(pair => (long[])[pair.Keeper, pair.Duplicate]).Distinct().ToArray());
        var found = (await tx.QueryAsync<(long Id, string Data)>($"""
            SELECT id, data FROM tasks WHERE {tx.Dialect.In("id", "@ids")} AND project_id = @project AND {tx.Dialect.NotDeleted("tasks")} ORDER BY id{tx.Dialect.ForUpdate("tasks")}
            """, all)).ToDictionary(task => task.Id, task => Digest(data, task.Data));
        // Somebody may have changed or deleted one of the two since.
        pairs = [.. pairs.Where(pair => found.TryGetValue(pair.Keeper, out var kept) && found.TryGetValue(pair.Duplicate, out var other) && kept == other)];
        if (pairs.Length == 0) return 0;

        var duplicates = new DynamicParameters();
        duplicates.Add("ids", pairs.Select(pair => pair.Duplicate).ToArray());
        var annotated = (await tx.QueryAsync<long>($"""
            SELECT task_id FROM annotations WHERE {tx.Dialect.In("task_id", "@ids")} UNION SELECT task_id FROM drafts WHERE {tx.Dialect.In("task_id", "@ids")}
            """, duplicates)).ToHashSet();
        var moved = pairs.Where(pair => annotated.Contains(pair.Duplicate)).ToList();
        if (moved.Count > 0)
        {
            // Predictions stay with the task that goes.
            await tx.ExecuteAsync("""
                UPDATE annotations SET task_id = @Keeper, parent_prediction_id = NULL WHERE task_id = @Duplicate;
                UPDATE drafts SET task_id = @Keeper WHERE task_id = @Duplicate;
                """, moved);
            await TaskCounters.RefreshAsync(tx, project, [.. moved.SelectMany(pair => (long[])[pair.Keeper, pair.Duplicate]).Distinct()], by: null);
        }
        await MoveLinksAsync(tx, pairs, duplicates);
        long[] gone = [.. pairs.Select(pair => pair.Duplicate)];
        await TaskTrash.DeleteAsync(tx, project, gone, now);
        await events.TasksDeletedAsync(tx, project, gone);
        return gone.Length;
    }

    /// <summary>A task without a storage link gets that of the first of its duplicates.</summary>
    private static async Task MoveLinksAsync(WriteTransaction tx, Pair[] pairs, DynamicParameters duplicates)
    {
        var links = (await tx.QueryAsync<(long Id, long TaskId)>($"SELECT id, task_id FROM storage_import_links WHERE {tx.Dialect.In("task_id", "@ids")} ORDER BY id", duplicates))
            .ToLookup(link => link.TaskId, link => link.Id);
        if (links.Count == 0) return;
        foreach (var (keeper, duplicate) in pairs)
            if (links.Contains(duplicate))
                await tx.ExecuteAsync("""
                    INSERT INTO storage_import_links (storage_id, task_id, row_index, key)
                    SELECT l.storage_id, @keeper, l.row_index, l.key FROM storage_import_links l
                    WHERE l.id = @link AND NOT EXISTS (SELECT 1 FROM storage_import_links own WHERE own.task_id = @keeper)
                    """, new { keeper, link = links[duplicate].First() });
    }

    /// <summary>The same for data that means the same: whatever the order of the fields, the blanks and the escapes.</summary>
    private static UInt128 Digest(TaskData data, string json)
    {
        using var document = JsonDocument.Parse(data.Resolve(Encoding.UTF8.GetBytes(json)).ToArray());
        var canonical = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(canonical, Http.Json.Writer)) Write(writer, document.RootElement);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in json.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when IsText(json, out var text):
                writer.WriteStringValue(text);
                break;
            default:
                writer.WriteRawValue(json.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    /// <summary>False for escapes of half a character, which are no text.</summary>
    private static bool IsText(JsonElement json, out string? text)
    {
        try
        {
            text = json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    private readonly record struct Seen(UInt128 Digest, int Place, long Id, bool IsAnnotated);

    private sealed record Pair(long Keeper, long Duplicate);
}
