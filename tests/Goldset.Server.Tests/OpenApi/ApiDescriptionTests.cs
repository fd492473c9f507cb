using System.Text.Json.Nodes;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>The published description of the API: what clients are generated from.</summary>
public class ApiDescriptionTests(TestServers servers)
{
    [Theory]
    [InlineData("/api/projects/", "get", "api_projects_list")]
    [InlineData("/api/projects/", "post", "api_projects_create")]
    [InlineData("/api/projects/validate/", "post", "api_projects_validate_create")]
    [InlineData("/api/projects/{id}/import", "post", "api_projects_import_create")]
    [InlineData("/api/projects/{projectId}/tasks/", "get", "api_projects_tasks_list")]
    [InlineData("/api/projects/{id}/export/formats", "get", "api_projects_export_formats_read")]
    [InlineData("/api/projects/{id}/export", "get", "api_projects_export_read")]
    public async Task Links_find_the_operations_at_the_addresses_clients_use(string path, string method, string id)
    {
        var description = await DescriptionAsync();

        description["paths"]![path]![method]!["operationId"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task Request_fields_carry_their_rules()
    {
        var description = await DescriptionAsync();

        var fields = description["components"]!["schemas"]!["ProjectRequest"]!["properties"]!;
        fields["title"]!["maxLength"]!.GetValue<int>().ShouldBe(50);
        fields["show_instruction"]!["type"]!.GetValue<string>().ShouldBe("boolean");
        fields["sampling"]!["enum"]!.AsArray().Count.ShouldBe(4);
        fields["pinned_at"]!["format"]!.GetValue<string>().ShouldBe("date-time");
    }

    [Fact]
    public async Task The_reference_is_open_to_everybody_and_programs_get_json()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);

        (await server.Anonymous.GetAsync("/docs/api/")).ShouldHaveStatus(302);
        (await server.Anonymous.GetAsync("/docs/api/schema/redoc/")).ShouldHaveStatus(200);
        (await server.Anonymous.GetAsync("/docs/api/schema/yaml/")).ShouldHaveStatus(200);
        (await server.Anonymous.GetAsync("/api/")).Json["users"]!.GetValue<string>().ShouldBe($"{server.Address}api/users/");
    }

    /// <summary>
    /// <c>docs/openapi.json</c> is what a server describes. After a change of the API run the tests with <c>GOLDSET_UPDATE_OPENAPI=1</c> in the
    /// environment and commit the file.
    /// </summary>
    [Fact]
    public async Task The_published_description_is_that_of_this_server()
    {
        var file = Path.Combine(Path.GetDirectoryName(Golden.CompatibilityPage)!, "openapi.json");
        var server = await servers.SharedAsync(Engine.Sqlite);
        var description = (await server.Anonymous.GetAsync("/docs/api/schema/json/")).ShouldHaveStatus(200).Text
            .Replace(server.Address.ToString(), "http://localhost:8080/", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("GOLDSET_UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(file, description, TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(description);
    }

    private async Task<JsonNode> DescriptionAsync() =>
        (await (await servers.SharedAsync(Engine.Sqlite)).Anonymous.GetAsync("/docs/api/schema/json/")).ShouldHaveStatus(200).Json;
}
