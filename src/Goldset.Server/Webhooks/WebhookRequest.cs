using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Data;
using Goldset.Labeling;
using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Webhooks;

/// <summary>What may be set on a webhook.</summary>
public sealed partial record WebhookRequest
{
    private const int MaxHeaders = 10;

    /// <summary>Where to: an http, https or ftp address.</summary>
    [Field(Required = true, MaxLength = WebhookUrl.MaxLength)] public Optional<string> Url { get; init; }
    /// <summary>Send the objects, not only the action's name.</summary>
    public Optional<bool> SendPayload { get; init; }
    /// <summary>Every action, whatever `actions` lists.</summary>
    public Optional<bool> SendForAllActions { get; init; }
    /// <summary>Request headers: an object of texts, ten at most.</summary>
    [Shape("Headers")] public Optional<JsonElement> Headers { get; init; }
    /// <summary>Switched on.</summary>
    public Optional<bool> IsActive { get; init; }
    /// <summary>Names of actions. A change without them clears the list.</summary>
    [Shape("WebhookActions")] public Optional<JsonElement> Actions { get; init; }
    /// <summary>The project. It cannot be changed.</summary>
    public Optional<long?> Project { get; init; }

    /// <summary>Binds and checks.</summary>
    /// <exception cref="ValidationException">A rule is broken.</exception>
    internal static async Task<WebhookRequest> ReadAsync(HttpRequest http, bool partial, CancellationToken cancel)
    {
        var errors = new ValidationErrors();
        var request = RequestBinder.Bind<WebhookRequest>(await RequestBody.ReadAsync(http, cancel, halfPairs: true), partial, errors);
        if (request.Url.IsSet && !WebhookUrl.IsValid(request.Url.Value)) errors.Add("url", "Enter a valid URL.");
        if (request.Headers.IsSet && !AreHeaders(request.Headers.Value)) errors.Add("headers", $"{PythonRepr.Of(request.Headers.Value)} failed JSON schema check");
        request.CheckActions(errors);
        errors.ThrowIfAny();
        return request;
    }

    /// <summary>The actions named, each once; none when the field is absent.</summary>
    internal IReadOnlyList<string> ActionIds => Actions.IsSet ? [.. Actions.Value.EnumerateArray().Select(action => action.GetString()!).Distinct(StringComparer.Ordinal)] : [];

    private void CheckActions(ValidationErrors errors)
    {
        if (!Actions.IsSet) return;
        if (Actions.Value.ValueKind != JsonValueKind.Array)
        {
            errors.Add("actions", $"Expected a list of items but got type \"{RequestBinder.PythonType(Actions.Value)}\".");
            return;
        }
        var unknown = new JsonObject();
        foreach (var (index, action) in Actions.Value.EnumerateArray().Index())
            if (action.ValueKind != JsonValueKind.String || WebhookAction.Find(action.GetString()!) is null)
                unknown[index.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonArray($"\"{PythonRepr.Display(action)}\" is not a valid choice.");
        if (unknown.Count > 0) errors.Set("actions", unknown);
    }

    private static bool AreHeaders(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().Count() <= MaxHeaders &&
        json.EnumerateObject().All(header => NamePattern().IsMatch(header.Name) && header.Value.ValueKind == JsonValueKind.String);

    [GeneratedRegex("^[a-zA-Z0-9-_]+$")]
    private static partial Regex NamePattern();
}

/// <summary>A webhook as the API shows it.</summary>
public sealed record WebhookResponse(
    long Id, long Organization, long? Project, string Url, bool SendPayload, bool SendForAllActions, [property: Shape("Headers")] RawJson Headers, bool IsActive, [property: Shape("WebhookActions")] RawJson Actions,
    Timestamp CreatedAt, Timestamp UpdatedAt);
