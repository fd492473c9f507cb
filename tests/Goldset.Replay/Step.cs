using System.Text.Json;

namespace Goldset.Replay;

/// <summary>One step of a scenario. Exactly one of the members is set, apart from the response and the saved values of a request.</summary>
/// <param name="Number">Place in the scenario, from 1.</param>
/// <param name="Name">What the step does, in the recorder's words.</param>
public sealed record Step(int Number, string Name)
{
    /// <summary>The request to send.</summary>
    public RecordedRequest? Request { get; init; }

    /// <summary>The reply that was recorded.</summary>
    public JsonElement? Response { get; init; }

    /// <summary>Variables to take from the reply: name and path in the body.</summary>
    public IReadOnlyDictionary<string, string> Save { get; init; } = new Dictionary<string, string>();

    /// <summary>The calls the server itself made since the last such step.</summary>
    public JsonElement? Outgoing { get; init; }

    /// <summary>A file that the stand-in offers from now on: <c>{name, content_type, content}</c>.</summary>
    public JsonElement? Serve { get; init; }

    /// <summary>A file to put into the folder of local files: <c>{path, content | content_base64}</c>.</summary>
    public JsonElement? Write { get; init; }

    /// <summary>The names of the files that stand in the folder last written to.</summary>
    public JsonElement? Files { get; init; }

    /// <summary>The content of the first of <see cref="Files"/>.</summary>
    public JsonElement? FirstFile { get; init; }

    internal static Step Read(int number, JsonElement step) =>
        new(number, step.GetProperty("name").GetString()!)
        {
            Request = Optional(step, "request") is { } request ? new RecordedRequest(request) : null,
            Response = Optional(step, "response"),
            Save = Optional(step, "save")?.EnumerateObject().ToDictionary(saved => saved.Name, saved => saved.Value.GetString()!)
                ?? [],
            Outgoing = Optional(step, "outgoing"),
            Serve = Optional(step, "serve"),
            Write = Optional(step, "write"),
            Files = Optional(step, "files"),
            FirstFile = Optional(step, "first"),
        };

    private static JsonElement? Optional(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value : null;
}
