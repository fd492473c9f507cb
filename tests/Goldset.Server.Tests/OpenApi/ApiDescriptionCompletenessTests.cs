using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>What clients and people need of each operation is in <c>docs/openapi.json</c>; a new route cannot forget it.</summary>
public partial class ApiDescriptionCompletenessTests
{
    private static readonly JsonObject Document = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Golden.CompatibilityPage)!, "openapi.json")))!.AsObject();

    private static readonly List<Operation> Operations =
    [
        .. from path in Document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select new Operation(operation.Key, path.Key, operation.Value!.AsObject()),
    ];

    [Fact]
    public void Operations_have_names_of_their_own()
    {
        Operations.ShouldNotBeEmpty();
        Operations.Select(operation => operation.Json["operationId"]?.GetValue<string>()).ShouldBeUnique();
        Failing(operation => operation.Json["operationId"] is null).ShouldBeEmpty();
    }

    [Fact]
    public void Operations_say_what_they_do() =>
        Failing(operation => string.IsNullOrWhiteSpace(operation.Json["summary"]?.GetValue<string>()) && string.IsNullOrWhiteSpace(operation.Json["description"]?.GetValue<string>())).ShouldBeEmpty();

    [Fact]
    public void Operations_belong_to_one_group_that_is_described()
    {
        var described = Document["tags"]!.AsArray().Where(tag => tag!["description"] is not null).Select(tag => tag!["name"]!.GetValue<string>()).ToHashSet();

        Failing(operation => operation.Json["tags"] is not JsonArray { Count: 1 } tags || !described.Contains(tags[0]!.GetValue<string>())).ShouldBeEmpty();
    }

    [Fact]
    public void Parameters_are_described_with_a_type()
    {
        Failing(operation => !Names(operation, "path").ToHashSet().SetEquals(Parameter().Matches(operation.Path).Select(match => match.Groups[1].Value))).ShouldBeEmpty();
        Failing(operation => Parameters(operation).Any(parameter => parameter["description"] is null || parameter["schema"]!["type"] is null)).ShouldBeEmpty();
        Failing(operation => Parameters(operation).Select(parameter => $"{parameter["in"]} {parameter["name"]}").GroupBy(name => name).Any(same => same.Count() > 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Successes_have_a_schema_or_no_body_on_purpose() =>
        Failing(operation =>
        {
            var successes = Responses(operation).Where(response => response.Key[0] is '2' or '3').ToList();
            return successes.Count == 0 || successes.Any(response => !(
                response.Key[0] == '3' || response.Key == "204" || response.Value!["description"]!.GetValue<string>() == "Done; the answer has no body" ||
                response.Value["content"] is JsonObject { Count: > 0 } content && content.All(body => body.Value!["schema"] is JsonObject { Count: > 0 })));
        }).ShouldBeEmpty();

    [Fact]
    public void Bodies_of_json_have_a_schema_and_an_example() =>
        Failing(operation => Responses(operation).Where(response => response.Key[0] == '2').Select(response => response.Value!["content"]).Append(operation.Json["requestBody"]?["content"])
            .Select(content => content?["application/json"]).OfType<JsonObject>()
            .Any(json => json["schema"] is not JsonObject { Count: > 0 } || !json.ContainsKey("example"))).ShouldBeEmpty();

    [Fact]
    public void Errors_are_described()
    {
        Failing(operation => !Has(operation, "401")).ShouldBeEmpty();
        Failing(operation => operation.Json["security"] is null && !Has(operation, "403")).ShouldBeEmpty();
        Failing(operation => operation.Path.Contains('{', StringComparison.Ordinal) && !Has(operation, "404")).ShouldBeEmpty();
        Failing(operation => operation.Json["requestBody"] is not null && !Has(operation, "400")).ShouldBeEmpty();
    }

    [Fact]
    public void Fields_have_a_type()
    {
        string[] ways = ["type", "$ref", "anyOf", "oneOf", "allOf", "enum"];
        var untyped =
            from schema in Document["components"]!["schemas"]!.AsObject()
            from field in schema.Value!["properties"]?.AsObject() ?? []
            where !ways.Any(way => field.Value!.AsObject().ContainsKey(way))
            select $"{schema.Key}.{field.Key}";

        untyped.ShouldBeEmpty();
    }

    private static IEnumerable<string> Failing(Func<Operation, bool> isWrong) => Operations.Where(isWrong).Select(operation => $"{operation.Method} {operation.Path}");

    private static JsonObject Responses(Operation operation) => operation.Json["responses"]!.AsObject();

    private static bool Has(Operation operation, string status) => Responses(operation).ContainsKey(status);

    private static IEnumerable<JsonObject> Parameters(Operation operation) => operation.Json["parameters"]?.AsArray().Select(parameter => parameter!.AsObject()) ?? [];

    private static IEnumerable<string> Names(Operation operation, string place) =>
        Parameters(operation).Where(parameter => parameter["in"]!.GetValue<string>() == place).Select(parameter => parameter["name"]!.GetValue<string>());

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Parameter();

    private sealed record Operation(string Method, string Path, JsonObject Json);
}
