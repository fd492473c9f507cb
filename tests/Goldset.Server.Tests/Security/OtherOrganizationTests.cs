using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Goldset.Server.Tests.Security;

/// <summary>
/// Nobody reaches into another organization: every operation of the API description that names an object is called with the ids of somebody
/// else's. A route added later is covered without a line here.
/// </summary>
public partial class OtherOrganizationTests(TestServers servers)
{
    /// <summary>Operations that act on the caller whatever id they are given.</summary>
    private static readonly string[] OnTheCaller = ["/api/users/{id}/avatar/"];

    [Theory, EachEngine]
    public async Task Objects_of_others_cannot_be_seen_or_changed(Engine engine)
    {
        await using var server = await servers.StartAsync(engine);
        await FillAsync(server.Admin);
        var stranger = await server.SignUpAsync("stranger@example.com");
        var operations = await OperationsAsync(server);
        var before = await ContentAsync(server);
        var wrong = new List<string>();

        foreach (var (method, path, query) in operations)
        {
            var address = Parameter().Replace(path, "1") + query;
            var reply = await stranger.SendAsync(new HttpRequestMessage(new HttpMethod(method), address)
            {
                Content = method is "GET" or "DELETE" ? null : new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            });
            // A request without the fields it needs may be refused for that first.
            if (reply.Status is not (403 or 404) && !(reply.Status is 400 && method is not ("GET" or "DELETE"))) wrong.Add($"{method} {path}: {reply.Status}");
        }

        operations.Count.ShouldBeGreaterThan(80);
        wrong.ShouldBeEmpty();
        (await ContentAsync(server)).ShouldBe(before);
    }

    /// <summary>One of each kind of object, each with id 1.</summary>
    private static async Task FillAsync(ApiClient owner)
    {
        (await owner.PostAsync("/api/projects/", new { title = "Secret", label_config = ApiClient.ChoicesConfig })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/projects/1/import", new[] { new { text = "secret" }, new { text = "more" } })).ShouldHaveStatus(201);
        var choice = JsonNode.Parse("""[{"from_name": "label", "to_name": "text", "type": "choices", "value": {"choices": ["pos"]}}]""");
        (await owner.PostAsync("/api/tasks/1/annotations/", new { result = choice })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/tasks/2/drafts", new { result = choice })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/predictions/", new { task = 1, result = choice, model_version = "v1" })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/dm/views/", new { project = 1, data = new { title = "Tab" } })).ShouldHaveStatus(201);
        (await owner.UploadAsync("/api/projects/1/import?commit_to_project=false", "a.csv", "text\nsecret\n"u8.ToArray())).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/projects/1/exports/", new { })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/webhooks/", new { project = 1, url = "https://example.com/hook" })).ShouldHaveStatus(201);
        (await owner.PostAsync("/api/labels/", new[] { new { project = 1, from_name = "label", title = "Label", value = new[] { "x" } } })).ShouldHaveStatus(201);
    }

    private static async Task<List<(string Method, string Path, string Query)>> OperationsAsync(TestServer server)
    {
        var description = (await server.Anonymous.GetAsync("/docs/api/schema/json/")).Json;
        return
        [
            .. from path in description["paths"]!.AsObject()
               where path.Key.Contains('{', StringComparison.Ordinal) && !OnTheCaller.Contains(path.Key)
               from operation in path.Value!.AsObject()
               select (operation.Key.ToUpperInvariant(), path.Key, path.Key.Contains("/api/dm/", StringComparison.Ordinal) ? "?project=1" : ""),
        ];
    }

    /// <summary>All rows of all tables, without what the stranger's own account wrote.</summary>
    private static async Task<string> ContentAsync(TestServer server)
    {
        var database = server.Services.GetRequiredService<Database>();
        await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
        var tables = await connection.QueryAsync<string>(database.Engine == Engine.Postgres
            ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
        var content = new List<string>();
        foreach (var table in tables.Where(table => table is not ("users" or "__EFMigrationsHistory")))
            foreach (var row in await connection.QueryAsync($"SELECT * FROM \"{table}\""))
                content.Add(table + ": " + string.Join('|', ((IDictionary<string, object?>)row).Select(cell => Convert.ToString(cell.Value, CultureInfo.InvariantCulture))));
        return string.Join('\n', content.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
