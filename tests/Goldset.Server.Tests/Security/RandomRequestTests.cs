using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;

namespace Goldset.Server.Tests.Security;

/// <summary>Whatever is sent, the answer is never a server error: every operation of the API description with random bodies and query parameters.</summary>
public partial class RandomRequestTests(TestServers servers)
{
    private const int Rounds = 12;

    /// <summary>What would end the caller's own access.</summary>
    private static readonly string[] LockingOut = ["POST /api/current-user/reset-token/", "POST /api/jwt/settings", "DELETE /api/users/{id}/", "DELETE /api/organizations/{id}/memberships/{userId}/"];

    [Theory, EachEngine]
    public async Task No_request_makes_the_server_fail(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        var description = (await server.Anonymous.GetAsync("/docs/api/schema/json/")).Json;
        // The same requests in every run: a failure can be looked into.
        var random = new Random(20261124);
        var failed = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            (await server.Admin.PostAsync("/api/projects/", new { title = "Random", label_config = ApiClient.ChoicesConfig })).ShouldHaveStatus(201);
            foreach (var (path, item) in description["paths"]!.AsObject())
                foreach (var (method, operation) in item!.AsObject())
                {
                    // Deleting comes last, or there is nothing left to ask for.
                    if (method == "delete" && round < Rounds - 1) continue;
                    if (LockingOut.Contains($"{method.ToUpperInvariant()} {path}")) continue;
                    var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Address(path, operation!, random));
                    var body = Body(operation!, description, random);
                    if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                    var reply = await server.Admin.SendAsync(request);
                    // 502: a machine-learning back end does not answer.
                    if (reply.Status >= 500 && reply.Status != 502) failed.Add($"{reply.Request}: {reply.Status} for {body}\n{reply.Text[..Math.Min(400, reply.Text.Length)]}");
                }
        }

        failed.ShouldBeEmpty();
    }

    private static string Address(string path, JsonNode operation, Random random)
    {
        var address = Parameter().Replace(path, _ => random.Next(4) switch { 0 => "999999", 1 => "2", _ => "1" });
        var query = (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]!.GetValue<string>() == "query" && random.Next(3) > 0)
            .Select(parameter => $"{parameter!["name"]}={Uri.EscapeDataString(random.Next(2) == 0 ? "1" : (Value(random, 0)?.ToJsonString() ?? "").Trim('"'))}");
        return $"{address}?{string.Join('&', query)}";
    }

    private static string? Body(JsonNode operation, JsonNode description, Random random)
    {
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema) return null;
        if (random.Next(8) == 0) return Value(random, 0)?.ToJsonString() ?? "null";
        var isList = schema["type"]?.ToString() == "array";
        if (isList) schema = schema["items"]!;
        if (schema["$ref"]?.GetValue<string>() is { } reference) schema = description["components"]!["schemas"]![reference.Split('/')[^1]]!;
        var item = new JsonObject();
        foreach (var name in (schema["properties"] as JsonObject ?? []).Select(property => property.Key))
            if (random.Next(4) > 0) item[name] = Value(random, 0);
        return isList ? new JsonArray(item).ToJsonString() : item.ToJsonString();
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth < 3 ? 16 : 13) switch
    {
        0 => null,
        1 => true,
        2 => random.Next(-2, 4),
        3 => 1,
        4 => 9_223_372_036_854_775_807,
        5 => -1.5e300,
        6 => "",
        7 => "text",
        8 => "1",
        9 => "\u0000\ud83d\ude00 <View>&%_' OR 1=1 --",
        10 => new string('x', 5000),
        11 => "2024-13-45T99:00:00Z",
        12 => 0.5,
        13 => new JsonArray(),
        14 => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, depth + 1))]),
        _ => new JsonObject(new[] { "id", "all", "included", "filter", "value", "type", "items", "filters", "conjunction", "operator", "text" }
            .Where(_ => random.Next(2) == 0).Select(name => KeyValuePair.Create(name, Value(random, depth + 1)))),
    };

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
