using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;
using Goldset.Server.Import;
using Goldset.Server.Storages.Objects;

namespace Goldset.Server.Storages.Sync;

/// <summary>Takes the annotations and predictions of a task from a storage. Those that cannot be stored are left out, and so not counted.</summary>
internal static class StorageAnnotations
{
    /// <summary>Adds the annotations in <paramref name="list"/> to the task that <paramref name="batch"/> takes next.</summary>
    /// <returns>The task's counters.</returns>
    /// <exception cref="StorageException">An item is no object, or its result is a text that is no JSON.</exception>
    public static TaskNumbers Add(JsonElement list, Annotators annotators, ImportProject project, TaskBatch batch, string key)
    {
        int done = 0, cancelled = 0, useful = 0, truths = 0;
        var authors = new HashSet<long?>();
        foreach (var annotation in list.EnumerateArray())
        {
            if (annotation.ValueKind != JsonValueKind.Object) throw new StorageException($"{key}: each annotation of a task must be an object");
            if (Result(annotation, key) is not { } result || !TryFindAuthor(annotation, annotators, out var author)) continue;
            var skipped = Flag(annotation, "was_cancelled");
            var truth = Flag(annotation, "ground_truth");
            batch.Annotations.Add(new NewAnnotation(batch.Tasks.Count, author, skipped, truth, Seconds(annotation), OriginalId(annotation), batch.Add(result)));
            if (skipped) cancelled++;
            else done++;
            if (truth) truths++;
            else if (!skipped) useful++;
            if (!skipped || project.SkipsCount) authors.Add(author);
        }
        return new TaskNumbers(done + cancelled > 0 && authors.Count >= project.MaximumAnnotations, done, cancelled, useful, truths, 0);
    }

    /// <summary>Adds the predictions in <paramref name="list"/> to the task that <paramref name="batch"/> takes next.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StorageException">An item is no object.</exception>
    public static int AddPredictions(JsonElement list, LabelConfig config, TaskBatch batch, string key)
    {
        foreach (var prediction in list.EnumerateArray())
            if (prediction.ValueKind != JsonValueKind.Object) throw new StorageException($"{key}: each prediction of a task must be an object");
        var before = batch.Predictions.Count;
        new EmbeddedPredictions(config, validate: true).Add(list, item: 0, batch);
        return batch.Predictions.Count - before;
    }

    /// <summary>The regions as UTF-8; null where they are none.</summary>
    private static byte[]? Result(JsonElement annotation, string key)
    {
        if (!annotation.TryGetProperty("result", out var result)) return null;
        if (result.ValueKind == JsonValueKind.String)
        {
            var text = Encoding.UTF8.GetBytes(PythonRepr.Display(result));
            try
            {
                using var parsed = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = TaskDataValidator.MaxDepth });
                return IsRegions(parsed.RootElement) ? text : null;
            }
            catch (JsonException malformed)
            {
                throw new StorageException($"{key}: the \"result\" of an annotation is a text that is not JSON", malformed);
            }
        }
        return IsRegions(result) ? JsonMarshal.GetRawUtf8Value(result).ToArray() : null;
    }

    private static bool IsRegions(JsonElement result) => result.ValueKind == JsonValueKind.Array && result.EnumerateArray().All(region => region.ValueKind == JsonValueKind.Object);

    private static bool TryFindAuthor(JsonElement annotation, Annotators annotators, out long? author)
    {
        author = null;
        if (!annotation.TryGetProperty("completed_by", out var named) || named.ValueKind == JsonValueKind.Null) return true;
        try
        {
            author = annotators.AuthorOf(annotation);
            return true;
        }
        catch (EmbeddedException)
        {
            // Nobody of the organization.
            return false;
        }
    }

    private static bool Flag(JsonElement annotation, string name) => annotation.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static double? Seconds(JsonElement annotation) =>
        annotation.TryGetProperty("lead_time", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : null;

    private static long? OriginalId(JsonElement annotation) =>
        annotation.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;
}
