using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;

namespace Goldset.Server.Tests.OpenApi;

/// <summary>Clients of Label Studio Enterprise (tests/golden/enterprise-routes.tsv: its methods and paths) are told what is not here.</summary>
public class EnterpriseRouteTests(TestServers servers)
{
    [Fact]
    public async Task Are_answered_with_an_error_that_names_the_reason()
    {
        var server = await servers.SharedAsync(Engine.Sqlite);
        var wrong = new List<string>();
        var lines = await File.ReadAllLinesAsync(Path.Combine(Golden.Folder, "enterprise-routes.tsv"), TestContext.Current.CancellationToken);
        foreach (var cells in lines.Skip(1).Select(line => line.Split('\t')))
        {
            var address = System.Text.RegularExpressions.Regex.Replace(cells[1], @"\{[^}]*\}", "1");
            var reply = await server.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(cells[0]), address));
            // The community server has the same path with other methods.
            var isOtherMethod = reply.Status == 405 && reply.Detail == $"Method \"{cells[0]}\" not allowed.";
            var isExplained = reply.Status == 404 && reply.Json["status_code"]!.GetValue<int>() == 404 && reply.Detail!.Contains("Label Studio Enterprise", StringComparison.Ordinal);
            if (!isOtherMethod && !isExplained) wrong.Add($"{cells[0]} {cells[1]}: {reply.Status} {reply.Text}");
        }

        wrong.ShouldBeEmpty();
    }
}
