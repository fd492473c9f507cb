using System.Text;
using System.Text.Json.Nodes;

namespace Goldset.Server.Tests.Hosting;

/// <summary>What the server answered.</summary>
/// <param name="Request">Method and path, for messages.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Bytes">The body.</param>
public sealed record ApiReply(string Request, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    private JsonNode? json;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The body as JSON; a test fails here when it is none.</summary>
    public JsonNode Json => json ??= JsonNode.Parse(Bytes).ShouldNotBeNull($"{Request} answered null");

    /// <summary>The <c>id</c> of the object in the body.</summary>
    public long Id => Json["id"].ShouldNotBeNull($"{Request} answered without id").GetValue<long>();

    /// <summary>The <c>detail</c> of an error.</summary>
    public string? Detail => Json["detail"]?.GetValue<string>();

    /// <summary>The messages of one field of a validation error.</summary>
    public string[] ErrorsOf(string field) =>
        [.. (Json["validation_errors"]?[field] as JsonArray ?? []).Select(message => message!.GetValue<string>())];

    /// <summary>Fails, showing the body, unless the status is this.</summary>
    public ApiReply ShouldHaveStatus(int status)
    {
        Status.ShouldBe(status, $"{Request} answered {Text}");
        return this;
    }
}
