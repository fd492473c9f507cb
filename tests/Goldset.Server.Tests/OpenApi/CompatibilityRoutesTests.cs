using System.Text;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>
/// <c>docs/compatibility-routes.md</c> lists every route of the original with its state and its proof. After a change run the tests with
/// <c>GOLDSET_UPDATE_OPENAPI=1</c> in the environment and commit the file.
/// </summary>
public class CompatibilityRoutesTests(TestServers servers)
{
    private const string Introduction = """
        # Routes

        Every route of Label Studio's community server 1.22, made from the recorded exchanges and the tests by `CompatibilityRoutesTests`.

        - **works**: answered as the original does. The numbers are recorded exchanges in `tests/golden/api`, replayed on SQLite and PostgreSQL; a name is a test class.
        - **differs**: works, and some of the recorded answers differ on purpose ([how](compatibility.md)).
        - **waiting**: not there yet, answers 404.


        """;

    [Fact]
    public async Task The_table_is_up_to_date()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);
        var paths = (await server.Anonymous.GetAsync("/docs/api/schema/json/")).Json["paths"]!.AsObject();
        var operations = paths.SelectMany(path => path.Value!.AsObject().Select(operation => (Key: Key(operation.Key, path.Key), Id: operation.Value!["operationId"]!.GetValue<string>())))
            .ToDictionary(operation => operation.Key, operation => operation.Id);
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append("## API\n\n| method | path | operation | state | proof |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in RouteTable.Read("routes.tsv"))
        {
            var operation = operations.GetValueOrDefault(Key(row.Method, row.Path));
            var proof = operation is null ? "" : row.Proof.Length > 0 ? row.Proof : nameof(RouteSweepTests);
            text.Append($"| {row.Method} | `{row.Path}` | {(operation is null ? "" : $"`{operation}`")} | {State(row, operation is not null)} | {proof} |\n");
        }
        text.Append("\n## Pages and files\n\n| method | path | state | proof |\n| --- | --- | --- | --- |\n");
        foreach (var row in RouteTable.Read("pages.tsv"))
        {
            if (row.Instead.Length > 0)
            {
                text.Append($"| {row.Method} | `{row.Path}` | differs | {row.Instead} |\n");
                continue;
            }
            // An address that is known answers this at worst; one that is not, nothing but an empty 404.
            var reply = row.Exchanges.Count > 0 ? null : await server.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(row.Method), row.Address));
            var works = reply is null || reply.Status is not (404 or 405) || reply.Bytes.Length > 0;
            text.Append($"| {row.Method} | `{row.Path}` | {State(row, works)} | {(works && row.Proof.Length == 0 ? nameof(CompatibilityRoutesTests) : row.Proof)} |\n");
        }

        var file = Path.Combine(Path.GetDirectoryName(Golden.CompatibilityPage)!, "compatibility-routes.md");
        if (Environment.GetEnvironmentVariable("GOLDSET_UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(text.ToString());
    }

    private static string State(RouteTable.Row row, bool isThere) => !isThere ? "waiting" : row.Differs ? "differs" : "works";

    private static string Key(string method, string path) => $"{method.ToUpperInvariant()} {System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "{}").TrimEnd('/')}";
}
