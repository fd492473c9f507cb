using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Server.Import;

/// <summary>
/// Takes the annotations of an imported task. What counts is the result, the author, skip, ground truth and time spent; dates and the
/// rest of the history are the new annotation's own.
/// </summary>
internal static class EmbeddedAnnotations
{
    /// <summary>Adds the annotations in <paramref name="list"/> to the task that <paramref name="batch"/> takes next.</summary>
    /// <param name="list">A list of objects with a list <c>result</c>.</param>
    /// <param name="annotators">Finds the authors.</param>
    /// <param name="project">The project.</param>
    /// <param name="batch">Where they go.</param>
    /// <returns>The task's counters.</returns>
    /// <exception cref="EmbeddedException">An annotation cannot be stored.</exception>
    public static TaskNumbers Add(JsonElement list, Annotators annotators, ImportProject project, TaskBatch batch)
    {
        int done = 0, cancelled = 0, useful = 0, truths = 0;
        var authors = new HashSet<long>();
        foreach (var annotation in list.EnumerateArray())
        {
            var result = annotation.GetProperty("result");
            var author = annotators.AuthorOf(annotation);
            var skipped = Flag(annotation, "was_cancelled", absent: false);
            var truth = Flag(annotation, "ground_truth", absent: true);
            batch.Annotations.Add(new NewAnnotation(batch.Tasks.Count, author, skipped, truth, LeadTime(annotation), OriginalId(annotation),
                batch.Add(JsonMarshal.GetRawUtf8Value(result))));
            if (skipped) cancelled++;
            else done++;
            if (truth) truths++;
            else if (!skipped) useful++;
            if (!skipped || project.SkipsCount) authors.Add(author);
        }
        return new TaskNumbers(authors.Count >= project.MaximumAnnotations, done, cancelled, useful, truths, 0);
    }

    private static bool Flag(JsonElement annotation, string name, bool absent)
    {
        if (!annotation.TryGetProperty(name, out var value)) return absent;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.Number when value.TryGetInt64(out var number) && number is 0 or 1 => number == 1,
            _ => throw new EmbeddedException($"'{name}' in annotations must be true or false, got {PythonRepr.Of(value)}"),
        };
    }

    private static double? LeadTime(JsonElement annotation)
    {
        if (!annotation.TryGetProperty("lead_time", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        double seconds = 0;
        var isNumber = value.ValueKind == JsonValueKind.Number
            ? value.TryGetDouble(out seconds)
            : value.ValueKind == JsonValueKind.String && double.TryParse(PythonRepr.Display(value), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds);
        return isNumber && double.IsFinite(seconds) ? seconds : throw new EmbeddedException($"Field 'lead_time' expected a number but got {PythonRepr.Of(value)}.");
    }

    private static long? OriginalId(JsonElement annotation) =>
        annotation.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;
}
