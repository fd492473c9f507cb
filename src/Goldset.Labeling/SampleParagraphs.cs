using System.Text.Json.Nodes;

namespace Goldset.Labeling;

/// <summary>A short dialogue.</summary>
public static class SampleParagraphs
{
    private static readonly string[] Chat =
    [
        "Hi Bob, did you see the results of the last batch?",
        "Not yet. Is anything wrong with them?",
        "Two pages are missing, the rest looks fine.",
        "Thanks, I will scan them again today.",
        "Perfect, then we can publish tomorrow.",
    ];

    /// <summary>Five phrases of two people, each an object with these two keys.</summary>
    public static JsonArray Create(string nameKey, string textKey, SamplePurpose purpose = SamplePurpose.Preview) =>
        new([.. Enumerable.Range(0, Chat.Length).Select(i => new JsonObject
        {
            [nameKey] = i % 2 == 0 ? "Alice" : "Bob",
            [textKey] = purpose == SamplePurpose.Upload ? Chat[i] : $"Sample: Text #{i + 1}",
        })]);
}
